"""Where a review stands, and what was told at it, in the words that people read."""

from typing import Any

from django import template
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from leavingwell.themes.portal import words
from leavingwell.themes.portal.tags.texts import text

register = template.Library()


@register.filter
def review_word(state: str | None) -> str:
    return str(words.REVIEW_STATES.get(state or "", ""))


@register.filter
def occasion_word(occasion: str | None) -> str:
    return str(words.OCCASIONS.get(occasion or "", ""))


@register.filter
def agrees_word(agrees: str | None) -> str:
    return str(words.AGREES.get(agrees or "", ""))


@register.simple_tag
def told(one: dict[str, Any]) -> SafeString:
    """What was said to a question: its choices, a value, or why there is none."""
    if one["choices"]:
        return mark_safe(escape(", ").join(text(choice["label"]) for choice in one["choices"]))  # each is escaped
    return escape(one["value"] or words.KINDS.get(one["kind"], ""))
