"""Who did something with a plan, as a sentence."""

from typing import Any

from django import template
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from leavingwell.themes.portal import words

register = template.Library()


def who_they_are(entry: dict[str, Any], worker: str, own: bool) -> str:
    """“your worker”, or their role; empty where it is not known."""
    if own and entry["role"] == "personal_adviser" and entry["name"] == worker:
        return _("your worker")
    return str(words.ROLES.get(entry["role"] or "", "")).lower()


@register.simple_tag
def log_sentence(entry: dict[str, Any], worker: str | None, own: bool) -> SafeString:
    """“Marlow, your worker, looked at your answers”."""
    name = entry["name"] or _("The system")
    who = who_they_are(entry, worker or "", own)
    sentence = _("%(name)s, %(who)s, %(deed)s") if who else _("%(name)s %(deed)s")
    given = {"name": format_html("<b>{}</b>", name), "who": escape(who), "deed": escape(entry["deed"])}
    return mark_safe(escape(sentence) % given)  # each piece was made safe
