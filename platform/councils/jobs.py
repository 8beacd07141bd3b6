"""Background jobs run inside one council's scope: it is the first argument of every job."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

import django_rq
from rq import Retry

from leavingwell.platform.councils.models import Council
from leavingwell.platform.councils.scope import scope

P = ParamSpec("P")
R = TypeVar("R")

TIME = 30 * 60  # seconds that a job of the clock may take in one council
AGAIN_AFTER = [60, 600]  # seconds


def council_job(func: Callable[P, R]) -> Callable[Concatenate[int, P], R]:
    """Enqueue with `queue.enqueue(job, council_id, …)`; pass ids, never objects."""

    @wraps(func)
    def run(council_id: int, /, *args: P.args, **kwargs: P.kwargs) -> R:
        with scope(council_id):
            return func(*args, **kwargs)

    return run


def in_every_council(job: Callable[[int], object], description: str) -> None:
    """Puts a council's job in the queue for each council in use, so that one that fails holds up no other."""
    queue = django_rq.get_queue("default", commit_mode="auto")
    for council in Council.objects.filter(is_active=True).order_by("pk"):
        retry = Retry(max=len(AGAIN_AFTER), interval=AGAIN_AFTER)
        queue.enqueue(job, council.pk, job_timeout=TIME, retry=retry, description=description)
