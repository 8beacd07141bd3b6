"""Days, as people say them."""

from datetime import date, datetime
from typing import Any

from django import template
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from leavingwell.translations.days import BY_DJANGO, Style, apart, time_of_day, with_year, written_day, written_month
from leavingwell.translations.languages import SOURCE

register = template.Library()
STYLES: dict[str, Style] = {"l j F": "full", "j F": "long", "j M": "medium"}


def day_of(value: Any) -> date | None:
    if not value:
        return None
    found = datetime.fromisoformat(value)
    return timezone.localtime(found).date() if timezone.is_aware(found) else found.date()


def written(day: date, form: str) -> str:
    """`form` is Django's. Only of the languages in which it is right: the others are written as CLDR has it."""
    return apart(in_words(day, form))


def in_words(day: date, form: str) -> str:
    language, is_this_year = get_language() or SOURCE, day.year == timezone.localdate().year
    if language in BY_DJANGO:
        return date_format(day, form if is_this_year else f"{form} Y")
    if form == "F":
        return written_month(day, language, with_year=not is_this_year)
    return written_day(day, language, STYLES[form])


@register.filter
def day(value: str | None) -> str:
    """27 November; with its year unless it is this one."""
    found = day_of(value)
    return written(found, "j F") if found else ""


@register.filter
def full_day(value: str) -> str:
    """27 November 2026, whatever the year is now."""
    found = day_of(value)
    return with_year(found) if found else ""


@register.filter
def wanted_day(value: str) -> str:
    """27 November; with its year once it has passed, as it would else be taken for the next one."""
    return day(value) if (days_left(value) or 0) >= 0 else full_day(value)


@register.filter
def weekday(value: str | None) -> str:
    """Friday 27 November."""
    found = day_of(value)
    return written(found, "l j F") if found else ""


@register.filter
def short_day(value: str | None) -> str:
    """27 Nov."""
    found = day_of(value)
    return written(found, "j M") if found else ""


@register.filter
def lately(value: str | None) -> str:
    """today, yesterday, or the day."""
    found = day_of(value)
    if found is None:
        return ""
    days = (timezone.localdate() - found).days
    return {0: _("today"), 1: _("yesterday")}.get(days) or written(found, "j F")


@register.filter
def clock(value: str | None) -> str:
    """10:32, where the reader is."""
    return time_of_day(datetime.fromisoformat(value)) if value else ""


@register.filter
def month(value: str | None) -> str:
    found = day_of(value)
    return written(found, "F") if found else ""


@register.filter
def days_left(value: str | None) -> int | None:
    """Days from today: below 0 for a day that has passed."""
    found = day_of(value)
    return (found - timezone.localdate()).days if found else None


@register.inclusion_tag("portal/parts/days_tag.html")
def days_tag(value: str | None) -> dict[str, Any]:
    """How long until a day, or how long ago it was."""
    left = days_left(value)
    return {"left": left, "late": -left if left is not None else None, "soon": left is not None and left <= 14}
