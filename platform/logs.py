"""What logs may hold: where something broke and what kind of fault it was, never what somebody typed."""

import logging
from collections.abc import Iterator
from traceback import format_tb
from types import TracebackType

Raised = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class PlacesOnly(logging.Formatter):
    """Leaves out the messages of exceptions: those of PostgreSQL, for one, quote the row that they refuse."""

    def formatException(self, ei: Raised) -> str:  # noqa: N802 -- logging's own name
        return "\n".join(told(ei[1])) if ei[1] else ""


def told(error: BaseException) -> Iterator[str]:
    """What led to it first, as Python's own tracebacks have it."""
    before = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if before:
        yield from told(before)
    yield "".join(format_tb(error.__traceback__)) + kind_of(error)


def kind_of(error: BaseException) -> str:
    """The exception's name, and PostgreSQL's code where there is one."""
    name, code = f"{type(error).__module__}.{type(error).__qualname__}", getattr(error, "sqlstate", None)
    return f"{name} ({code})" if code else name
