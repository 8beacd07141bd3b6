"""The to-do list, as its readers are called."""

from typing import Any

from django import template
from django.utils.translation import gettext as _

from leavingwell.themes.portal import words
from leavingwell.themes.portal.reading.todo import is_mine
from leavingwell.themes.portal.shell import shell as shell_of
from leavingwell.themes.portal.tags.days import days_left, lately, weekday

register = template.Library()


@register.filter
def owned_by(action: dict[str, Any], person_id: str) -> bool:
    return is_mine(action, person_id)


def called(person: dict[str, Any], viewer_id: str) -> str:
    return _("You") if person["id"] == viewer_id else str(person["name"])


@register.simple_tag(takes_context=True)
def owners(context: Any, action: dict[str, Any]) -> str:
    """Who will do it: you first."""
    viewer_id = shell_of(context["request"])["viewer"]["id"]
    people = sorted(action["owners"], key=lambda one: one["id"] != viewer_id)
    names = [called(person, viewer_id) for person in people]
    return names[0] if len(names) == 1 else _(" and ").join([", ".join(names[:-1]), names[-1]]) if names else ""


@register.simple_tag(takes_context=True)
def done_by(context: Any, action: dict[str, Any]) -> str:
    if not action["doneBy"]:
        return _("Done, %(day)s") % {"day": lately(action["doneAt"])}
    if action["doneBy"]["id"] == shell_of(context["request"])["viewer"]["id"]:
        return _("Done by you, %(day)s") % {"day": lately(action["doneAt"])}
    return _("Done by %(name)s, %(day)s") % {"name": action["doneBy"]["name"], "day": lately(action["doneAt"])}


@register.simple_tag
def due(action: dict[str, Any]) -> str:
    """By when; a day that has passed is said plainly, without alarm."""
    left = days_left(action["dueOn"])
    form = _("was due %(day)s") if left is not None and left < 0 else _("by %(day)s")
    return form % {"day": weekday(action["dueOn"])}


@register.simple_tag
def parts_seen(supporter: dict[str, Any]) -> str:
    """What a supporter may see, in words."""
    return ", ".join(str(words.PARTS[part]) for part in supporter["parts"])
