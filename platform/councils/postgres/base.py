"""PostgreSQL engine that sends the scope with every statement, in the same message, for that transaction only.

Nothing is remembered on the connection, so nothing has to be reset: right under threads, pools, PgBouncer and jobs.
A path that goes round the engine has no scope and sees no rows.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import Any, Self

from django.core.exceptions import ImproperlyConfigured
from django.db.backends.postgresql import base
from psycopg import ClientCursor, Connection, Copy, errors, sql
from psycopg.pq import TransactionStatus

from leavingwell.platform.councils import scope


def prefix(connection: Connection[Any]) -> str:
    """The statement that goes in front: the scope, said again each time."""
    status, value = connection.info.transaction_status, scope.current()
    if status == TransactionStatus.INERROR:
        return ""  # only ROLLBACK is heard now
    if value is None and connection.autocommit and status == TransactionStatus.IDLE:
        return ""  # the server's own default: nobody's rows
    # A transaction keeps an earlier statement's scope, so "none" must be said too.
    return f"SET LOCAL lw.scope = '{'' if value is None else int(value)}';"


@contextmanager
def refusals() -> Iterator[None]:
    try:
        yield
    except errors.InsufficientPrivilege as error:
        raise scope.ScopeViolation("That row is outside your council.") from error


class ScopedCursor(base.CursorMixin, ClientCursor[Any]):
    """Made of the two that Django makes its own cursor of."""

    def execute(self, query: Any, params: Any = None, **kwargs: Any) -> Self:
        before = prefix(self.connection)
        if isinstance(query, sql.Composable):
            query = query.as_string(self)
        elif isinstance(query, bytes):
            query = query.decode()
        with refusals():
            super().execute(before + query, params, **kwargs)
        if before:
            self.nextset()  # leave SET's own result behind
        return self

    def separately(self) -> None:
        """executemany, COPY and stream take one statement: the scope goes ahead, in the same transaction."""
        idle = self.connection.info.transaction_status == TransactionStatus.IDLE
        if scope.current() is not None and self.connection.autocommit and idle:
            raise scope.NoScope("executemany, COPY and stream need transaction.atomic()")
        self.connection.execute("SELECT 1")

    def executemany(self, query: Any, params_seq: Iterable[Any], **kwargs: Any) -> None:
        self.separately()
        with refusals():
            super().executemany(query, params_seq, **kwargs)

    @contextmanager
    def copy(self, statement: Any, params: Any = None, **kwargs: Any) -> Iterator[Copy]:
        self.separately()
        with super().copy(statement, params, **kwargs) as copying:
            yield copying

    def stream(self, query: Any, params: Any = None, **kwargs: Any) -> Iterator[Any]:
        self.separately()
        return super().stream(query, params, **kwargs)


class DatabaseWrapper(base.DatabaseWrapper):
    def get_connection_params(self) -> dict[str, Any]:
        params = super().get_connection_params()
        if params["cursor_factory"] is not base.Cursor:
            raise ImproperlyConfigured("server_side_binding cannot carry the scope")
        return {**params, "cursor_factory": ScopedCursor}

    def chunked_cursor(self) -> Any:
        # A cursor WITH HOLD outlives its transaction, and its scope: only inside atomic().
        return super().chunked_cursor() if self.in_atomic_block else self.cursor()

    def create_cursor(self, name: str | None = None) -> Any:
        if name:
            self.connection.execute("SELECT 1")  # DECLARE takes one statement: send the scope ahead
        return super().create_cursor(name)

    def on_commit(self, func: Callable[[], object], robust: bool = False) -> None:
        # Hooks run after the caller's `with scope()` may have ended: give them the scope they were made in.
        value = scope.current()

        @wraps(func)
        def run() -> object:
            with scope.enter(value):
                return func()

        super().on_commit(run, robust)
