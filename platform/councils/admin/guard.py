"""Serves the Wagtail admin: known addresses only, to those whom it is for, about what they may see.

Wagtail's admin was made for one organisation. Row-level security walls our own tables; this keeps apart the rest.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import ResolverMatch
from django.utils import translation

from leavingwell.platform.councils.admin import allowed
from leavingwell.platform.councils.admin.entry import may_do_everything, may_enter
from leavingwell.platform.councils.admin.identifiers import only_reachable
from leavingwell.platform.councils.request import CouncilRequest

PREFIX = "admin/"


def is_served(request: CouncilRequest, match: ResolverMatch) -> bool:
    council = request.council
    if council is None and match.view_name.startswith(allowed.CLOSED_TO_THE_NATION):
        return False
    return allowed.is_open(match.view_name, match.kwargs) or may_do_everything(request.user, council)


def not_found(request: HttpRequest) -> HttpResponse:
    return render(request, "wagtailadmin/404.html", status=404)


class AdminGuardMiddleware:
    """The last middleware: it must know the user, and see an address only when it is resolved."""

    def __init__(self, get_response: Callable[[CouncilRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: CouncilRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(
        self, request: CouncilRequest, view: Any, args: Sequence[Any], kwargs: Mapping[str, Any]
    ) -> HttpResponseBase | None:
        match = request.resolver_match
        if match is None or not match.route.startswith(PREFIX) or match.view_name in allowed.ANYBODY:
            return None
        translation.activate("en")  # editors work in English, whatever language they last read the portal in
        if not is_served(request, match):
            return not_found(request)
        if not request.user.is_authenticated:
            return None  # Wagtail asks them to sign in
        if not may_enter(request.user, request.council):
            return render(request, "councils/admin/not_for_you.html", status=403)
        return None if only_reachable(request, match) else not_found(request)
