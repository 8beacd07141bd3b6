"""How far we are: by language and area, and what young people read in English today because of it."""

from typing import Any

from django.core.paginator import Page, Paginator
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView

from leavingwell.translations.admin.workbench.screen import BenchScreen
from leavingwell.translations.languages import Language, language_of
from leavingwell.translations.models import Area
from leavingwell.translations.workbench.progress import OfLanguage, in_english, progress

ON_A_PAGE = 50


class ProgressView(BenchScreen, TemplateView):
    template_name = "translations/admin/workbench/progress.html"
    page_title = gettext_lazy("Progress")
    tab = "progress"

    @cached_property
    def all_of_it(self) -> list[OfLanguage]:
        return progress(self.languages)

    @cached_property
    def chosen(self) -> Language | None:
        """The language that is looked at closely: the viewer's first, unless another was asked for."""
        asked = self.request.GET.get("language", "")
        code = asked if asked in self.languages else next(iter(self.languages), None)
        return language_of(code) if code else None

    @property
    def close(self) -> OfLanguage | None:
        return next((one for one in self.all_of_it if one.language == self.chosen), None)

    @cached_property
    def area(self) -> str:
        asked = self.request.GET.get("area", "")
        return asked if asked in Area.values else ""

    @property
    def area_label(self) -> Any:
        return Area(self.area).label if self.area else ""

    @cached_property
    def page(self) -> Page[Any] | None:
        if self.chosen is None:
            return None
        return Paginator(in_english(self.chosen.code, self.area), ON_A_PAGE).get_page(self.request.GET.get("p"))
