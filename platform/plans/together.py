"""Rows that were read together: what hangs on one is read for all of them, so that a list costs no more queries."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, TypeVar

from django.db.models import Model, QuerySet
from django.db.models.query import ModelIterable

M = TypeVar("M", bound=Model)
Found = TypeVar("Found")
Row = TypeVar("Row")
ROWS = "read_with"


class Together(ModelIterable):  # type: ignore[type-arg]  # takes no argument when it runs
    def __iter__(self) -> Iterator[Any]:
        return iter(put_together(list(super().__iter__())))


def put_together(rows: Sequence[M]) -> Sequence[M]:
    """A row alone is not marked: it would hold itself in memory."""
    if len(rows) > 1:
        for row in rows:
            setattr(row, ROWS, rows)
    return rows


def reading_together(rows: QuerySet[M]) -> QuerySet[M]:
    """The same query. Its rows are to be few enough to be held at once: a page of a list."""
    found: Any = rows.all()
    found._iterable_class = Together
    return found  # type: ignore[no-any-return]


def read_with(row: M) -> Sequence[M]:
    """All that the row was read with, itself among them."""
    rows: Sequence[M] = getattr(row, ROWS, None) or [row]
    return rows


def for_each(row: M, name: str, read: Callable[[Sequence[M]], Sequence[Found]]) -> Found:
    """What `read` finds for this row. It is given all that were read with it, and each keeps its own under `name`."""
    if not hasattr(row, name):
        rows = read_with(row)
        for one, found in zip(rows, read(rows), strict=True):
            setattr(one, name, found)
    kept: Found = getattr(row, name)
    return kept


def of_each(owners: Iterable[Any], rows: Iterable[Row], owner_of: Callable[[Row], Any]) -> list[list[Row]]:
    """The rows of each owner, in the order in which they come."""
    found: dict[Any, list[Row]] = defaultdict(list)
    for row in rows:
        found[owner_of(row)].append(row)
    return [found[owner] for owner in owners]
