"""Relay connections with a total count, and cursors that answer politely when they are faulty."""

from typing import Any, Self, cast

import strawberry
from django.db.models import QuerySet
from graphql import GraphQLError
from strawberry import relay
from strawberry.relay import from_base64
from strawberry_django.relay import DjangoListConnection

from leavingwell.graphql.selected import rows_alone

MOST = 100
MOSTLY_ALL = 20  # a page of so many mostly holds the whole of a plan's list


def bad_input(message: str) -> GraphQLError:
    return GraphQLError(message, extensions={"code": "BAD_USER_INPUT"})


def check_cursor(name: str, cursor: str | None) -> None:
    if cursor is None:
        return
    try:
        prefix, place = from_base64(cursor)
        valid = prefix == relay.types.PREFIX and place.isdecimal() and int(place) < 2**31
    except ValueError:
        valid = False
    if not valid:
        raise bad_input(f"'{name}' must be a cursor of this list.")


def check_size(name: str, size: int | None) -> None:
    if size is not None and not 0 <= size <= MOST:
        raise bad_input(f"'{name}' must be from 0 to {MOST}.")


def last_rows(nodes: Any, last: int, info: strawberry.Info) -> Any:
    """The rows themselves, where nobody needs to count them: no place in the list is asked for, or it is short."""
    if not isinstance(nodes, QuerySet) or nodes._result_cache is not None or nodes.query.is_sliced:
        return nodes
    if nodes.ordered and rows_alone(info) is not None:
        return list(nodes.reverse()[:last])[::-1]
    if last < MOSTLY_ALL:
        return nodes
    found = list(nodes[: last + 1])
    return found if len(found) <= last else nodes


@strawberry.type(name="Connection", description="A page of a list.")
class Connection(DjangoListConnection[relay.NodeType]):
    @classmethod
    def resolve_connection(
        cls,
        nodes: Any,
        *,
        info: strawberry.Info,
        before: str | None = None,
        after: str | None = None,
        first: int | None = None,
        last: int | None = None,
        **kwargs: Any,
    ) -> Self:
        for name, cursor in (("before", before), ("after", after)):
            check_cursor(name, cursor)
        for name, size in (("first", first), ("last", last)):
            check_size(name, size)
        if last == 0:
            first, last = 0, None  # the library gives all of them
        elif before is None and after is None and first is None and last is not None:
            nodes = last_rows(nodes, last, info)
        found = super().resolve_connection(
            nodes, info=info, before=before, after=after, first=first, last=last, **kwargs
        )
        return cast(Self, found)  # awaited only where the resolvers are asynchronous: ours are not
