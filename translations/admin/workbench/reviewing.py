"""What waits for a reviewer: those that wait longest first."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.paginator import Page, Paginator
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView

from leavingwell.translations.admin.workbench.listing import ON_A_PAGE
from leavingwell.translations.admin.workbench.screen import BenchScreen, languages_of
from leavingwell.translations.languages import Language, language_of
from leavingwell.translations.models import Translation
from leavingwell.translations.workbench.units import TO_REVIEW, to_review


class ReviewView(BenchScreen, TemplateView):
    template_name = "translations/admin/workbench/review.html"
    page_title = gettext_lazy("To review")
    tab = "review"
    back_to_list = TO_REVIEW

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:  # type: ignore[override]
        if not self.reviews:
            raise PermissionDenied
        return super().get(request, *args, **kwargs)

    @property
    def own_languages(self) -> list[Language]:
        return languages_of(self.reviews)

    @cached_property
    def chosen(self) -> str:
        asked = self.request.GET.get("language", "")
        return asked if asked in self.reviews else ""

    @cached_property
    def page(self) -> Page[Translation]:
        rows = to_review([self.chosen] if self.chosen else self.reviews, self.viewer)
        return Paginator(rows.select_related("unit", "made_by"), ON_A_PAGE).get_page(self.request.GET.get("p"))

    def rows(self) -> list[Any]:
        rows: list[Any] = list(self.page)
        for row in rows:
            row.written_in = language_of(row.language)
        return rows
