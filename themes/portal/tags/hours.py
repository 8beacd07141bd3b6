"""Opening hours and money, as people say them."""

from collections.abc import Sequence
from datetime import time
from decimal import Decimal
from typing import Any

from django import template
from django.utils.formats import number_format, time_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from leavingwell.themes.portal.offer_words import CATEGORY_CHOICES, CIRCUMSTANCES, DAY_NAMES, DAYS

register = template.Library()


def runs(days: Sequence[str]) -> list[list[str]]:
    """Days that follow each other, together."""
    found: list[list[str]] = []
    for code in DAYS:
        if code not in days:
            continue
        if found and DAYS.index(found[-1][-1]) == DAYS.index(code) - 1:
            found[-1].append(code)
        else:
            found.append([code])
    return found


def run_in_words(run: list[str]) -> str:
    first, last = str(DAY_NAMES[run[0]]), str(DAY_NAMES[run[-1]])
    if len(run) == len(DAYS):
        return _("Every day")
    if len(run) > 2:
        return pgettext("days", "%(first)s to %(last)s") % {"first": first, "last": last}
    return first if len(run) == 1 else pgettext("days", "%(first)s and %(last)s") % {"first": first, "last": last}


@register.filter
def opening_days(days: Sequence[str]) -> str:
    """Monday to Friday, Sunday."""
    return _(", ").join(run_in_words(run) for run in runs(days))


@register.filter
def opening_times(hours: dict[str, Any]) -> str:
    """09:00 to 17:00."""
    opens, closes = (time.fromisoformat(hours[name]) for name in ("opensAt", "closesAt"))
    told = {"first": time_format(opens, "H:i"), "last": time_format(closes, "H:i")}
    if closes == opens:
        return _("day and night")
    if closes < opens:
        return pgettext("times", "%(first)s to %(last)s the next morning") % told
    return pgettext("times", "%(first)s to %(last)s") % told


@register.filter
def pounds(amount: str) -> str:
    """£3,000, and £12.50 where there are pence."""
    value = Decimal(amount)
    whole = value == value.to_integral_value()
    return f"£{number_format(value, decimal_pos=0 if whole else 2, force_grouping=True)}"


@register.filter
def money_value(value: dict[str, Any]) -> str:
    amount = pounds(value["amount"])
    sentences = {
        "WEEK": _("Up to %s a week"),
        "MONTH": _("Up to %s a month"),
        "YEAR": _("Up to %s a year"),
    }
    return sentences.get(value["period"] or "", _("Up to %s")) % amount


@register.filter
def circumstance_word(code: str) -> str:
    return str(CIRCUMSTANCES.get(code, ""))


@register.filter
def offer_category_word(code: str) -> str:
    return str(CATEGORY_CHOICES.get(code, ""))
