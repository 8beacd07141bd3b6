"""Queries and milliseconds of what people open most, each as a ratio to the smallest request within this run.

`python benchmarks/pages.py`
"""

import statistics
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import django

TIMES = 15
CONTRACT = Path(__file__).parents[1] / "tests" / "contract"
SMALLEST = "the smallest request: { viewer { name } }"
Visit = Callable[[], Any]


def visitor(name: str) -> Any:
    """A browser of Northmoor in which the person is signed in."""
    from django.conf import settings
    from django.test import Client

    from leavingwell.platform.councils.models import Council
    from leavingwell.platform.councils.scope import scope
    from leavingwell.platform.people.models import Person

    council = Council.objects.get(slug="northmoor")
    with scope(council):
        person = Person.objects.select_related("user").get(name=name)
        client = Client(HTTP_HOST=council.host)
        client.force_login(person.user, backend=settings.AUTHENTICATION_BACKENDS[0])
    return client


def asking(client: Any, query: str, **variables: Any) -> Visit:
    body = {"query": query, "variables": variables}
    return lambda: client.post("/graphql/", body, content_type="application/json")


def visits() -> dict[str, Visit]:
    wren, tally = visitor("Wren"), visitor("Tally")
    own = asking(wren, "{ viewer { youngPerson { plan { id } } } }")().json()["data"]
    plan = own["viewer"]["youngPerson"]["plan"]["id"]
    return {
        SMALLEST: asking(wren, "{ viewer { name } }"),
        "portal: home": lambda: wren.get("/"),
        "portal: a question of the checklist": lambda: wren.get("/questions/HOME-03/"),
        "API: the whole plan": asking(wren, (CONTRACT / "plan.graphql").read_text(), id=plan),
        "API: totals of one area, 617 young people": asking(
            tally, (CONTRACT / "insight.graphql").read_text(), domain="HOME"
        ),
        "API: totals of all areas, 617 young people": asking(tally, (CONTRACT / "insight.graphql").read_text()),
    }


def noted(queries: list[str], execute: Any, sql: str, *arguments: Any) -> Any:
    queries.append(sql)
    return execute(sql, *arguments)


def measure(visit: Visit) -> tuple[int, float]:
    """How many statements, and the median of milliseconds once warm."""
    from django.db import connection

    answer = visit()
    assert answer.status_code == 200, answer.content[:300]
    assert b'"errors"' not in answer.content[:20], answer.content[:300]
    queries: list[str] = []
    with connection.execute_wrapper(partial(noted, queries)):
        visit()
    taken = []
    for _time in range(TIMES):
        start = time.perf_counter()
        visit()
        taken.append(time.perf_counter() - start)
    return len(queries), statistics.median(taken) * 1000


def main() -> None:
    django.setup()
    measured = {name: measure(visit) for name, visit in visits().items()}
    _queries, least = measured[SMALLEST]
    sys.stdout.write(f"{'what':<46}{'queries':>8}{'ms':>9}{'ratio':>8}\n")
    for name, (queries, milliseconds) in measured.items():
        sys.stdout.write(f"{name:<46}{queries:>8}{milliseconds:>9.1f}{milliseconds / least:>8.1f}\n")


if __name__ == "__main__":
    main()
