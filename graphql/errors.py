"""Errors, each with a code. What was not foreseen gets a reference, and the log learns where, but not of whom."""

import logging
import re
import traceback
from typing import Any
from uuid import uuid4

from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.db import DataError
from django.utils.translation import gettext as _
from graphql import GraphQLError, GraphQLSyntaxError

from leavingwell.graphql.context import Info
from leavingwell.platform import problems
from leavingwell.platform.access.operations import CouncilOperation
from leavingwell.platform.access.permissions import user_can_in_council
from leavingwell.platform.councils.scope import ScopeViolation
from leavingwell.platform.problems import Problems

logger = logging.getLogger(__name__)
SUGGESTION = re.compile(r"\s*Did you mean .*?\?(?=\s|$)", re.DOTALL)
PYTHONS_WORDS = re.compile(r"(Value cannot represent an? \w+): .*$", re.DOTALL)


def refusal(code: str, message: str) -> GraphQLError:
    return GraphQLError(message, extensions={"code": code})


def allowed_or_error(info: Info, operation: CouncilOperation) -> None:
    """Raises UNAUTHENTICATED for a visitor, NOT_ALLOWED for a role without the right: never a silent empty list."""
    if info.context.viewer is None:
        raise refusal("UNAUTHENTICATED", str(problems.SIGN_IN_FIRST))
    if not user_can_in_council(info.context.viewer, operation):
        raise refusal("NOT_ALLOWED", _("You may not do that."))


def told(error: GraphQLError) -> GraphQLError:
    """The error as a client may see it: no words of the database or of Python, no suggestions of names."""
    message, code, more = words(error)
    extensions = {"code": code, **(error.extensions or {}), **more}
    return GraphQLError(message, error.nodes, error.source, error.positions, error.path, extensions=extensions)


def words(error: GraphQLError) -> tuple[str, str, dict[str, Any]]:
    """The message, the code, and the reference of an unforeseen error."""
    cause = error.original_error
    if isinstance(cause, Problems):
        return str(cause.problems[0].message), cause.problems[0].code.value, {}
    if isinstance(cause, ObjectDoesNotExist):
        return _("We could not find that."), "NOT_FOUND", {}
    if isinstance(cause, PermissionDenied) and not isinstance(cause, ScopeViolation):
        return _("You may not do that."), "NOT_ALLOWED", {}
    if isinstance(cause, RecursionError):
        return _("The fields of this document are nested too deeply."), "DOCUMENT_TOO_LARGE", {}
    if cause is not None and not isinstance(cause, GraphQLError):
        return unforeseen(error, cause)
    code = "GRAPHQL_PARSE_FAILED" if isinstance(error, GraphQLSyntaxError) else "BAD_USER_INPUT"
    return PYTHONS_WORDS.sub(r"\1.", SUGGESTION.sub("", error.message)), code, {}


def unforeseen(error: GraphQLError, cause: Exception) -> tuple[str, str, dict[str, Any]]:
    """Logs the places in the code alone: an exception's own message can hold what somebody typed."""
    reference = uuid4().hex[:12]
    places = "".join(traceback.format_tb(cause.__traceback__))
    logger.error("GraphQL error %s at %s: %s\n%s", reference, error.path, type(cause).__name__, places)
    if isinstance(cause, DataError):
        message = _("One of these values cannot be kept. We have noted it as %s.")
        return message % reference, "BAD_USER_INPUT", {"reference": reference}
    return _("Something went wrong. We have noted it as %s.") % reference, "INTERNAL", {"reference": reference}
