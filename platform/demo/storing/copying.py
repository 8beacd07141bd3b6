"""Storing many rows with COPY: a third of the time of `bulk_create`, which the start of the demonstration waits for."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db import connection

from leavingwell.platform.councils.owned import Owned


def copy_values(model: type[Owned], columns: Sequence[str], rows: Iterable[tuple[Any, ...]]) -> None:
    """Stores rows of plain values, inside a transaction and a scope.

    PostgreSQL refuses to COPY into a table with row-level security: the rows go by way of a temporary one, and pass
    the wall and its triggers from there.
    """
    quote = connection.ops.quote_name
    table, staged = quote(model._meta.db_table), quote(f"staged_{model._meta.db_table}")
    names = ", ".join(quote(column) for column in columns)
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE TEMPORARY TABLE {staged} (LIKE {table})")
        with cursor.copy(f"COPY {staged} ({names}) FROM STDIN") as copy:
            for row in rows:
                copy.write_row(row)
        cursor.execute(f"INSERT INTO {table} ({names}) SELECT {names} FROM {staged}")
        cursor.execute(f"DROP TABLE {staged}")


def copy_rows(rows: Sequence[Owned]) -> None:
    """Stores instances of one model. Their keys are made in Python, so that others can point to them at once."""
    if not rows:
        return
    model = type(rows[0])
    fields = model._meta.concrete_fields
    for row in rows:
        row.take_council()
    values = (tuple(f.get_db_prep_save(getattr(row, f.attname), connection) for f in fields) for row in rows)
    copy_values(model, [field.column for field in fields if field.column], values)
