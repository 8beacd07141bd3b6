"""/health/ says whether the servers that we stand on answer, and which does not. It needs no council."""

from collections.abc import Callable

import django_rq
from django.db import connection
from django.http import HttpRequest, JsonResponse
from django.http.response import HttpResponseBase


def database_answers() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")


def queue_answers() -> None:
    django_rq.get_connection("default").ping()


CHECKS: dict[str, Callable[[], None]] = {"database": database_answers, "queue": queue_answers}


def answers(check: Callable[[], None]) -> bool:
    try:
        check()
    except Exception:  # whatever a stopped server raises: the answer is no
        return False
    return True


class HealthMiddleware:
    """Before everything that needs a database."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.path != "/health/":
            return self.get_response(request)
        found = {name: answers(check) for name, check in CHECKS.items()}
        words = {name: "ok" if good else "down" for name, good in found.items()}
        return JsonResponse(words, status=200 if all(found.values()) else 503)
