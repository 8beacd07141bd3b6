"""A web application of mixed views for the load test: each answers which council's rows it saw."""

import json
from typing import Any

from django.apps import apps
from django.db import DatabaseError, connection, transaction
from django.http import HttpRequest, HttpResponse, JsonResponse, StreamingHttpResponse
from django.urls import path

from leavingwell.platform.councils.scope import scope


def seen() -> list[int]:
    # Around the manager: what the database itself lets through.
    Team = apps.get_model("people.Team")  # noqa: N806
    return sorted(set(Team._base_manager.values_list("council_id", flat=True)))


def plain(request: HttpRequest) -> HttpResponse:
    return JsonResponse({"seen": seen()})


def atomic(request: HttpRequest) -> HttpResponse:
    with transaction.atomic():
        seen()
        with transaction.atomic():
            return JsonResponse({"seen": seen()})


def nested(request: HttpRequest) -> HttpResponse:
    """Into another council's scope and back, with an error rolled back to a savepoint in between."""
    other = int(request.GET["other"])
    with transaction.atomic():
        with scope(other):
            inner = seen()
            try:
                with transaction.atomic():
                    connection.cursor().execute("SELECT 1/0")
            except DatabaseError:
                pass
        return JsonResponse({"seen": seen(), "inner": inner})


def stream(request: HttpRequest) -> StreamingHttpResponse:
    def body() -> Any:
        yield '{"seen": '
        yield json.dumps(seen())
        yield "}"

    return StreamingHttpResponse(body(), content_type="application/json")


def broken(request: HttpRequest) -> HttpResponse:
    with transaction.atomic():
        connection.cursor().execute("SELECT 1/0")
    return HttpResponse()


urlpatterns = [
    path("plain/", plain),
    path("atomic/", atomic),
    path("nested/", nested),
    path("stream/", stream),
    path("broken/", broken),
]
