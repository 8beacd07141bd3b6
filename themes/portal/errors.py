"""What people see when something is not there, not theirs, or broken. Each page says what to do next."""

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render

from leavingwell.themes.portal.handing_over import API
from leavingwell.themes.portal.views.kept import session_over


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "portal/errors/bad_request.html", status=400)


def not_allowed(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "portal/errors/not_allowed.html", status=403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "portal/errors/not_found.html", status=404)


def only_sent_to(request: HttpRequest, answer: HttpResponseBase) -> HttpResponseBase:
    """An address of a council that takes what a form sends shows a page to who opens it, not an empty window."""
    of_a_council = getattr(request, "council", None) is not None and not request.path.startswith(API)
    if answer.status_code != HTTPStatus.METHOD_NOT_ALLOWED or request.method != "GET" or not of_a_council:
        return answer
    told = render(request, "portal/errors/not_found.html", status=answer.status_code)
    told.headers["Allow"] = answer.headers.get("Allow", "POST")
    return told


def server_error(request: HttpRequest) -> HttpResponse:
    """Stands without database, API and council."""
    return render(request, "portal/errors/server_error.html", status=500)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Mostly a page that was open while somebody signed in or out elsewhere: what was typed is kept."""
    return session_over(request)
