"""Errors of whole fields, each with a code; what we did not foresee gets a reference and goes to the log."""

import logging
import re
from collections.abc import Iterator
from uuid import uuid4

from django.utils.translation import gettext as _
from graphql import GraphQLError
from strawberry.extensions import SchemaExtension

from leavingwell.graphql.context import Info
from leavingwell.platform.access.operations import CouncilOperation
from leavingwell.platform.access.permissions import user_can_in_council
from leavingwell.platform.problems import Problems

logger = logging.getLogger(__name__)
SUGGESTION = re.compile(r"\s*Did you mean .*\?$", re.DOTALL)


def refusal(code: str, message: str) -> GraphQLError:
    return GraphQLError(message, extensions={"code": code})


def allowed_or_error(info: Info, operation: CouncilOperation) -> None:
    """Raises UNAUTHENTICATED for a visitor, NOT_ALLOWED for a role without the right: never a silent empty list."""
    if info.context.viewer is None:
        raise refusal("UNAUTHENTICATED", _("Sign in first."))
    if not user_can_in_council(info.context.viewer, operation):
        raise refusal("NOT_ALLOWED", _("You may not do that."))


def told(error: GraphQLError) -> GraphQLError:
    """The error as a client may see it."""
    cause = error.original_error
    extensions = dict(error.extensions or {})
    if isinstance(cause, Problems):
        first = cause.problems[0]
        return GraphQLError(
            str(first.message), error.nodes, path=error.path, extensions={"code": first.code.value}
        )
    if cause is not None and not isinstance(cause, GraphQLError):
        reference = uuid4().hex[:12]
        logger.error("GraphQL error %s at %s", reference, error.path, exc_info=cause)
        extensions = {"code": "INTERNAL", "reference": reference}
        return GraphQLError(
            _("Something went wrong. We have noted it as %s.") % reference, error.nodes, path=error.path, extensions=extensions
        )
    extensions.setdefault("code", "GRAPHQL_VALIDATION_FAILED" if error.path is None else "BAD_USER_INPUT")
    message = SUGGESTION.sub("", error.message)
    return GraphQLError(
        message, error.nodes, error.source, error.positions, error.path, extensions=extensions
    )


class ErrorPolicy(SchemaExtension):
    def on_operation(self) -> Iterator[None]:
        yield
        result = self.execution_context.result
        if result is not None and getattr(result, "errors", None):
            result.errors = [told(error) for error in result.errors]
