"""Whether a document has the form that `data/exchange.schema.json` gives, told in words."""

import json
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _
from jsonschema import Draft202012Validator

SCHEMA = Path(__file__).parents[1] / "data" / "exchange.schema.json"
LONGEST_QUOTE = 40


@cache
def validator() -> Draft202012Validator:
    return Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))


def quoted(value: Any) -> str:
    return str(value)[:LONGEST_QUOTE]


def step_name(value: Any, step: Any) -> str:
    """One thing of a list by its code, where it has one; else by its place."""
    code = value.get("code") if isinstance(value, dict) else None
    return quoted(code) if isinstance(code, str) else str(step + 1) if isinstance(step, int) else quoted(step)


def place(document: Any, path: Iterable[Any]) -> str:
    """Where in the document, as `HOME › questions › HOME-03 › level`."""
    value, names = document, []
    for step in path:
        value = value[step]
        names.append(step_name(value, step))
    return " › ".join(name for name in names if name not in ("content", "domains"))


def unknown_keys(error: Any) -> str:
    known = error.schema.get("properties", {})  # only objects refuse keys
    return ", ".join(quoted(key) for key in list(error.instance)[:100] if key not in known)


def said(error: Any) -> str:
    """`error` is jsonschema's, whose parts may be of any type."""
    limit, found = error.validator_value, error.instance
    if error.validator == "required":
        return _("“%s” is missing.") % ", ".join(name for name in limit if name not in found)
    if error.validator == "additionalProperties":
        return _("There is something that we do not know: %s.") % unknown_keys(error)
    if error.validator == "maxLength":
        return str(_("This is longer than %d characters.") % limit)
    if error.validator in ("maxItems", "maxProperties"):
        return str(_("There are more than %d.") % limit)
    if error.validator in ("enum", "pattern"):
        return _("We do not know “%s”.") % quoted(found)
    if error.validator in ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"):
        return _("The number %s cannot be.") % quoted(found)
    return _("This is not what should stand here.")


def schema_faults(document: Any) -> Iterator[str]:
    for error in validator().iter_errors(document):
        where = place(document, error.absolute_path)
        yield f"{where}: {said(error)}" if where else said(error)
