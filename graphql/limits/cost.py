"""What answering would cost, before it is done: an estimate of the number of fields in the answer."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLNamedType,
    GraphQLSchema,
    IntValueNode,
    OperationDefinitionNode,
    SelectionNode,
    SelectionSetNode,
    ValueNode,
    VariableNode,
    get_named_type,
    get_nullable_type,
    is_list_type,
)

from leavingwell.graphql.connections import MOST
from leavingwell.graphql.limits.numbers import DOCUMENTS, LIST, PRICES


def is_connection(type_: GraphQLNamedType) -> bool:
    return type_.name.endswith("Connection")


class Estimate:
    """One operation with its variables. A field counts 1, or its price; what is under a list once for each item."""

    def __init__(
        self,
        schema: GraphQLSchema,
        document: DocumentNode,
        operation: OperationDefinitionNode,
        variables: Mapping[str, int | None],
    ) -> None:
        self.schema, self.operation = schema, operation
        self.fragments = {
            definition.name.value: definition
            for definition in document.definitions
            if isinstance(definition, FragmentDefinitionNode)
        }
        defaults = {one.variable.name.value: one.default_value for one in operation.variable_definitions or ()}
        self.variables: dict[str, Any] = {**defaults, **variables}
        self.estimated: dict[tuple[str, int], int] = {}

    def total(self) -> int:
        root = self.schema.get_root_type(self.operation.operation)
        assert root is not None  # validated
        return self.of_selection(self.operation.selection_set, root, page=1)

    def of_selection(self, selection_set: SelectionSetNode | None, parent: GraphQLNamedType, page: int) -> int:
        """`page` is the number of items in a page, where the parent is a connection."""
        return sum(self.of_node(node, parent, page) for node in selection_set.selections) if selection_set else 0

    def of_node(self, node: SelectionNode, parent: GraphQLNamedType, page: int) -> int:
        if isinstance(node, FieldNode):
            return self.of_field(node, parent, page)
        if isinstance(node, FragmentSpreadNode):
            return self.of_fragment(node.name.value, page)
        on = node.type_condition  # type: ignore[attr-defined]  # an inline fragment
        within = self.schema.type_map[on.name.value] if on else parent
        return self.of_selection(node.selection_set, within, page)  # type: ignore[attr-defined]

    def of_fragment(self, name: str, page: int) -> int:
        if (name, page) not in self.estimated:
            fragment = self.fragments[name]
            on = self.schema.type_map[fragment.type_condition.name.value]
            self.estimated[name, page] = self.of_selection(fragment.selection_set, on, page)
        return self.estimated[name, page]

    def of_field(self, node: FieldNode, parent: GraphQLNamedType, page: int) -> int:
        field = getattr(parent, "fields", {}).get(node.name.value)
        if field is None:  # __typename, __schema, __type
            return 1
        of_type = get_named_type(field.type)
        within = self.page_size(node) if is_connection(of_type) else 1
        items = (page if is_connection(parent) else LIST) if is_list_type(get_nullable_type(field.type)) else 1
        price = PRICES.get((parent.name, node.name.value), 1)
        return price + items * self.of_selection(node.selection_set, of_type, within)

    def page_size(self, node: FieldNode) -> int:
        given = {argument.name.value: argument.value for argument in node.arguments or ()}
        sizes = [size for name in ("first", "last") if (size := self.number(given.get(name))) is not None]
        return min(max(0, *sizes), MOST) if sizes else MOST

    def number(self, value: ValueNode | None) -> int | None:
        if isinstance(value, VariableNode):
            found = self.variables.get(value.name.value)
            return found if isinstance(found, int) else self.number(found if isinstance(found, ValueNode) else None)
        return int(value.value) if isinstance(value, IntValueNode) else None


def cost_of(
    schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode, variables: Mapping[str, Any]
) -> int:
    """The estimate for a validated operation. A page of no stated size counts as the largest."""
    declared = {one.variable.name.value for one in operation.variable_definitions or ()}
    given = variables.keys() & declared  # what else a body holds is not remembered
    sizes = frozenset((name, found if isinstance(found := variables[name], int) else None) for name in given)
    return estimated(schema, document, operation, sizes)


@lru_cache(maxsize=DOCUMENTS)
def estimated(
    schema: GraphQLSchema,
    document: DocumentNode,
    operation: OperationDefinitionNode,
    sizes: frozenset[tuple[str, int | None]],
) -> int:
    """Of what varies, only numbers count; and whether anything was given, which takes the place of a default."""
    return Estimate(schema, document, operation, dict(sizes)).total()
