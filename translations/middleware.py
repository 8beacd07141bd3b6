"""Opens each request in the reader's language: cookie, own language, browser, council's default."""

from collections.abc import Callable

from django.conf import settings
from django.http.response import HttpResponseBase
from django.utils import translation

from leavingwell.platform.people.request import Request
from leavingwell.translations.languages import SOURCE
from leavingwell.translations.negotiation import choose
from leavingwell.translations.services.arriving import written_by


def language_of_request(request: Request) -> str:
    council = request.council
    if council is None:
        return SOURCE
    cookie = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME)
    offered = council.language_codes or [council.default_language]
    return choose(
        cookie if cookie in offered else None,
        request.viewer.language if request.viewer else None,
        accept=request.headers.get("Accept-Language", ""),
        offered=offered,
        default=council.default_language,
    )


class LanguageMiddleware:
    def __init__(self, get_response: Callable[[Request], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: Request) -> HttpResponseBase:
        request.language = language_of_request(request)
        with translation.override(request.language), written_by(request.viewer):
            return self.get_response(request)
