"""Choosing what to link to: one of the council's own pages, or an address as it is typed."""

from typing import Any

from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse
from wagtail.admin.views import chooser
from wagtail.models import Page
from wagtail.permissions import policy_registry

from leavingwell.platform.councils.admin.identifiers import choosable

HOME_DEPTH = 2  # below the root that all share


def choose_page(request: HttpRequest) -> HttpResponseRedirect:
    """Begins at the council's home page. Wagtail would begin at what all councils have in common, or at one of them."""
    home = policy_registry.get_by_type(Page).explorable_root_instance(request.user)
    if home is None:
        raise Http404
    place = reverse("wagtailadmin_choose_page_child", args=[home.pk])
    return HttpResponseRedirect(f"{place}?{request.GET.urlencode()}")


def own_pages(pages: Any, request: HttpRequest) -> Any:
    """Wagtail's hook for the rows of the chooser and of its search. Beside its own pages stand those it inherits."""
    shown = choosable(Page, request.user)
    if begins_at_home(request):
        pages = pages | Page.objects.filter(depth=HOME_DEPTH)
    return pages.filter(pk__in=shown.values("pk")).exclude(pk=place_of(request))


def place_of(request: HttpRequest) -> int:
    match: Any = request.resolver_match
    return int(match.kwargs.get("parent_page_id", 0))


def begins_at_home(request: HttpRequest) -> bool:
    home = policy_registry.get_by_type(Page).explorable_root_instance(request.user)
    return home is not None and place_of(request) == home.pk


class ExternalLinkView(chooser.ExternalLinkView):  # type: ignore[misc]
    """Keeps an address as it is. Wagtail would look for it among every council's pages, and tell the title."""

    def post(self, request: HttpRequest) -> HttpResponseBase:
        if f"{self.form_prefix}-url" not in request.POST:
            raise BadRequest("no address")
        answer: HttpResponseBase = chooser.BaseLinkFormView.post(self, request)
        return answer
