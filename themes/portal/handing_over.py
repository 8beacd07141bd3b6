"""The screen in the young person's hands: until the worker proves who they are, the session shows one checklist alone.

The server holds to it, whatever is typed into the address bar, and on the admin and the API alike.
"""

import re
import time
from collections.abc import Callable
from typing import Any
from urllib.parse import quote

from allauth.account.authentication import get_authentication_records
from django.conf import settings
from django.http import HttpRequest, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _

KEY = "portal_handed_over"
# What every page needs, help, and the ways out: to give the screen back with a proof, or to sign out.
OPEN = re.compile(
    r"^/(static/|media/|theme\.|help/$|language/$|handed-back/$|accounts/logout/$"
    r"|accounts/(2fa/(webauthn/)?)?reauthenticate/$)"
)
API = ("/graphql/", "/_allauth/", "/api/")


def hand_over(request: HttpRequest, young_person: str) -> None:
    request.session[KEY] = {"young_person": young_person, "at": time.time(), "told": False}


def handed_over(request: HttpRequest) -> dict[str, Any] | None:
    found: dict[str, Any] | None = request.session.get(KEY)
    return found


def note_that_somebody_was_told(request: HttpRequest) -> None:
    """The worker learns it when they have the screen again."""
    request.session[KEY] = {**request.session[KEY], "told": True}


def is_proved(request: HttpRequest) -> bool:
    """Whether the worker has shown since then that it is them."""
    records = get_authentication_records(request, request.user)
    return any(one["at"] > request.session[KEY]["at"] for one in records)


def take_back(request: HttpRequest) -> dict[str, Any]:
    found: dict[str, Any] = request.session.pop(KEY)
    return found


def place_of(young_person: str) -> str:
    return f"/people/{quote(young_person, safe='')}/together/"


class HandedOverMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if settings.SESSION_COOKIE_NAME not in request.COOKIES or OPEN.match(request.path):
            return self.get_response(request)
        handed = handed_over(request)
        if handed is None or quote(request.path).startswith(place_of(handed["young_person"])):
            return self.get_response(request)
        if request.path.startswith(API):
            problem = {"message": _("Give the screen back first."), "extensions": {"code": "NOT_ALLOWED"}}
            return JsonResponse({"errors": [problem]}, status=403)
        return redirect(place_of(handed["young_person"]))
