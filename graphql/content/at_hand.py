"""Lists of the council's pages that ask for a line of each, as home does: answered from what is `at_hand`."""

from collections.abc import Callable
from typing import Any

from graphql import Undefined

from leavingwell.content import at_hand
from leavingwell.graphql.content.noting import noted_page
from leavingwell.graphql.context import Info
from leavingwell.graphql.selected import given, names, rows_alone

LINE_OF_NEWS = frozenset({"__typename", "id", "slug", "title", "publishedOn"})
LINE_OF_EVENT = frozenset({"__typename", "id", "slug", "title", "startsAt", "endsAt", "place"})


def first_asked(info: Info) -> int | None:
    """How many are asked for; None where more is said than how many, and in which language."""
    arguments = {name: value for name, value in given(info).items() if value not in (None, Undefined)}
    more = {name for name, value in arguments.items() if value is not False} - {"first", "language"}
    return None if more else arguments.get("first")


def lines(
    info: Info, asked: frozenset[str], read: Callable[[int], list[Any] | None], language: str | None
) -> list[Any] | None:
    count, columns = first_asked(info), rows_alone(info)
    rows = read(count) if count and columns and names(columns) <= asked else None
    return None if rows is None else [noted_page(row, language, info) for row in rows]


def news_lines(info: Info, language: str | None) -> list[Any] | None:
    return lines(info, LINE_OF_NEWS, at_hand.news_at_hand, language)


def event_lines(info: Info, language: str | None) -> list[Any] | None:
    return lines(info, LINE_OF_EVENT, at_hand.events_at_hand, language)
