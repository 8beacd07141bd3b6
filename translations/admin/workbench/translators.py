"""Who translates and reviews which language: for a council's administrators, and for the nation's operators."""

from collections.abc import Collection
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
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
from leavingwell.translations.services.national_translators import add_translator, end_translator
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


class OneTranslator(ManagersScreen, TemplateView):
    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        items = super().get_breadcrumbs_items()
        return [*items[:-1], {"url": address("translators"), "label": TRANSLATORS}, items[-1]]

    def ticks(self, translates: Collection[str], reviews: Collection[str]) -> list[dict[str, Any]]:
        return [
            {"language": one, "translates": one.code in translates, "reviews": one.code in reviews}
            for one in languages_of(self.languages)
        ]

    def refused(self, refused: Problems) -> HttpResponse:
        for problem in refused.problems:
            messages.error(self.request, problem.message)
        return self.render_to_response(self.get_context_data(), status=422)


class TranslatorView(OneTranslator):
    template_name = "translations/admin/workbench/translator.html"

    @cached_property
    def person(self) -> Person:
        found = translators().filter(pk=self.kwargs["translator"]).first()
        if found is None:
            raise Http404
        return found

    def get_page_title(self) -> str:
        return str(self.person.name)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:  # type: ignore[override]
        _found = self.person
        return super().get(request, *args, **kwargs)

    def rows(self) -> list[dict[str, Any]]:
        own = list(self.person.translator_languages.all())
        translates = {row.language for row in own if row.may_translate}
        return self.ticks(translates, {row.language for row in own if row.may_review})

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        given = request.POST
        try:
            if "end" in given:
                end_translator(self.person, by=self.viewer)
            else:
                languages = {"translates": given.getlist("translates"), "reviews": given.getlist("reviews")}
                set_languages(self.person, **languages, by=self.viewer)
        except Problems as refused:
            return self.refused(refused)
        messages.success(request, _("Saved. It counts at once."))
        return redirect(address("translators"))


class NewTranslatorView(OneTranslator):
    """Of the nation; a council invites its own under "People and teams"."""

    template_name = "translations/admin/workbench/new_translator.html"
    page_title = gettext_lazy("Add a translator")

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if scope.current() != scope.NATIONAL:
            raise Http404
        return super().dispatch(request, *args, **kwargs)

    def rows(self) -> list[dict[str, Any]]:
        given = self.request.POST
        return self.ticks(given.getlist("translates"), given.getlist("reviews"))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context_data(**kwargs), "typed": self.request.POST}

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        given = request.POST
        try:
            person = add_translator(
                name=given.get("name", "").replace("\0", ""),
                email=given.get("email", "").replace("\0", ""),
                translates=given.getlist("translates"),
                reviews=given.getlist("reviews"),
                by=self.viewer,
                password_address=request.build_absolute_uri(reverse("account_reset_password")),
            )
        except Problems as refused:
            return self.refused(refused)
        messages.success(request, _("%s is a translator now. We have written to them.") % person.name)
        return redirect(address("translators"))
