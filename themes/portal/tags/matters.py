"""The ten matters, the home and the copies, wherever a page shows something of them."""

from typing import Any

from django import template

from leavingwell.themes.portal.api import ask
from leavingwell.themes.portal.matter_words import COPY_FORMS
from leavingwell.themes.portal.reading.matters import homes_context, matter_cards, may_write
from leavingwell.themes.portal.reading.plan import last_agreed
from leavingwell.themes.portal.shell import shell

register = template.Library()


@register.simple_tag(takes_context=True)
def matters_of(context: Any, young_person: str) -> dict[str, Any] | None:
    """All that a page's part about them needs, asked for once a request; None for who may not see it."""
    request = context["request"]
    kept: dict[str, Any] = request.__dict__.setdefault("portal_matters", {})
    if young_person not in kept:
        kept[young_person] = told(ask(request, "plan-matters", youngPerson=young_person)["youngPerson"])
    found: dict[str, Any] | None = kept[young_person]
    return found


def told(found: dict[str, Any] | None) -> dict[str, Any] | None:
    plan = found["plan"] if found else None
    if found is None or plan is None or plan["completeness"] is None:
        return None
    agreed = last_agreed(plan)
    return {
        **homes_context(found),
        "id": found["id"],
        "name": found["preferredName"],
        "cards": matter_cards(plan),
        "completeness": plan["completeness"],
        "missing": [one for one in plan["completeness"]["matters"] if one["asked"] and not one["covered"]],
        "may_write": may_write(found),
        "permissions": found["permissions"],
        "agreed": agreed,
        "copies": agreed["copies"] if agreed else [],
        "override": plan["review"]["overrideReason"] if plan["review"] else "",
        "handed_in_by": plan["review"]["submittedBy"] if plan["review"] else None,
    }


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
