"""How deep and how wide a document is. Each fragment is measured once, however often it is spread."""

from collections.abc import Sequence
from typing import NamedTuple

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    OperationDefinitionNode,
    SelectionNode,
    SelectionSetNode,
)


class Size(NamedTuple):
    """`depth` in fields below one another; `aliases` and `fields` with every fragment written out."""

    depth: int = 0
    aliases: int = 0
    fields: int = 0


def together(sizes: Sequence[Size]) -> Size:
    return Size(
        max((size.depth for size in sizes), default=0),
        sum(size.aliases for size in sizes),
        sum(size.fields for size in sizes),
    )


class Measure:
    def __init__(self, document: DocumentNode) -> None:
        self.fragments = {
            definition.name.value: definition
            for definition in document.definitions
            if isinstance(definition, FragmentDefinitionNode)
        }
        self.measured: dict[str, Size] = {}

    def of_selection(self, selection_set: SelectionSetNode | None) -> Size:
        return together([self.of_node(node) for node in selection_set.selections] if selection_set else [])

    def of_node(self, node: SelectionNode) -> Size:
        if isinstance(node, FragmentSpreadNode):
            return self.of_fragment(node.name.value)
        if not isinstance(node, FieldNode):
            return self.of_selection(node.selection_set)  # type: ignore[attr-defined]  # an inline fragment
        aliases = 1 if node.alias else 0
        below = self.of_selection(node.selection_set)
        # Introspection has a rule of its own for its depth.
        depth = 0 if node.name.value.startswith("__") else below.depth
        return Size(1 + depth, aliases + below.aliases, 1 + below.fields)

    def of_fragment(self, name: str) -> Size:
        if name not in self.measured:
            self.measured[name] = Size()  # where a fragment spreads itself, which validation refuses
            fragment = self.fragments.get(name)
            self.measured[name] = self.of_selection(fragment.selection_set) if fragment else Size()
        return self.measured[name]


def size_of(document: DocumentNode) -> Size:
    """The size of all operations of a document together."""
    measure = Measure(document)
    operations = [one for one in document.definitions if isinstance(one, OperationDefinitionNode)]
    return together([measure.of_selection(operation.selection_set) for operation in operations])
