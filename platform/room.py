"""Room for the frames of calls that nest deep: a request, a job.

Python keeps the frames of running calls in chunks of 16 KB. It takes a chunk from the system when a call no longer fits
and gives it back when that call returns. A request nests through many chunks (middleware, GraphQL, queries, templates),
and loops that happen to call across the end of one did so thousands of times: a fifth to a third of a page's time.
`python benchmarks/room.py` measures it.
"""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

SLOTS = 70_000  # of 8 bytes: more than half of a chunk of 1 MB, and what is nested has the other half
P = ParamSpec("P")
T = TypeVar("T")


def with_room(call: Callable[P, T]) -> Callable[P, T]:
    """The same call, in one large chunk that is kept until it returns. It is a middleware, too."""

    def roomy(*args: P.args, **kwargs: P.kwargs) -> T:
        return call(*args, **kwargs)

    roomy.__code__ = roomy.__code__.replace(co_stacksize=SLOTS)
    return wraps(call)(roomy)
