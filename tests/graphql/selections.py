"""Selections made from the schema itself, so that a new field is tested from the day it is there."""

from collections.abc import Iterator

from graphql import (
    GraphQLField,
    GraphQLNamedType,
    GraphQLObjectType,
    get_named_type,
    is_leaf_type,
    is_object_type,
    is_required_argument,
)

from leavingwell.graphql.schema import schema

PAGE = 5  # items of each connection


def fields_of(type_name: str) -> dict[str, GraphQLField]:
    """Those that can be asked for without arguments."""
    of_type = schema._schema.type_map[type_name]
    assert isinstance(of_type, GraphQLObjectType)
    return {
        name: field
        for name, field in of_type.fields.items()
        if not any(is_required_argument(argument) for argument in field.args.values())
    }


def leaves(type_name: str) -> str:
    return " ".join(name for name, field in fields_of(type_name).items() if is_leaf_type(get_named_type(field.type)))


def nested(type_name: str) -> dict[str, GraphQLNamedType]:
    """The fields that hold objects, with the type of what they hold."""
    found = {name: get_named_type(field.type) for name, field in fields_of(type_name).items()}
    return {name: of_type for name, of_type in found.items() if is_object_type(of_type)}


def opened(name: str, of_type: GraphQLNamedType, inner: str) -> str:
    if of_type.name.endswith("Connection"):
        return f"{name}(first: {PAGE}) {{ totalCount edges {{ node {{ {inner} }} }} }}"
    return f"{name} {{ {inner} }}"


def node_type(of_type: GraphQLNamedType) -> str:
    return of_type.name.removesuffix("Connection")


def paths(type_name: str, depth: int) -> Iterator[str]:
    """A selection for each way from the type down to a nested object, all leaves selected on the way."""
    for name, of_type in nested(type_name).items():
        inner = node_type(of_type)
        yield f"{leaves(type_name)} {opened(name, of_type, leaves(inner) or '__typename')}"
        if depth > 1:
            for deeper in paths(inner, depth - 1):
                yield f"{leaves(type_name)} {opened(name, of_type, deeper)}"
