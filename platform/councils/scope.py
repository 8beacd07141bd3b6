"""Whose rows the current thread, task or job may see.

Touches no database: the engine (`councils.postgres`) reads it and sends it with every statement.
"""

import logging
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied

if TYPE_CHECKING:
    from leavingwell.platform.councils.models import Council

logger = logging.getLogger(__name__)

NATIONAL = 0
_scope: ContextVar[int | None] = ContextVar("scope", default=None)  # None: nobody's rows | NATIONAL | a council's id


class ScopeViolation(PermissionDenied):
    """The database refused a row outside the scope."""


class NoScope(RuntimeError):
    """Council-owned rows were asked for with no scope open."""


def current() -> int | None:
    return _scope.get()


def current_council_id() -> int:
    """The council whose scope is open; raises `NoScope` when there is none, or it is the nation's."""
    value = current()
    if not value:
        raise NoScope("a council's scope is needed here")
    return value


@contextmanager
def enter(value: int | None) -> Iterator[None]:
    token = _scope.set(value)
    try:
        yield
    finally:
        _scope.reset(token)


def scope(council: "Council | int") -> AbstractContextManager[None]:
    pk = council if isinstance(council, int) else council.pk
    if not isinstance(pk, int) or isinstance(pk, bool) or pk < 1:
        raise ValueError(f"not a council: {council!r}")
    return enter(pk)


def national_scope(reason: str) -> AbstractContextManager[None]:
    """Every council's rows, and the nation's, may be read and written: say why, for the log."""
    if not reason:
        raise ValueError("say why")
    logger.info("national scope: %s", reason)
    return enter(NATIONAL)
