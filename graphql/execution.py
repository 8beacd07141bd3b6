"""Running a document in this process: for the endpoint, and for the portal."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from graphql import GraphQLError
from strawberry.schema.exceptions import CannotGetOperationTypeError
from strawberry.types import ExecutionResult
from strawberry.types.graphql import OperationType

from leavingwell.graphql.context import Context
from leavingwell.graphql.errors import refusal, told
from leavingwell.graphql.limits.numbers import CHARACTERS
from leavingwell.graphql.schema import schema
from leavingwell.graphql.sights import write_down
from leavingwell.platform.people.request import Request

ANY = frozenset(OperationType)  # the schema itself has no subscriptions
QUERIES = frozenset({OperationType.QUERY})


class DocumentFailed(Exception):
    """A document could not be answered. `codes` are those of its errors."""

    def __init__(self, errors: list[GraphQLError]) -> None:
        self.codes = [str((error.extensions or {}).get("code", "INTERNAL")) for error in errors]
        super().__init__("; ".join(error.message for error in errors))


def run(
    document: str,
    variables: Mapping[str, Any],
    request: Request,
    *,
    operation: str | None = None,
    allowed: frozenset[OperationType] = ANY,
    takes_encoded: bool = False,
) -> ExecutionResult:
    """The answer, its errors as a client may see them. With `takes_encoded` its `data` may be `answers.Encoded`.

    Raises strawberry's `InvalidOperationTypeError` for an operation that is not among the allowed.
    """
    if len(document) > CHARACTERS:
        return refused("DOCUMENT_TOO_LARGE", _("This document is too long. Put long texts into variables."))
    context = Context(request, takes_encoded=takes_encoded)
    try:
        result = schema.execute_sync(
            document,
            variable_values=dict(variables),
            context_value=context,
            operation_name=operation,
            allowed_operation_types=allowed,
        )
    except CannotGetOperationTypeError:
        return refused("OPERATION_NOT_FOUND", _("This document has no such operation."))
    write_down(context)
    errors = [told(error) for error in result.errors or ()]
    return ExecutionResult(data=result.data, errors=errors, extensions=result.extensions)


def refused(code: str, message: str) -> ExecutionResult:
    return ExecutionResult(data=None, errors=[refusal(code, message)])


def execute(document: str, variables: Mapping[str, Any], request: Request) -> dict[str, Any]:
    """The `data` of the answer. Raises `DocumentFailed` when any field of it failed."""
    result = run(document, variables, request)
    if result.errors:
        raise DocumentFailed(result.errors)
    return result.data or {}
