"""What a document asks of a field, so that nothing is read that nobody asked for."""

from collections.abc import Collection, Iterable, Iterator
from typing import Any

from graphql import FieldNode, FragmentSpreadNode, GraphQLResolveInfo, SelectionNode

from leavingwell.graphql.context import Info


def names(selections: Iterable[SelectionNode], info: "GraphQLResolveInfo[Any]") -> Iterator[str]:
    """Those of the fields, also in fragments."""
    for node in selections:
        if isinstance(node, FieldNode):
            yield node.name.value
        elif isinstance(node, FragmentSpreadNode):
            yield from names(info.fragments[node.name.value].selection_set.selections, info)
        else:
            yield from names(node.selection_set.selections, info)  # type: ignore[attr-defined]  # an inline fragment


def asks_only(info: Info, fields: Collection[str]) -> bool:
    """Whether the document asks nothing of the field but some of these: no other field, in no fragment either."""
    raw = info._raw_info
    asked = (node.selection_set.selections for node in raw.field_nodes if node.selection_set)
    return all(name in fields for selections in asked for name in names(selections, raw))


def asks_for(info: Info, field: str) -> bool:
    raw = info._raw_info
    return any(field in names(node.selection_set.selections, raw) for node in raw.field_nodes if node.selection_set)
