"""What the screens of the workbench share: who may look, in which languages, and the tabs between them."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from leavingwell.platform.councils import scope
from leavingwell.platform.people.models import Person
from leavingwell.platform.people.roles import NATIONAL_ROLES, Role
from leavingwell.translations.languages import Language, language_of
from leavingwell.translations.models import TranslationUnit
from leavingwell.translations.services.rights import is_at_home, languages_to_review, languages_to_translate, offered
from leavingwell.translations.services.translators import may_manage_translators
from leavingwell.translations.workbench.units import in_scope

NAMESPACE = "workbench"
TITLE = gettext_lazy("Translations")
READERS = frozenset({Role.COUNCIL_ADMIN, Role.CONTENT_EDITOR, Role.QUESTIONNAIRE_EDITOR, Role.TRANSLATOR})


def viewer_of(request: HttpRequest) -> Person | None:
    viewer: Person | None = getattr(request, "viewer", None)
    return viewer if viewer else None  # a lazy nobody becomes None


def may_read(person: Person | None) -> bool:
    """Whoever works on texts, in their own council; national staff everywhere, to read on a council's host."""
    if person is None or scope.current() is None:
        return False
    return person.role in NATIONAL_ROLES or (person.role in READERS and is_at_home(person))


def address(name: str, *args: Any) -> str:
    return reverse(f"{NAMESPACE}:{name}", args=args)


class BenchScreen(WagtailAdminTemplateMixin):  # type: ignore[misc]
    """`viewer` is signed in and may read; what else they may do each screen asks for itself."""

    header_icon = "globe"
    tab = ""
    request: Any
    kwargs: dict[str, Any]
    viewer: Person

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        viewer = viewer_of(request)
        if viewer is None or not may_read(viewer):
            raise PermissionDenied
        self.viewer = viewer
        response: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        return response

    @cached_property
    def languages(self) -> list[str]:
        """Those of the council beside English; the viewer's own come first."""
        own = dict.fromkeys([*self.translates, *self.reviews])
        return [*own, *(code for code in offered() if code not in own)]

    @cached_property
    def translates(self) -> list[str]:
        return languages_to_translate(self.viewer)

    @cached_property
    def reviews(self) -> list[str]:
        return languages_to_review(self.viewer)

    @property
    def tabs(self) -> list[tuple[str, Any]]:
        found = [
            ("index", gettext_lazy("Texts")),
            *([("review", gettext_lazy("To review"))] if self.reviews else []),
            ("progress", gettext_lazy("Progress")),
            ("terms", gettext_lazy("Words of the field")),
            *([("translators", gettext_lazy("Translators"))] if may_manage_translators(self.viewer) else []),
            ("suggestions", gettext_lazy("Suggestions to the nation")),
        ]
        return [(name, label) for name, label in found]

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        above = [] if self.tab == "index" else [{"url": address("index"), "label": TITLE}]
        return [*super().get_breadcrumbs_items(), *above, {"url": "", "label": self.get_page_title()}]


class AboutUnit(BenchScreen):
    """One text in one language, which the council offers."""

    @cached_property
    def unit(self) -> TranslationUnit:
        """Raises `Http404` for one of another council."""
        found = in_scope().select_related("source_by").filter(pk=self.kwargs["unit"]).first()
        if found is None:
            raise Http404
        return found

    @cached_property
    def language(self) -> Language:
        if self.kwargs["language"] not in self.languages:
            raise Http404
        return language_of(self.kwargs["language"])


def languages_of(codes: Sequence[str]) -> list[Language]:
    return [language_of(code) for code in codes]


def key_in(given: str) -> UUID | None:
    try:
        return UUID(given)
    except ValueError:
        return None
