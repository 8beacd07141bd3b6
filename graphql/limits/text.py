"""Characters that no text here can hold: NUL, which the database refuses, and halves of surrogate pairs."""

import re
from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _
from graphql import GraphQLError, StringValueNode, ValidationRule

from leavingwell.graphql.errors import refusal
from leavingwell.graphql.limits.numbers import NESTING

FORBIDDEN = re.compile("[\x00\ud800-\udfff]")


class NestedTooDeeply(Exception):
    pass


def texts(value: Any, level: int = 0) -> Iterator[str]:
    """Every text in decoded JSON, keys too. Raises `NestedTooDeeply`."""
    if level > NESTING:
        raise NestedTooDeeply
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from texts(key, level + 1)
            yield from texts(item, level + 1)
    elif isinstance(value, list):
        for item in value:
            yield from texts(item, level + 1)


def not_allowed() -> GraphQLError:
    return refusal("BAD_USER_INPUT", _("Text contains a character that is not allowed."))


def faults_in_variables(variables: Any) -> list[GraphQLError]:
    try:
        return [not_allowed()] if any(FORBIDDEN.search(text) for text in texts(variables)) else []
    except NestedTooDeeply:
        return [refusal("BAD_USER_INPUT", _("The variables are nested too deeply."))]


class NoForbiddenText(ValidationRule):
    """The same for texts that are written in the document."""

    def enter_string_value(self, node: StringValueNode, *_args: Any) -> None:
        if FORBIDDEN.search(node.value):
            self.report_error(not_allowed())
