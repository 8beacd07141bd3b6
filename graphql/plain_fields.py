"""Fields that only read what is there are resolved directly: strawberry's way to them costs ten times as much.

Everything else keeps its resolver: fields with arguments or extensions, and all that may have to ask the database.
"""

from collections.abc import Callable
from typing import Any, cast

from django.db.models.fields.files import FileDescriptor
from django.db.models.fields.related_descriptors import ForwardManyToOneDescriptor
from django.db.models.query_utils import DeferredAttribute
from graphql import GraphQLField, GraphQLObjectType
from strawberry import Schema
from strawberry.types.field import StrawberryField
from strawberry_django.fields.field import StrawberryDjangoField
from strawberry_django.utils.typing import get_django_definition

Resolve = Callable[..., Any]


def column(name: str) -> Resolve:
    return lambda root, info: getattr(root, name)


def related(name: str, descriptor: "ForwardManyToOneDescriptor[Any]", otherwise: Resolve) -> Resolve:
    """What was fetched with the row, else as ever."""
    relation = descriptor.field

    def resolve(root: Any, info: Any) -> Any:
        return getattr(root, name) if relation.is_cached(root) else otherwise(root, info)

    return resolve


def method(field: StrawberryField, schema: Schema) -> Resolve:
    """A resolver that takes no argument of the document: only what it stands on, and the info."""
    resolver: Any = field.base_resolver
    function, info_class = resolver.wrapped_func, schema.config.info_class
    on = {parameter.name for parameter in (resolver.root_parameter, resolver.parent_parameter) if parameter}
    told = resolver.info_parameter.name if resolver.info_parameter else None
    is_method = resolver.self_parameter is not None

    def resolve(root: Any, info: Any) -> Any:
        given = dict.fromkeys(on, root)
        if told:
            given[told] = info_class(_raw_info=info, _field=field)
        return function(root, **given) if is_method else function(**given)

    return resolve


def of_a_row(field: StrawberryField, model: type, before: Resolve) -> Resolve | None:
    """For a field of a model's type that has no resolver of its own. Files are not as they stand."""
    if not isinstance(field, StrawberryDjangoField):
        return None
    name: str = field.django_name or field.python_name
    shown = getattr(model, name, None)
    if isinstance(shown, DeferredAttribute) and not isinstance(shown, FileDescriptor):
        return column(name)
    return related(name, shown, before) if isinstance(shown, ForwardManyToOneDescriptor) else None


def plain(field: StrawberryField, type_: type, schema: Schema, before: Resolve) -> Resolve | None:
    if field.extensions or field.is_async or schema.schema_converter._get_field_exception_handlers(field):
        return None
    if field.base_resolver is None:
        definition = get_django_definition(type_)
        return of_a_row(field, definition.model, before) if definition else column(field.python_name)
    may_give_rows = isinstance(field, StrawberryDjangoField) and field.django_type
    return None if field.arguments or may_give_rows else method(field, schema)


def resolve_plain_fields(schema: Schema) -> None:
    """Once, when the schema is made."""
    names = schema.config.name_converter
    for type_ in schema._schema.type_map.values():
        definition: Any = type_.extensions.get("strawberry-definition")
        if not isinstance(type_, GraphQLObjectType) or definition is None:
            continue
        for field in definition.fields:
            field.graphql_name = names.get_graphql_name(field)  # worked out once: the optimizer asks for it each time
            made: GraphQLField = type_.fields[field.graphql_name]
            made.resolve = plain(field, definition.origin, schema, cast(Resolve, made.resolve)) or made.resolve
