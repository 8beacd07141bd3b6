"""The pictures of how somebody has been."""

from typing import Any

from babel.dates import format_date
from django import template
from django.utils.formats import date_format
from django.utils.translation import get_language, get_language_bidi

from leavingwell.themes.portal import words
from leavingwell.themes.portal.reading.trend import trend_of
from leavingwell.themes.portal.tags.days import day_of
from leavingwell.translations.days import BY_DJANGO, in_digits
from leavingwell.translations.languages import SOURCE

register = template.Library()


@register.inclusion_tag("portal/parts/trend.html")
def trend(check_ins: list[dict[str, Any]]) -> dict[str, Any]:
    """A calm picture, with the same as a table. `check_ins` are oldest first."""
    return {"check_ins": check_ins, "trend": trend_of(check_ins, rtl=get_language_bidi())}


@register.inclusion_tag("portal/art/moon.html")
def moon(code: str) -> dict[str, Any]:
    """How an area stood, as a shape alone: its words stand beside it."""
    return {"code": code}


@register.filter
def phase_word(code: str) -> str:
    return str(words.PHASES[code])


@register.filter
def short_month(value: str) -> str:
    """Mar; January is told by its year."""
    day, language = day_of(value), get_language() or SOURCE
    if day is None:
        return ""
    if day.month == 1:
        return in_digits(str(day.year), language)
    return date_format(day, "M") if language in BY_DJANGO else format_date(day, "LLL", locale=language)
