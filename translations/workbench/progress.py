"""How far the translations of a scope are: by language and area, in texts and in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Sum

from leavingwell.platform.councils import scope
from leavingwell.translations.languages import Language, language_of
from leavingwell.translations.models import Area, Status, Translation
from leavingwell.translations.workbench.units import in_scope, units

DONE = (Status.REVIEWED,)
TO_READ = (Status.TRANSLATED, Status.MACHINE_DRAFT)


@dataclass
class Part:
    """Of one area, or of everything, in one language. `seen` counts the texts that young people read in it."""

    label: Any
    area: str = ""
    texts: int = 0
    words: int = 0
    reviewed: int = 0
    waiting: int = 0
    seen: int = 0
    words_in_english: int = 0

    @property
    def left(self) -> int:
        return self.texts - self.reviewed - self.waiting

    @property
    def in_english(self) -> int:
        return self.texts - self.seen

    @property
    def percent(self) -> int:
        """Reviewed, rounded down: 100 only when all is."""
        return 100 * self.reviewed // self.texts if self.texts else 100

    @property
    def percent_seen(self) -> int:
        return 100 * self.seen // self.texts if self.texts else 100

    def add(self, row: Mapping[str, Any], number: int, words: int) -> None:
        if row["status"] in DONE:
            self.reviewed += number
        elif row["status"] in TO_READ:
            self.waiting += number
        if row["is_shown"]:
            self.seen += number
            self.words_in_english -= words


@dataclass(frozen=True)
class OfLanguage:
    language: Language
    whole: Part
    areas: list[Part]


def effective() -> QuerySet[Translation]:
    """The council's rows, and the nation's where the council has none of its own."""
    whose = scope.current()
    rows = Translation.objects.filter(unit__in=in_scope().values("pk"))
    if not whose:
        return rows.filter(council=None)
    own = Translation.objects.filter(unit=OuterRef("unit"), language=OuterRef("language"), council=whose)
    return rows.filter(Q(council=whose) | (Q(council=None) & ~Exists(own)))


def progress(languages: Sequence[str]) -> list[OfLanguage]:
    """Two queries."""
    totals = in_scope().order_by().values("area").annotate(texts=Count("pk"), words=Sum("words"))
    total = {row["area"]: (row["texts"], row["words"]) for row in totals}
    is_shown = Q(applied_hash__gt="")
    rows = (
        effective()
        .filter(language__in=languages)
        .order_by()
        .values("language", "unit__area", "status", is_shown=is_shown)
        .annotate(number=Count("pk"), counted=Sum("unit__words"))
    )
    found = {code: {area: new_part(area, *total[area]) for area in Area.values if area in total} for code in languages}
    for row in rows:
        found[row["language"]][row["unit__area"]].add(row, row["number"], row["counted"])
    return [OfLanguage(language_of(code), whole(parts.values()), list(parts.values())) for code, parts in found.items()]


def new_part(area: str, texts: int, words: int) -> Part:
    return Part(Area(area).label, area, texts, words, words_in_english=words)


def whole(parts: Any) -> Part:
    made = Part("")
    for part in parts:
        for name in ("texts", "words", "reviewed", "waiting", "seen", "words_in_english"):
            setattr(made, name, getattr(made, name) + getattr(part, name))
    return made


def in_english(language: str, area: str = "") -> QuerySet[Any]:
    """What young people read in English today because of it, as the areas have it."""
    shown = effective().filter(language=language, unit=OuterRef("pk"), applied_hash__gt="")
    rows = units(language).filter(~Exists(shown))
    return (rows.filter(area=area) if area else rows).order_by("area", "object_type", "object_id", "order", "key")
