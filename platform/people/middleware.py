"""`request.viewer`: the person behind the signed-in account, or None."""

from collections.abc import Callable
from typing import cast

from django.http.response import HttpResponseBase
from django.utils.functional import SimpleLazyObject

from leavingwell.platform.people.models import Person
from leavingwell.platform.people.request import Request


def viewer_of(request: Request) -> Person | None:
    """The person whom the session or token signs in, in the council whose scope is open."""
    user = request.user
    if not user.is_authenticated:
        return None
    return getattr(user, "person", None)


class ViewerMiddleware:
    def __init__(self, get_response: Callable[[Request], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: Request) -> HttpResponseBase:
        request.viewer = cast("Person | None", SimpleLazyObject(lambda: viewer_of(request)))
        return self.get_response(request)
