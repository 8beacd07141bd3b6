"""When PostgreSQL or Valkey does not answer: a plain page, a status that says so, and no word of what is behind it."""

import sys

import redis.exceptions
from django.conf import settings
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _

from leavingwell.themes.portal import errors
from leavingwell.translations.languages import LANGUAGES
from leavingwell.translations.negotiation import choose

STOPPED = (OperationalError, InterfaceError, redis.exceptions.ConnectionError, redis.exceptions.TimeoutError)
SECONDS = 30
FOR_PROGRAMS = ("/graphql/", "/_allauth/")


def is_outage(exception: BaseException | None) -> bool:
    """Whether a server that we stand on did not answer."""
    return isinstance(exception, STOPPED)


def language_of_reader(request: HttpRequest) -> str:
    """By what the request itself says: without a database nobody knows the council or the account."""
    wish = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME)
    return choose(wish, accept=request.headers.get("Accept-Language", ""), offered=list(LANGUAGES))


def stopped(request: HttpRequest) -> HttpResponse:
    """503, to be tried again soon: an error in JSON for programs, a page for people."""
    with translation.override(language_of_reader(request)):
        response = answer_to(request)
    response["Retry-After"] = str(SECONDS)
    response["Cache-Control"] = "no-store"
    return response


def answer_to(request: HttpRequest) -> HttpResponse:
    if request.path.startswith(FOR_PROGRAMS):
        error = {"message": _("This service has stopped for a moment."), "extensions": {"code": "UNAVAILABLE"}}
        return JsonResponse({"errors": [error]}, status=503)
    return HttpResponse(render_to_string("outages/stopped.html"), status=503)


def server_error(request: HttpRequest) -> HttpResponse:
    """Django's handler of whatever broke. A server that we stand on and that stopped has a page of its own."""
    return stopped(request) if is_outage(sys.exception()) else errors.server_error(request)
