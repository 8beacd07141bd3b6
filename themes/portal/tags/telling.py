"""Who was told that somebody may not be safe, and what waits for whom today."""

from datetime import datetime, timedelta
from typing import Any

from django import template
from django.utils import timezone

from leavingwell.themes.portal import words
from leavingwell.themes.portal.api import ask
from leavingwell.themes.portal.shell import viewer_of

register = template.Library()
SHOWN_FOR = timedelta(days=7)


def last_of_each(notices: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Each person once, with the latest notice to them."""
    recent = [one for one in notices if datetime.fromisoformat(one["sentAt"]) > timezone.now() - SHOWN_FOR]
    return list({one["recipient"]["id"]: one for one in recent}.values())


def whose_page(context: Any) -> str | None:
    """The young person whom the page is about; None where it is about nobody in particular."""
    place = context.get("whose")
    if place is not None:
        return str(place.young_person)
    own = viewer_of(context["request"])["youngPerson"]
    return str(own["id"]) if own else None


@register.simple_tag(takes_context=True)
def told_people(context: Any) -> list[dict[str, Any]]:
    """Who was told in the last days, for the young person and whoever answers with them.

    A page that asked for them already gives them with its person.
    """
    found = context.get("person")
    if "safetyNotices" not in (found or ()):
        whose = whose_page(context)
        found = ask(context["request"], "told-people", youngPerson=whose)["youngPerson"] if whose else None
    return last_of_each(found["safetyNotices"]) if found else []


@register.simple_tag(takes_context=True)
def needs_you_today(context: Any) -> Any:
    """For staff: safety notices and wanted calls that wait for them. A page that asked for them already gives them."""
    if "needs_today" in context:
        return context["needs_today"]
    return ask(context["request"], "needs-you-today")["viewer"]


@register.filter
def told_as_word(code: str) -> str:
    return str(words.TOLD_AS[code])
