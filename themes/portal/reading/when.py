"""When a question is asked, in words for a sheet of paper."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

Labels = Mapping[str, Mapping[str, str]]  # question code -> choice code -> label


def labels_of(domains: list[dict[str, Any]]) -> Labels:
    return {
        question["code"]: {choice["code"]: choice["label"]["value"] for choice in question["choices"]}
        for domain in domains
        for question in domain["questions"]
    }


def number(value: Any) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value)


def of_one(condition: Mapping[str, Any], labels: Labels) -> str:
    code = condition["question"]
    if "is" in condition:
        chosen = [labels.get(code, {}).get(choice, choice) for choice in condition["is"]]
        said = _(" or ").join(f"“{label}”" for label in chosen)
        return _("you said %(answer)s at %(code)s") % {"answer": said, "code": code}
    if "at_least" in condition:
        return _("%(code)s is %(number)s or more") % {"code": code, "number": number(condition["at_least"])}
    if "at_most" in condition:
        return _("%(code)s is %(number)s or less") % {"code": code, "number": number(condition["at_most"])}
    words = _("you answered %s") if condition["answered"] else _("you left out %s")
    return str(words % code)


def in_words(condition: Mapping[str, Any] | None, labels: Labels, inside: bool = False) -> str:
    """What follows "Only if": empty for a question that is always asked."""
    if not condition:
        return ""
    if "question" in condition:
        return of_one(condition, labels)
    if "not" in condition:
        return _("it is not so that %s") % in_words(condition["not"], labels, inside=True)
    parts = condition.get("all") or condition["any"]
    joined = (_(" and ") if "all" in condition else _(" or ")).join(in_words(part, labels, True) for part in parts)
    return f"({joined})" if inside and len(parts) > 1 else joined
