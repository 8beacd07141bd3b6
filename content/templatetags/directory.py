"""What an import would change, in words."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django import template
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from leavingwell.content.models import OfferPage
from leavingwell.content.open_referral.faults import words
from leavingwell.content.open_referral.taking.comparing import is_empty
from leavingwell.content.open_referral.taking.hours import spoken, weekdays

register = template.Library()


@register.filter
def fault_words(fault: Sequence[str]) -> str:
    return words(fault)


@register.filter
def field_name(name: str) -> str:
    """As the editor of an offer calls it."""
    field: Any = OfferPage._meta.get_field(name.removesuffix("_en"))
    return str(capfirst(field.verbose_name))


def contact_in_words(contact: Mapping[str, Any]) -> str:
    ways = (contact.get(name) for name in ("role", "phone", "text_number", "email"))
    hours = (
        f"{weekdays(one['days'])}, {spoken(one['opens_at'])} – {spoken(one['closes_at'])}"
        for one in contact.get("hours", [])
    )
    night = _("for evenings, nights and weekends") if contact.get("out_of_hours") else ""
    return ", ".join(part for part in (contact.get("name"), *ways, *hours, night) if part)


def one_in_words(value: Any) -> str:
    if isinstance(value, dict):
        return f"{value['title']} ({value['url']})" if "url" in value else contact_in_words(value)
    return str(value)


@register.filter
def in_words(value: Any) -> str:
    if is_empty(value):
        return ""
    return "\n".join(map(one_in_words, value)) if isinstance(value, list) else one_in_words(value)


@register.filter
def told(values: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """The name and the words of each field that is not empty."""
    for name, value in values.items():
        if not is_empty(value):
            yield field_name(name), in_words(value)
