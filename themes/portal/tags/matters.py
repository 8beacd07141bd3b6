"""The ten matters, the home and the copies, wherever a page shows something of them."""

from typing import Any

from django import template

from leavingwell.themes.portal.matter_words import COPY_FORMS
from leavingwell.themes.portal.shell import shell

register = template.Library()


@register.inclusion_tag("portal/parts/matters_meter.html")
def matters_meter(completeness: dict[str, Any]) -> dict[str, Any]:
    return {**completeness, "boxes": [place < completeness["covered"] for place in range(completeness["asked"])]}


@register.filter
def copy_form_word(code: str) -> str:
    return str(COPY_FORMS[code])


@register.simple_tag(takes_context=True)
def language_name(context: Any, code: str) -> str:
    """A language by its own name; the code for one that the council has not got any more."""
    languages = shell(context["request"])["council"]["languages"]
    return next((str(one["ownName"]) for one in languages if one["code"] == code), code)


@register.filter
def was_read_by(copies: list[dict[str, Any]], person: str) -> bool:
    """Whether the young person has said themselves that they read it."""
    return any(one["form"] == "PORTAL" and one["by"]["id"] == person for one in copies)
