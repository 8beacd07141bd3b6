"""The screen in the young person's hands: until the worker proves who they are, the session shows one checklist alone.

The server holds to it, whatever is typed into the address bar, and on the admin and the API alike. A screen that lies
about for half an hour signs the worker out, and so do three proofs that are wrong.
"""

import re
import time
from collections.abc import Callable
from http import HTTPStatus
from typing import Any
from urllib.parse import quote, urlencode

from allauth.account.authentication import get_authentication_records
from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from leavingwell.themes.portal.devices import FOR_ANYBODY
from leavingwell.themes.portal.languages import SOURCE

KEY = "portal_handed_over"
PROOF = re.compile(r"^/accounts/(2fa/(webauthn/)?)?reauthenticate/$")  # that the worker has the screen again
# Help, the ways out (to give the screen back, or to sign out), and what a page that was gone back to asks.
OPEN = re.compile(r"^/(help/$|language/$|handed-back/$|still-here/$|accounts/logout/$)")
IDLE_MINUTES, NOTED_EVERY, MOST_WRONG = 30, 60, 3  # the second in seconds: not each page writes to the session
FOR_THE_WORKER = re.compile(rf"{PROOF.pattern}|^/handed-back/$")
API = ("/graphql/", "/_allauth/", "/api/")


def hand_over(request: HttpRequest, young_person: str, language: str | None) -> None:
    """`language` is the young person's; None where nobody has said which it is."""
    now = time.time()
    begun = {"at": now, "seen": now, "wrong": 0, "told": False}
    request.session[KEY] = {"young_person": young_person, "language": language, **begun}


def is_for_anybody(request: HttpRequest) -> bool:
    """Whether it is answered without looking at a session."""
    return settings.SESSION_COOKIE_NAME not in request.COOKIES or request.path.startswith(FOR_ANYBODY)


def handed_over(request: HttpRequest) -> dict[str, Any] | None:
    session = getattr(request, "session", {})  # there is none where the session itself could not be made
    found: dict[str, Any] | None = session.get(KEY)
    return found


def note_that_somebody_was_told(request: HttpRequest) -> None:
    """The worker learns it when they have the screen again."""
    request.session[KEY] = {**request.session[KEY], "told": True}


def their_language(request: HttpRequest) -> str | None:
    """The language of whoever holds the screen now, if the council has it; None for the worker, who also gives the
    proof in their own.
    """
    handed = handed_over(request)
    if handed is None or FOR_THE_WORKER.match(request.path):
        return None
    found = handed.get("language")
    return found if found in languages_of(request) else None


def languages_of(request: Any) -> tuple[str, ...]:
    return (SOURCE, *request.council.language_codes)


def choose_language(request: Any) -> None:
    """Of the whole page."""
    if not is_for_anybody(request) and (theirs := their_language(request)):
        request.language = theirs


def read_in(request: HttpRequest, language: str) -> None:
    """Another language, chosen by whoever holds the screen: the worker's own stays what it was."""
    request.session[KEY] = {**request.session[KEY], "language": language}


def is_proved(request: HttpRequest) -> bool:
    """Whether the worker has shown since then that it is them."""
    records = get_authentication_records(request, request.user)
    return any(one["at"] > request.session[KEY]["at"] for one in records)


def take_back(request: HttpRequest) -> dict[str, Any]:
    found: dict[str, Any] = request.session.pop(KEY)
    return found


def place_of(young_person: str) -> str:
    return f"/people/{quote(young_person, safe='')}/together/"


def is_left_alone(request: HttpRequest) -> bool:
    """Nobody has used the screen for half an hour. Notes that somebody does now."""
    handed = request.session[KEY]
    unused = time.time() - handed.get("seen", handed["at"])
    if unused > NOTED_EVERY:
        request.session[KEY] = {**handed, "seen": time.time()}
    return bool(unused > IDLE_MINUTES * 60)


def is_wrong_too_often(request: HttpRequest, answer: HttpResponseBase) -> bool:
    """Whether this proof was wrong, and the last that may be. One that is right is answered by going on."""
    if answer.status_code == HTTPStatus.FOUND or not handed_over(request):
        return False
    wrong = request.session[KEY].get("wrong", 0) + 1
    request.session[KEY] = {**request.session[KEY], "wrong": wrong}
    return bool(wrong >= MOST_WRONG)


def sign_out(request: HttpRequest) -> None:
    """With all that this request knows of the worker already."""
    logout(request)
    request.__dict__.pop("portal_shell", None)
    request.viewer = None  # type: ignore[attr-defined]  # our middleware gave it


class HandedOverMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if is_for_anybody(request):
            return self.get_response(request)
        handed = handed_over(request)
        if handed is None:
            return self.get_response(request)
        if is_left_alone(request):
            sign_out(request)
            return self.get_response(request)
        if PROOF.match(request.path):
            return self.proof(request, handed)
        if OPEN.match(request.path) or quote(request.path).startswith(place_of(handed["young_person"])):
            return self.get_response(request)
        if request.path.startswith(API):
            problem = {"message": _("Give the screen back first."), "extensions": {"code": "NOT_ALLOWED"}}
            return JsonResponse({"errors": [problem]}, status=403)
        return redirect(place_of(handed["young_person"]))

    def proof(self, request: HttpRequest, handed: dict[str, Any]) -> HttpResponseBase:
        answer = self.get_response(request)
        if request.method == "POST" and is_wrong_too_often(request, answer):
            sign_out(request)
            back = urlencode({"next": place_of(handed["young_person"]), "over": "proofs"})
            return redirect(f"{reverse('account_login')}?{back}")
        return answer
