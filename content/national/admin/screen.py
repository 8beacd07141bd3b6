"""The screens "From the nation": what a council inherits, what it says itself, and what has changed since."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from leavingwell.content.national.kinds import KINDS, Kind, kinds_for
from leavingwell.content.national.words import Line, has_drifted, lines
from leavingwell.content.services.inheriting import copy_of, keep_ours, make_own_copy, take_national
from leavingwell.platform.councils import scope
from leavingwell.platform.problems import Problems
from leavingwell.translations.panels import languages_in_scope

NAMESPACE = "national_content"
TITLE = _("From the nation")
COPIED = _("This is your own copy. Until you change it, it says what the nation says.")
COPIED_PAGE = _("This is your own copy, as a draft. Young people read the national page until you publish yours.")
KEPT = _("Noted: you have seen the new national words, and keep yours.")
TAKEN = _("Your copy has the new national words now.")
TAKEN_PAGE = _("Your copy has the new national words as a draft. Publish it, so that young people read them.")


@dataclass(frozen=True)
class Entry:
    """One national text, and the council's in its place."""

    kind: Kind
    national: Any
    own: Any
    has_drifted: bool
    is_hidden: bool  # behind a page of the council's own idea, at the same address

    @property
    def address(self) -> str:
        return reverse(f"{NAMESPACE}:compare", args=[self.kind.name, self.national.pk])

    @property
    def is_draft(self) -> bool:
        return self.kind.is_page and bool(self.own) and not self.own.live


def edit_address(kind: Kind, own: Any) -> str:
    name = "wagtailadmin_pages:edit" if kind.is_page else kind.model.snippet_viewset.get_url_name("edit")
    return reverse(name, args=[own.pk])


def entries(kind: Kind, languages: list[str]) -> Iterator[Entry]:
    """Three queries a kind at most, however much there is."""
    council = scope.current_council_id()
    own, taken = {row.replaces_id: row for row in kind.copies(council)}, set(kind.own_addresses(council))
    for national in kind.national():
        mine = own.get(national.pk)
        hidden = kind.is_page and not mine and national.slug in taken
        yield Entry(kind, national, mine, bool(mine) and has_drifted(mine, national, languages), hidden)


class NationalScreen(WagtailAdminTemplateMixin):  # type: ignore[misc]
    header_icon = "globe"
    page_title = TITLE
    request: Any
    kwargs: dict[str, Any]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not scope.current() or not any(kinds_for(request.user)):
            raise PermissionDenied
        response: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        return response

    def above(self) -> list[tuple[str, Any]]:
        return []

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        steps = [*self.above(), ("", self.get_page_title())]
        return [*super().get_breadcrumbs_items(), *({"url": url, "label": label} for url, label in steps)]


class IndexView(NationalScreen, TemplateView):
    template_name = "content/national/index.html"

    def groups(self) -> Iterator[tuple[Kind, list[Entry]]]:
        """What has changed comes first."""
        languages = languages_in_scope()
        for kind in kinds_for(self.request.user):
            yield kind, sorted(entries(kind, languages), key=lambda entry: not entry.has_drifted)


class CompareView(NationalScreen, TemplateView):
    template_name = "content/national/compare.html"

    @cached_property
    def kind(self) -> Kind:
        kind = KINDS.get(self.kwargs["kind"])
        if kind is None or not kind.may(self.request.user, "change"):
            raise Http404
        return kind

    @cached_property
    def national(self) -> Any:
        try:
            return self.kind.national().get(pk=self.kwargs["key"])
        except (self.kind.model.DoesNotExist, ValidationError, ValueError):
            raise Http404 from None

    @cached_property
    def own(self) -> Any:
        return copy_of(self.national)

    @cached_property
    def may_copy(self) -> bool:
        return self.own is None and self.kind.may(self.request.user, "add")

    def above(self) -> list[tuple[str, Any]]:
        return [(reverse(f"{NAMESPACE}:index"), TITLE)]

    def get_page_title(self) -> str:
        return str(self.national)

    def lines(self) -> list[Line]:
        return lines(self.own or self.national, self.national, languages_in_scope())

    def has_drifted(self) -> bool:
        return bool(self.own) and any(line.has_changed for line in self.lines())

    def edit_address(self) -> str:
        return edit_address(self.kind, self.own)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        done = {"copy": self.copy, "keep": self.keep, "take": self.take}.get(request.POST.get("do", ""))
        if done is None:
            return redirect(request.path)
        try:
            return done()
        except Problems as refused:
            for problem in refused.problems:
                messages.error(request, str(problem.message))
            return redirect(request.path)

    def copy(self) -> HttpResponseBase:
        if not self.kind.may(self.request.user, "add"):
            raise PermissionDenied
        own = make_own_copy(self.national, by=self.request.viewer or None)
        messages.success(self.request, COPIED_PAGE if self.kind.is_page else COPIED)
        return redirect(edit_address(self.kind, own))

    def keep(self) -> HttpResponseBase:
        keep_ours(self.mine(), by=self.request.viewer or None)
        messages.success(self.request, KEPT)
        return redirect(self.request.path)

    def take(self) -> HttpResponseBase:
        take_national(self.mine(), by=self.request.viewer or None)
        messages.success(self.request, TAKEN_PAGE if self.kind.is_page else TAKEN)
        return redirect(edit_address(self.kind, self.mine()))

    def mine(self) -> Any:
        if self.own is None:
            raise Http404
        return self.own
