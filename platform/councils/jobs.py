"""Background jobs run inside one council's scope: it is the first argument of every job."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from leavingwell.platform.councils.scope import scope

P = ParamSpec("P")
R = TypeVar("R")


def council_job(func: Callable[P, R]) -> Callable[Concatenate[int, P], R]:
    """Enqueue with `queue.enqueue(job, council_id, …)`; pass ids, never objects."""

    @wraps(func)
    def run(council_id: int, /, *args: P.args, **kwargs: P.kwargs) -> R:
        with scope(council_id):
            return func(*args, **kwargs)

    return run
