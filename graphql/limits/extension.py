"""Checking a document and its variables before anything runs, and telling what the answer cost."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _
from graphql import (
    ASTValidationRule,
    DocumentNode,
    GraphQLError,
    GraphQLSchema,
    MaxIntrospectionDepthRule,
    NoSchemaIntrospectionCustomRule,
    OperationDefinitionNode,
    specified_rules,
)
from strawberry.extensions import SchemaExtension
from strawberry.schema.schema import validate_document

from leavingwell.graphql.errors import refusal
from leavingwell.graphql.limits import numbers
from leavingwell.graphql.limits.cost import cost_of
from leavingwell.graphql.limits.size import size_of
from leavingwell.graphql.limits.text import NoForbiddenText, faults_in_variables

Rules = tuple[type[ASTValidationRule], ...]
RULES: Rules = (*specified_rules, MaxIntrospectionDepthRule, NoForbiddenText)


def rules() -> Rules:
    return RULES if settings.GRAPHQL_INTROSPECTION else (*RULES, NoSchemaIntrospectionCustomRule)


def too_large(what: str, asked: int, most: int) -> GraphQLError:
    return GraphQLError(what, extensions={"code": "DOCUMENT_TOO_LARGE", "requested": asked, "maximum": most})


def size_faults(document: DocumentNode) -> Iterator[GraphQLError]:
    size = size_of(document)
    if size.depth > numbers.DEPTH:
        yield too_large(_("The fields of this document are nested too deeply."), size.depth, numbers.DEPTH)
    if size.aliases > numbers.ALIASES:
        yield too_large(_("This document has too many aliases."), size.aliases, numbers.ALIASES)
    if size.fields > numbers.FIELDS:
        yield too_large(_("This document has too many fields."), size.fields, numbers.FIELDS)


def document_faults(schema: GraphQLSchema, document: DocumentNode, rules: Rules) -> list[GraphQLError]:
    """The size first: validating a hostile document can take long."""
    if found := list(size_faults(document)):
        return found
    return [invalid(error) for error in validate_document(schema, document, rules)]


@lru_cache(maxsize=numbers.DOCUMENTS)
def is_faultless(schema: GraphQLSchema, document: DocumentNode, rules: Rules) -> bool:
    """What is wrong is not remembered: its sentences are in the language of the request."""
    return not document_faults(schema, document, rules)


def invalid(error: GraphQLError) -> GraphQLError:
    extensions = {"code": "GRAPHQL_VALIDATION_FAILED", **(error.extensions or {})}
    return GraphQLError(error.message, error.nodes, error.source, error.positions, extensions=extensions)


class Limits(SchemaExtension):
    """Takes the place of validation. A document that was checked before is not checked again."""

    cost: int | None = None

    def on_validate(self) -> Iterator[None]:
        self.execution_context.pre_execution_errors = self.faults()
        yield

    def faults(self) -> list[GraphQLError]:
        context = self.execution_context
        document, schema = context.graphql_document, context.schema._schema
        assert document is not None  # parsed
        if not is_faultless(schema, document, rules()):
            return document_faults(schema, document, rules())
        return faults_in_variables(context.variables) or self.cost_faults(schema, document)

    def cost_faults(self, schema: GraphQLSchema, document: DocumentNode) -> list[GraphQLError]:
        cost = cost_of(schema, document, self.operation(document), self.execution_context.variables or {})
        if cost > numbers.COST:
            extensions = {"code": "COST_TOO_HIGH", "requested": cost, "maximum": numbers.COST}
            return [GraphQLError(_("This asks for too much at once."), extensions=extensions)]
        self.cost = cost
        return []

    def operation(self, document: DocumentNode) -> OperationDefinitionNode:
        """The one that was asked for. Raises OPERATION_NOT_FOUND where a name is needed to tell."""
        operations = [one for one in document.definitions if isinstance(one, OperationDefinitionNode)]
        name = self.execution_context._provided_operation_name  # strawberry itself would take the first
        found = [one for one in operations if name is None or (one.name and one.name.value == name)]
        if len(found) != 1:
            raise refusal("OPERATION_NOT_FOUND", _("Name one of the operations of this document."))
        return found[0]

    def get_results(self) -> dict[str, Any]:
        if self.cost is None:
            return {}
        return {"cost": {"requested": self.cost, "maximum": numbers.COST}}
