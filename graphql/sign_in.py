"""Who asks: a session token, or a browser's session that comes from our own pages."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import CsrfViewMiddleware
from django.utils.translation import gettext as _

from leavingwell.graphql.refusals import Refusal
from leavingwell.platform.people.authentication import UnknownToken, sign_in_by_token
from leavingwell.platform.people.request import Request
from leavingwell.platform.people.sign_in.second_step import needs_second_step
from leavingwell.translations.middleware import language_of_request


class CookieCheck(CsrfViewMiddleware):
    """Django's check of origin and token, which answers with the reason instead of a page."""

    def _reject(self, request: HttpRequest, reason: str) -> Any:
        return reason


def after(request: HttpRequest) -> HttpResponse:
    """Stands where a middleware has its view: never called."""
    return HttpResponse()


def comes_from_elsewhere(request: Request) -> bool:
    origin = request.headers.get("Origin")
    return origin is not None and origin != f"{request.scheme}://{request.get_host()}"


def check_cookie(request: Request) -> None:
    """A cookie is sent along by itself, so another site's page must not be able to use it: not even for reading."""
    reason = CookieCheck(after).process_view(request, after, (), {})
    if reason or comes_from_elsewhere(request):
        raise Refusal(403, "CSRF_FAILED", _("Reload the page and try again."))


def sign_in(request: Request) -> None:
    """Puts the account on the request and opens it in its language. Raises a 401 or a 403; a visitor is welcome."""
    try:
        if sign_in_by_token(request):
            request.language = language_of_request(request)
        elif request.user.is_authenticated:
            check_cookie(request)
    except UnknownToken:
        raise Refusal(401, "UNAUTHENTICATED", _("This session is over. Sign in again.")) from None
    if needs_second_step(request):
        raise Refusal(403, "SECOND_STEP_NEEDED", _("Your council asks for a second step. Set one up, then come back."))
