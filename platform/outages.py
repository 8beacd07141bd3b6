"""When PostgreSQL or Valkey does not answer: a plain page, a status that says so, and no word of what is behind it."""

import sys

import redis.exceptions
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from leavingwell.themes.portal import errors

STOPPED = (OperationalError, InterfaceError, redis.exceptions.ConnectionError, redis.exceptions.TimeoutError)
SECONDS = 30
FOR_PROGRAMS = ("/graphql/", "/_allauth/")


def is_outage(exception: BaseException | None) -> bool:
    """Whether a server that we stand on did not answer."""
    return isinstance(exception, STOPPED)


def stopped(request: HttpRequest) -> HttpResponse:
    """503, to be tried again soon: an error in JSON for programs, a page for people."""
    if request.path.startswith(FOR_PROGRAMS):
        error = {"message": _("This service has stopped for a moment."), "extensions": {"code": "UNAVAILABLE"}}
        response: HttpResponse = JsonResponse({"errors": [error]}, status=503)
    else:
        response = HttpResponse(render_to_string("outages/stopped.html"), status=503)
    response["Retry-After"] = str(SECONDS)
    response["Cache-Control"] = "no-store"
    return response


def server_error(request: HttpRequest) -> HttpResponse:
    """Django's handler of whatever broke. A server that we stand on and that stopped has a page of its own."""
    return stopped(request) if is_outage(sys.exception()) else errors.server_error(request)
