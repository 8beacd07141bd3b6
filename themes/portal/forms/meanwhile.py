"""What a page showed of an answer, what its reader typed, and what somebody else saved in the meantime."""

import json
from collections.abc import Mapping
from typing import Any

from leavingwell.themes.portal.forms.base import PortalForm, one_kind_of_line_end
from leavingwell.themes.portal.forms.values import parts_of

VALUE = ("choice", "choices", "number", "day", "month", "year", "text")
WORDS = (*VALUE, "comment", "wants_help")
WHY_NOT = ("DOES_NOT_APPLY", "RATHER_NOT_SAY")  # what a form can say instead of an answer


def packed(values: Mapping[str, Any]) -> str:
    return json.dumps({name: values[name] for name in WORDS if values.get(name)})


def unpacked(text: str) -> dict[str, Any]:
    """What the page showed; nothing for a form that somebody spoiled."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def initial_of(answer: dict[str, Any] | None, version: int) -> dict[str, Any]:
    """The form as the answer that is there fills it."""
    if answer is None:
        return {"version": version}
    one = answer["choice"]["code"] if answer["choice"] else ""
    return {
        "version": version,
        "choice": answer["kind"] if answer["kind"] in WHY_NOT else one,
        "choices": [] if one else [choice["code"] for choice in answer["choices"]],
        "number": answer["number"] or "",
        **parts_of(answer["date"]),
        "text": answer["text"],
        "comment": answer["comment"],
        "worker_note": answer["workerNote"],
        "wants_help": answer["wantsHelp"],
    }


def same(one: Any, other: Any) -> bool:
    """Whether two contents of a field say the same, as far as a browser sends them on."""
    if isinstance(one, str) and isinstance(other, str):
        return one_kind_of_line_end(one).strip() == one_kind_of_line_end(other).strip()
    if isinstance(one, bool) or isinstance(other, bool):
        return bool(one) == bool(other)
    return bool((one or "") == (other or ""))


def laid_together(typed: PortalForm, theirs: dict[str, Any] | None, version: int) -> dict[str, Any]:
    """The form after somebody else was quicker: what the reader changed is theirs to keep, the rest is the newer."""
    was, newer = unpacked(typed["was"].value() or ""), initial_of(theirs, version)
    mine = {name: typed[name].value() for name in (*WORDS, "worker_note")}
    untouched = {name for name in WORDS if same(mine[name], was.get(name))}
    if not untouched.issuperset(VALUE):
        untouched -= set(VALUE)  # an answer is chosen as a whole
    return {**mine, **{name: newer.get(name) for name in untouched}, "version": version}
