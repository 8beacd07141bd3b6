"""Who reads words, and who has read them."""

from typing import Any

from django import template
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from leavingwell.themes.portal import words
from leavingwell.themes.portal.tags.days import days_left, weekday

register = template.Library()


@register.filter
def read_by(audience: str) -> str:
    return str(words.READ_BY[audience])


@register.simple_tag
def have_read(comment: dict[str, Any]) -> str:
    """“Marlow has read this”, for whoever wrote it; empty while nobody has."""
    names = [str(read["person"]["name"]) for read in comment["readBy"]]
    if not names:
        return ""
    together = names[0] if len(names) == 1 else _(" and ").join([", ".join(names[:-1]), names[-1]])
    return ngettext("%(names)s has read this", "%(names)s have read this", len(names)) % {"names": together}


@register.filter
def day_heading(value: str) -> str:
    """Today, yesterday, or Friday 27 November."""
    days = days_left(value)
    return {0: _("Today"), -1: _("Yesterday")}.get(days if days is not None else 1) or weekday(value)
