"""The list of texts, with its filters."""

from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Count, F
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView

from leavingwell.translations.admin.workbench.screen import TITLE, BenchScreen, languages_of
from leavingwell.translations.languages import Language, language_of
from leavingwell.translations.models import Area, Status
from leavingwell.translations.workbench.units import LEFT, TO_DO, TO_REVIEW, Filters, units

ON_A_PAGE = 50


class Counted(Paginator):  # type: ignore[type-arg]  # generic in the stubs alone
    """Knows how many there are without asking once more."""

    def __init__(self, rows: Any, per_page: int, total: int | None) -> None:
        super().__init__(rows, per_page)
        if total is not None:
            self.__dict__["count"] = total


class ListView(BenchScreen, TemplateView):
    template_name = "translations/admin/workbench/list.html"
    page_title = TITLE
    tab = "index"

    @cached_property
    def filters(self) -> Filters:
        return Filters(self.request.GET, self.languages)

    @cached_property
    def language(self) -> Language:
        return language_of(self.filters.language)

    @property
    def all_languages(self) -> list[Language]:
        return languages_of(self.languages)

    @property
    def areas(self) -> list[tuple[str, Any]]:
        return Area.choices

    @cached_property
    def domains(self) -> list[str]:
        rows = units(self.filters.language).exclude(domain="").order_by("domain")
        return list(rows.values_list("domain", flat=True).distinct())

    @cached_property
    def counts(self) -> dict[str, int]:
        """How many texts there are in each status, with the other filters as they are. One query."""
        rows = self.filters.narrowed(units(self.filters.language)).order_by()
        return {row["status"]: row["n"] for row in rows.values(status=F("now")).annotate(n=Count("pk"))}

    @property
    def choices(self) -> list[tuple[str, Any, int | None]]:
        """What to look at, each with its number; what a reviewer has to read is counted on its own screen."""
        counts = self.counts
        to_do = sum(number for status, number in counts.items() if status in LEFT)
        to_review = [(TO_REVIEW, gettext_lazy("For you to review"), None)] if self.language.code in self.reviews else []
        return [
            (TO_DO, gettext_lazy("To translate"), to_do),
            *to_review,
            ("", gettext_lazy("Everything"), sum(counts.values())),
            *((status.value, status.label, counts.get(status.value, 0)) for status in Status),
        ]

    @cached_property
    def page(self) -> Page[Any]:
        total = next((number for value, _label, number in self.choices if value == self.filters.status), None)
        rows = Counted(self.filters.rows(viewer=self.viewer), ON_A_PAGE, total)
        return rows.get_page(self.request.GET.get("p"))

    def rows(self) -> list[Any]:
        """The page's texts, each with the label of its status."""
        labels = dict(Status.choices)
        rows = list(self.page)
        for row in rows:
            row.status_label = labels[row.now]
        return rows

    @property
    def query(self) -> str:
        """For links to a text: so that "next" stays within the list."""
        return self.filters.query()

    @property
    def pages_query(self) -> str:
        return self.filters.query(language=self.language.code)
