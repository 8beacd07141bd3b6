"""Who translates and reviews which language: for a council's administrators, and for the nation's operators."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin import messages

from leavingwell.platform.councils import scope
from leavingwell.platform.people.models import Person
from leavingwell.platform.problems import Problems
from leavingwell.translations.admin.workbench.screen import BenchScreen, address, languages_of
from leavingwell.translations.languages import language_of
from leavingwell.translations.services.translators import may_manage_translators, set_languages, translators

TRANSLATORS = gettext_lazy("Translators")


class ManagersScreen(BenchScreen):
    tab = "translators"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not may_manage_translators(getattr(request, "viewer", None) or None):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)


class TranslatorsView(ManagersScreen, TemplateView):
    template_name = "translations/admin/workbench/translators.html"
    page_title = TRANSLATORS

    @property
    def is_council(self) -> bool:
        return bool(scope.current())

    @cached_property
    def people(self) -> list[Any]:
        """Each with their languages in words, those that the council offers first."""
        people: list[Any] = list(translators())
        for person in people:
            rows = [row for row in person.translator_languages.all() if row.language in self.languages]
            person.work = [(language_of(row.language), row) for row in rows]
        return people

    @property
    def without_reviewer(self) -> list[Any]:
        """Languages that none of the translators reviews: editors have to."""
        covered = {row.language for person in self.people for _one, row in person.work if row.may_review}
        return languages_of([code for code in self.languages if code not in covered])


class TranslatorView(ManagersScreen, TemplateView):
    template_name = "translations/admin/workbench/translator.html"

    @cached_property
    def person(self) -> Person:
        found = translators().filter(pk=self.kwargs["translator"]).first()
        if found is None:
            raise Http404
        return found

    def get_page_title(self) -> str:
        return str(self.person.name)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        items = super().get_breadcrumbs_items()
        return [*items[:-1], {"url": address("translators"), "label": TRANSLATORS}, items[-1]]

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:  # type: ignore[override]
        _found = self.person
        return super().get(request, *args, **kwargs)

    def rows(self) -> list[dict[str, Any]]:
        own = {row.language: row for row in self.person.translator_languages.all()}
        return [
            {
                "language": one,
                "translates": one.code in own and own[one.code].may_translate,
                "reviews": one.code in own and own[one.code].may_review,
            }
            for one in languages_of(self.languages)
        ]

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        given = request.POST
        try:
            set_languages(
                self.person, translates=given.getlist("translates"), reviews=given.getlist("reviews"), by=self.viewer
            )
        except Problems as refused:
            for problem in refused.problems:
                messages.error(request, problem.message)
            return self.render_to_response(self.get_context_data(), status=422)
        messages.success(request, _("Saved. It counts at once."))
        return redirect(address("translators"))
