"""Who signs a request: a browser's session, or the headless token in `X-Session-Token`.

The one place that touches allauth's internals for the token.
"""

from allauth.headless import app_settings
from allauth.headless.internal.sessionkit import authenticate_by_x_session_token, new_session
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.auth import login
from django.http import HttpRequest

from leavingwell.platform.people.middleware import viewer_of
from leavingwell.platform.people.models import Person, User
from leavingwell.platform.people.request import Request
from leavingwell.platform.people.sign_in.second_step import needs_second_step

HEADER = "X-Session-Token"
LONGEST_TOKEN = 64  # a session's key has half as many; the cache takes no key that is much longer


class UnknownToken(Exception):
    """The token is over, made up, or another council's: all alike."""


def sign_in_by_token(request: Request) -> bool:
    """Puts the token's account on the request. False when the request carries none; raises `UnknownToken`."""
    token = request.headers.get(HEADER)
    if token is None:
        return False
    could_be_one = token.isascii() and token.isalnum() and len(token) <= LONGEST_TOKEN
    found = authenticate_by_x_session_token(token) if could_be_one else None
    if found is None:
        raise UnknownToken
    request.user, request.session = found
    request.viewer = viewer_of(request)
    return True


def viewer_from(request: Request) -> Person | None:
    """The viewer of a request that may carry a token; nobody for an unknown one."""
    try:
        sign_in_by_token(request)
    except UnknownToken:
        return None
    return None if needs_second_step(request) else request.viewer or None


def new_session_token(user: User, device: str = "") -> str:
    """A fresh token for `X-Session-Token`, as if the account had just signed in with an app on this machine.

    `device` is the user agent under which its owner finds it among the places where they are signed in.
    """
    request = HttpRequest()
    request.META = {"REMOTE_ADDR": "127.0.0.1", "HTTP_USER_AGENT": device}
    request.session, request.user = new_session(), user
    login(request, user, backend=settings.AUTHENTICATION_BACKENDS[0])
    request.session.save()
    UserSession.objects.create_from_request(request)
    token: str = app_settings.TOKEN_STRATEGY.create_session_token(request)
    return token
