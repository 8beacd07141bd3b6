"""Running a document in this process, as the portal does."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest

from leavingwell.graphql.context import Context
from leavingwell.graphql.schema import schema


class DocumentFailed(Exception):
    """A document could not be answered. `codes` are those of its errors."""

    def __init__(self, errors: list[Any]) -> None:
        self.codes = [str((error.extensions or {}).get("code", "INTERNAL")) for error in errors]
        super().__init__("; ".join(error.message for error in errors))


def execute(document: str, variables: Mapping[str, Any], request: HttpRequest) -> dict[str, Any]:
    """The `data` of the answer. Raises `DocumentFailed` when any field of it failed."""
    result = schema.execute_sync(document, variable_values=dict(variables), context_value=Context(request))
    if result.errors:
        raise DocumentFailed(result.errors)
    return result.data or {}
