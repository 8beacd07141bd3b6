"""Whose turn it is: of many that are alike a run tries some, and the runs of the next days the others.

`TURN=<number> make test` runs with the choices of another day: pytest names the number in its first lines.
"""

import os
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TypeVar

T = TypeVar("T")
TURN = int(os.environ.get("TURN") or datetime.now(UTC).toordinal())


def in_turn(alike: Sequence[T], place: int) -> T:
    """One of them: another each day, and another at each place of one run."""
    return alike[(TURN + place) % len(alike)]


def some_in_turn(alike: Sequence[T], number: int, place: int) -> list[T]:
    """As many of them as asked for, or all where there are no more: in as few days as can be each is tried."""
    number = min(number, len(alike))
    return [alike[((TURN + place) * number + step) % len(alike)] for step in range(number)]
