"""The name of an enum member is looked up. Strawberry compares it with all of them: `permissions` has many."""

from collections.abc import Callable
from typing import Any

from strawberry import Schema
from strawberry.schema.schema_converter import CustomGraphQLEnumType


def naming(type_: CustomGraphQLEnumType) -> Callable[[Any], str]:
    names = {member.value: name for name, member in type_.values.items()}
    members, before = type_.wrapped_cls, type_.coerce_output_value

    def name_of(given: Any) -> str:
        return (names.get(given.value) if isinstance(given, members) else None) or before(given)

    return name_of


def look_up_enum_names(schema: Schema) -> None:
    """Once, when the schema is made."""
    enums = [one for one in schema._schema.type_map.values() if isinstance(one, CustomGraphQLEnumType)]
    for enum in enums:
        made: Any = enum  # the library has no setting for it
        made.coerce_output_value = naming(enum)
