"""What a document asks of a field, so that nothing is read that nobody asked for."""

from collections.abc import Collection, Iterable, Iterator
from typing import Any

from graphql import FieldNode, FragmentSpreadNode, GraphQLResolveInfo, SelectionNode, value_from_ast_untyped

from leavingwell.graphql.context import Info


def chosen(selections: Iterable[SelectionNode], info: "GraphQLResolveInfo[Any]") -> Iterator[FieldNode]:
    """The fields, also those in fragments."""
    for node in selections:
        if isinstance(node, FieldNode):
            yield node
        elif isinstance(node, FragmentSpreadNode):
            yield from chosen(info.fragments[node.name.value].selection_set.selections, info)
        else:
            yield from chosen(node.selection_set.selections, info)  # type: ignore[attr-defined]  # an inline fragment


def beneath(nodes: Iterable[FieldNode], info: "GraphQLResolveInfo[Any]") -> list[FieldNode]:
    found = (chosen(node.selection_set.selections, info) for node in nodes if node.selection_set)
    return [field for fields in found for field in fields]


def names(nodes: Iterable[FieldNode]) -> set[str]:
    return {node.name.value for node in nodes}


def asks_only(info: Info, fields: Collection[str]) -> bool:
    """Whether the document asks nothing of the field but some of these: no other field, in no fragment either."""
    return names(beneath(info._raw_info.field_nodes, info._raw_info)) <= set(fields)


def asks_for(info: Info, field: str) -> bool:
    return field in names(beneath(info._raw_info.field_nodes, info._raw_info))


def asked_at(info: Info, *path: str) -> set[str]:
    """The names that the document asks for at the end of a path beneath the field."""
    level: list[FieldNode] = list(info._raw_info.field_nodes)
    for step in path:
        level = [node for node in beneath(level, info._raw_info) if node.name.value == step]
    return names(beneath(level, info._raw_info))


def rows_alone(info: Info) -> list[FieldNode] | None:
    """What is asked of a connection's rows; None where more is asked than the rows: a count, a cursor."""
    level: list[FieldNode] = list(info._raw_info.field_nodes)
    for step in ("edges", "node"):
        level = beneath(level, info._raw_info)
        if names(level) != {step}:
            return None
    return beneath(level, info._raw_info)


def given(info: Info) -> dict[str, Any]:
    """The arguments of the field that the document gives, by their names there."""
    variables: Any = info._raw_info.variable_values  # strawberry hands on a plain dict
    found = info._raw_info.field_nodes[0].arguments or ()
    return {one.name.value: value_from_ast_untyped(one.value, variables) for one in found}
