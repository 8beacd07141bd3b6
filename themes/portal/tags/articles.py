"""Stories, events, places and what else the council writes."""

from datetime import datetime
from typing import Any

from django import template
from django.urls import reverse
from django.utils import timezone

from leavingwell.themes.portal.api import ask

register = template.Library()


@register.simple_tag(takes_context=True)
def what_there_is(context: Any) -> Any:
    """What else the council has written, to lead there."""
    return ask(context["request"], "what-there-is")


@register.simple_tag
def article_url(kind: str, slug: str) -> str:
    return reverse(f"{kind}_page", args=[slug])


@register.filter
def block_kind(block: dict[str, Any]) -> str:
    """A template reaches for no name with an underscore in front."""
    return str(block["__typename"])


@register.filter
def is_over(event: dict[str, Any]) -> bool:
    """An event without an end is over when its day is."""
    if event["endsAt"]:
        return datetime.fromisoformat(event["endsAt"]) < timezone.now()
    return timezone.localtime(datetime.fromisoformat(event["startsAt"])).date() < timezone.localdate()
