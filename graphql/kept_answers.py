"""Answers about published questionnaires, kept for visitors: the same for all of them until something is published.

Everything that is checked before a document runs is checked as ever. Only what would then be worked out is taken from
the cache instead: a refused document has no answer there.
"""

import json
from collections.abc import Iterator
from functools import cache
from hashlib import sha256

from django.core.cache import BaseCache, caches
from graphql import FieldNode, OperationType, get_operation_ast
from strawberry.extensions import SchemaExtension
from strawberry.schema.base import BaseSchema
from strawberry.types import ExecutionContext, ExecutionResult

from leavingwell.graphql.answers import encoded
from leavingwell.graphql.context import Context
from leavingwell.questionnaires.publication.versions import state_of_publication
from leavingwell.translations.kept import state as state_of_translations

PUBLIC = frozenset({"questionnaire", "questionnaires", "questionnaireVersion"})
LONGEST = 500_000  # bytes of an answer that is kept
SECONDS = 10 * 60  # for which it may be what the release before would have said


def kept() -> BaseCache:
    return caches["answers"]


@cache
def fingerprint(schema: BaseSchema) -> str:
    return sha256(schema.as_str().encode()).hexdigest()


def asks_for_questionnaires_alone(execution: ExecutionContext) -> bool:
    """Whether every root field is one of those. A document with fragments at its root is not looked into."""
    assert execution.graphql_document is not None  # parsed
    operation = get_operation_ast(execution.graphql_document, execution._provided_operation_name)
    if operation is None or operation.operation != OperationType.QUERY:
        return False
    roots = operation.selection_set.selections
    return all(isinstance(node, FieldNode) and node.name.value in PUBLIC for node in roots)


def key_of(execution: ExecutionContext) -> str | None:
    """Everything that the answer depends on; None for one that is not kept."""
    context: Context = execution.context
    if not context.takes_encoded or not asks_for_questionnaires_alone(execution) or context.viewer is not None:
        return None
    asked = [execution.query, execution._provided_operation_name, execution.variables]
    here = [context.council.pk, context.languages(), context.council.language_fallbacks, context.address("/")]
    parts = [*asked, *here, state_of_publication(), state_of_translations(), fingerprint(execution.schema)]
    return sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()


class KeptAnswers(SchemaExtension):
    def on_execute(self) -> Iterator[None]:
        execution = self.execution_context
        key = key_of(execution)
        found = kept().get(key) if key else None
        if found is not None:
            execution.result = ExecutionResult(data=found, errors=None)  # so that nothing is executed
        yield
        if key and found is None:
            self.keep(key)

    def keep(self, key: str) -> None:
        result = self.execution_context.result
        if result is None or result.errors or result.data is None:
            return
        text = encoded(result.data)
        result.data = text  # type: ignore[assignment]  # `takes_encoded`
        if len(text) <= LONGEST:
            kept().set(key, text, SECONDS)
