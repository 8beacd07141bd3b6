"""A phone of one's own stays signed in; a shared or borrowed one forgets soon.

A device of one's own: two weeks from when it was last used. A shared one: when the browser is closed, and after twenty
minutes without use, as phones bring back what was open.
"""

import time
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest
from django.http.response import HttpResponseBase

OWN, SHARED = "mine", "shared"
DEVICE, LAST_USE = "portal_device", "portal_last_use"
IDLE_MINUTES = 20
# Fetched by a page or a browser of itself: no use of anybody's session.
FOR_ANYBODY = ("/static/", "/media/", "/theme", "/favicon.ico", "/sw.js", "/offline/", "/site.webmanifest")
STILL_HERE = "/still-here/"  # asked by a page on its own: it may find the session over, and is no use of it
NOTED_EVERY = {OWN: 24 * 60 * 60, SHARED: 60}  # seconds: not each page writes to the session


def remember_or_forget(sender: object, request: HttpRequest, **kwargs: Any) -> None:
    """Called when somebody has signed in: the code page asks whose phone it is."""
    device = request.POST.get("device")
    if device in (OWN, SHARED):
        request.session[DEVICE], request.session[LAST_USE] = device, time.time()
    if device == SHARED:
        request.session.set_expiry(0)


def is_own(request: HttpRequest) -> bool:
    """The reader said that this device is theirs alone."""
    return not request.session.get_expire_at_browser_close()


def is_shared(request: HttpRequest) -> bool:
    session = getattr(request, "session", {})  # there is none where the session itself could not be made
    return bool(session.get(DEVICE) == SHARED)


def has_ended(request: HttpRequest) -> bool:
    """The browser had a session, and it is over."""
    return bool(request.COOKIES.get(settings.SESSION_COOKIE_NAME)) and request.session.is_empty()


def note_use(request: HttpRequest) -> None:
    """Ends a shared session that nobody used for a while, and counts the others' time anew."""
    device = request.session.get(DEVICE)
    if device not in NOTED_EVERY:
        return
    unused = time.time() - request.session.get(LAST_USE, 0)
    if device == SHARED and unused > IDLE_MINUTES * 60:
        logout(request)
    elif unused > NOTED_EVERY[device] and request.path != STILL_HERE:
        request.session[LAST_USE] = time.time()


class DeviceMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if settings.SESSION_COOKIE_NAME in request.COOKIES and not request.path.startswith(FOR_ANYBODY):
            note_use(request)
        return self.get_response(request)
