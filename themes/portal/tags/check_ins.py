"""Who sees a check-in, said by name before it is sent."""

from typing import Any

from django import template
from django.utils.translation import gettext as _

from leavingwell.themes.portal.reading.check_ins import mark_of_readers

register = template.Library()


@register.simple_tag
def seen_by(person: dict[str, Any], shared_with: str) -> str:
    """All who can read it; `person` has a `worker` and `supporters`."""
    if shared_with == "ONLY_ME":
        return _("Only you see it.")
    worker = person["worker"]
    said = (
        _("%(worker)s sees it, and so can the team and the manager.") % {"worker": worker["name"]}
        if worker
        else _("The team and the manager can see it.")
    )
    if shared_with != "WORKER_AND_SUPPORTERS":
        return said
    supporters = ", ".join(one["person"]["name"] for one in person["supporters"])
    more = _("So can the people who support you: %s.") % supporters
    return f"{said} {more}"


@register.simple_tag
def readers_mark(person: dict[str, Any], shared_with: str) -> str:
    """For a hidden field of a tap: who was named under it."""
    return mark_of_readers(person, shared_with)
