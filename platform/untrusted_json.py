"""JSON that somebody brings: read strictly, and looked through for what the database cannot keep."""

import json
from collections.abc import Iterator
from typing import Any

MARKS = (b"[", b"{", b",")


def loads(data: bytes) -> Any:
    """Raises ValueError or RecursionError for what is no JSON in UTF-8, NaN and Infinity among it."""
    return json.loads(data.decode("utf-8-sig"), parse_constant=refused_constant)


def refused_constant(name: str) -> Any:
    """NaN and Infinity, which Python reads but JSON does not have."""
    raise ValueError(name)


def parts_in(data: bytes) -> int:
    """At most so many lists, objects and members: too many would fill the memory when they are read."""
    return sum(data.count(mark) for mark in MARKS)


def all_storable(value: Any) -> bool:
    return all(is_storable(text) for text in strings_in(value))


def strings_in(value: Any) -> Iterator[str]:
    """Keys too."""
    waiting = [value]
    while waiting:
        one = waiting.pop()
        if isinstance(one, str):
            yield one
        elif isinstance(one, dict):
            waiting += [*one.keys(), *one.values()]
        elif isinstance(one, list):
            waiting += one


def is_storable(text: str) -> bool:
    """PostgreSQL keeps no NUL, and halves of characters are none."""
    return "\0" not in text and not any("\ud800" <= letter <= "\udfff" for letter in text if letter > "\u7fff")
