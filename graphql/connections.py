"""Relay connections with a total count, and cursors that answer politely when they are faulty."""

from typing import Any, Self, cast

import strawberry
from graphql import GraphQLError
from strawberry import relay
from strawberry.relay import from_base64
from strawberry_django.relay import DjangoListConnection

MOST = 100


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
        found = super().resolve_connection(
            nodes, info=info, before=before, after=after, first=first, last=last, **kwargs
        )
        return cast(Self, found)  # awaited only where the resolvers are asynchronous: ours are not
