"""How many statements something costs, and how long it takes."""

import statistics
import time
from collections.abc import Callable
from functools import cache, partial
from typing import Any

TIMES = 15
Visit = Callable[[], Any]


def noted(queries: list[str], execute: Any, sql: str, *arguments: Any) -> Any:
    queries.append(sql)
    return execute(sql, *arguments)


@cache
def settle() -> None:
    """As the web server does once its pages are loaded."""
    from leavingwell.platform.gunicorn import keep_what_is_loaded

    keep_what_is_loaded()


def measure(visit: Visit) -> tuple[int, float]:
    """How many statements, and the median of milliseconds once warm."""
    from django.db import connection

    answer = visit()
    settle()
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
