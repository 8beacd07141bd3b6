"""What holds for every page outside the admin: the language it speaks, and headers that keep it safe and private."""

from collections.abc import Callable
from contextlib import nullcontext

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils import translation

from leavingwell.themes.portal import handing_over, previewing
from leavingwell.themes.portal.errors import only_sent_to
from leavingwell.themes.portal.languages import asked_language, interface_language
from leavingwell.themes.portal.writing import writing_in
from leavingwell.translations.interface import setting_apart

POLICY = (
    "default-src 'self'; img-src 'self' data:; style-src 'self'; script-src 'self'; "
    "worker-src 'self'; object-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'"
)
UNUSED = "camera=(), geolocation=(), microphone=(), payment=(), usb=()"  # what no page of ours asks a device for
HAVE_THEIR_OWN = ("/admin/", "/graphql/")  # Wagtail and GraphiQL need inline scripts


def with_headers(request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
    previewing.with_headers(request, response, POLICY)
    response.headers.setdefault("Content-Security-Policy", POLICY)
    response.headers.setdefault("Permissions-Policy", UNUSED)
    if response.headers.get("Content-Type", "").startswith("text/html"):
        signed_in = settings.SESSION_COOKIE_NAME in request.COOKIES or settings.SESSION_COOKIE_NAME in response.cookies
        response.headers.setdefault("Cache-Control", "no-store" if signed_in else "private, no-cache")
    return response


class PortalMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.path.startswith(HAVE_THEIR_OWN):
            return self.get_response(request)
        previewing.choose_language(request)
        handing_over.choose_language(request)
        apart = setting_apart() if request.method in previewing.READING else nullcontext()
        asked = asked_language(request)
        with translation.override(interface_language(request, asked)), apart, writing_in(asked):
            answer = previewing.begin(request) or only_sent_to(request, self.get_response(request))
            return with_headers(request, answer)
