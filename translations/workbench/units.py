"""The texts of the scope that is open, each with how it stands in one language: what lists in the workbench show."""

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode

from django.db.models import Case, F, FilteredRelation, Q, QuerySet, Value, When
from django.db.models.functions import Coalesce
from django.http import QueryDict

from leavingwell.platform.councils import scope
from leavingwell.translations.models import WAITING, Area, Status, Translation, TranslationUnit

ORDER = ("area", "object_type", "object_id", "order", "key", "pk")
TO_DO, TO_REVIEW = "to-do", "to-review"
LEFT = (Status.MISSING, Status.DRAFT, Status.REJECTED, Status.STALE, Status.MACHINE_DRAFT)
LONGEST_SEARCH = 200


def in_scope() -> QuerySet[TranslationUnit]:
    """The council's own and the nation's; on the nation's host its own alone."""
    rows = TranslationUnit.objects.filter(gone=False)
    return rows if scope.current() else rows.filter(council=None)


def units(language: str) -> QuerySet[Any]:
    """Each with `now` (its status), `text_now`, and `mine`, the row that is written in this scope.

    A council's translation of a national text stands over the nation's.
    """
    whose: Any = Q(translations__council_id=scope.current()) if scope.current() else Q(translations__council_id=None)
    of_language = Q(translations__language=language)
    rows = in_scope().annotate(
        own=FilteredRelation("translations", condition=of_language & whose),
        nations=FilteredRelation("translations", condition=of_language & Q(translations__council_id=None)),
    )
    return rows.annotate(
        mine=F("own__pk"),
        now=Coalesce("own__status", "nations__status", Value(Status.MISSING.value)),
        text_now=Case(When(own__pk=None, then=F("nations__text")), default=F("own__text")),
        is_improved=Case(When(council=None, own__council__isnull=False, then=Value(True)), default=Value(False)),
    )


class Filters:
    """What a list was asked for. Unknown values ask for nothing."""

    def __init__(self, given: QueryDict, languages: Sequence[str]) -> None:
        def one(name: str) -> str:
            return given.get(name, "").replace("\0", "").strip()[:LONGEST_SEARCH]

        self.language = one("language") if one("language") in languages else next(iter(languages), "")
        self.status = one("status") if one("status") in {*Status.values, TO_DO, TO_REVIEW} else ""
        if "status" not in given:
            self.status = TO_DO
        self.area = one("area") if one("area") in Area.values else ""
        self.domain = one("domain")
        self.search = one("q")

    def query(self, **changes: Any) -> str:
        """For an address; `language` only where it is among `changes`."""
        asked = {"status": self.status, "area": self.area, "domain": self.domain, "q": self.search, **changes}
        return urlencode({name: value for name, value in asked.items() if value or name == "status"})

    def narrowed(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        """By everything but the status."""
        for name in ("area", "domain"):
            if value := getattr(self, name):
                rows = rows.filter(**{name: value})
        if self.search:
            rows = rows.filter(Q(source__icontains=self.search) | Q(text_now__icontains=self.search))
        return rows

    def rows(self, *, viewer: Any = None) -> QuerySet[Any]:
        return self.with_status(self.narrowed(units(self.language)), viewer).order_by(*ORDER)

    def with_status(self, rows: QuerySet[Any], viewer: Any) -> QuerySet[Any]:
        if self.status == TO_DO:
            return rows.filter(now__in=LEFT)
        if self.status == TO_REVIEW:
            return rows.filter(mine__in=to_review([self.language], viewer).values("pk"))
        return rows.filter(now=self.status) if self.status else rows


def to_review(languages: Sequence[str], viewer: Any) -> QuerySet[Translation]:
    """What waits for this reviewer, who does not read their own. Those that wait longest come first."""
    rows = Translation.objects.filter(
        status__in=WAITING, language__in=languages, council=scope.current() or None, unit__gone=False
    )
    if viewer is not None:
        rows = rows.filter(Q(made_by=None) | ~Q(made_by=viewer.pk))
    return rows.order_by("changed_at", "pk")


def after(unit: TranslationUnit) -> Q:
    """The texts that come behind this one in a list."""
    found, same = Q(), Q()
    for name in ORDER:
        value = getattr(unit, name)
        found |= same & Q(**{f"{name}__gt": value})
        same &= Q(**{name: value})
    return found
