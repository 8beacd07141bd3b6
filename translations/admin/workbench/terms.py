"""The words of the field in one language: how each is said, and how it is not."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.paginator import Page, Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin import messages

from leavingwell.platform.problems import ProblemCode, Problems
from leavingwell.translations.admin.workbench.listing import ON_A_PAGE
from leavingwell.translations.admin.workbench.screen import BenchScreen, address, key_in, languages_of
from leavingwell.translations.languages import Language, language_of
from leavingwell.translations.services.rendering import set_rendering
from leavingwell.translations.workbench.terms import Term, glossary, terms


class TermsView(BenchScreen, TemplateView):
    template_name = "translations/admin/workbench/terms.html"
    page_title = gettext_lazy("Words of the field")
    tab = "terms"
    typed: dict[str, str] | None = None  # what was refused stays in its form

    @cached_property
    def language(self) -> Language | None:
        asked = self.request.GET.get("language", "")
        code = asked if asked in self.languages else next(iter(self.languages), None)
        return language_of(code) if code else None

    @property
    def all_languages(self) -> list[Language]:
        return languages_of(self.languages)

    @property
    def may_set(self) -> bool:
        return bool(self.language and self.language.code in self.reviews)

    @cached_property
    def search(self) -> str:
        return str(self.request.GET.get("q", "")).replace("\0", "").strip()[:100]

    @cached_property
    def page(self) -> Page[Any]:
        rows = glossary().order_by("source", "pk")
        rows = rows.filter(source__icontains=self.search) if self.search else rows
        return Paginator(rows, ON_A_PAGE).get_page(self.request.GET.get("p"))

    def words(self) -> list[Term]:
        return terms(self.language.code, self.page) if self.language else []

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        given = {name: request.POST.get(name, "") for name in ("term", "say", "never")}
        key = key_in(given["term"])
        unit = glossary().filter(pk=key).first() if key else None
        if unit is None or self.language is None:
            raise Http404
        try:
            set_rendering(unit, self.language.code, say=given["say"], never=given["never"].splitlines(), by=self.viewer)
        except Problems as refused:
            return self.refuse(given, refused)
        messages.success(request, _("Saved."))
        return redirect(f"{address('terms')}?{request.GET.urlencode()}#term-{unit.pk}")

    def refuse(self, given: dict[str, str], refused: Problems) -> HttpResponse:
        if any(problem.code == ProblemCode.NOT_ALLOWED for problem in refused.problems):
            raise PermissionDenied
        for problem in refused.problems:
            messages.error(self.request, problem.message)
        self.typed = given
        return self.render_to_response(self.get_context_data(), status=422)
