"""Which category of care leaver somebody is in, by their times in care and their date of birth alone.

Children Act 1989 sections 23A to 24D and the Care Leavers (England) Regulations 2010 reg 3: 13 weeks since 14, added
over all times in care, some of it after 16. Planned short breaks do not count. What dates cannot show (a hospital, a
return home, a special guardian) is for the worker, who can choose another category and say why.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from typing import Protocol

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.people.dates import birthday
from leavingwell.platform.people.models.young_person import YoungPerson

Category = YoungPerson.Category
WEEKS_NEEDED = 13
DAYS_NEEDED = WEEKS_NEEDED * 7
COUNTED_FROM, PLANNED_FROM, ADULT, LAST = 14, 16, 18, 25  # ages


class TimeInCare(Protocol):
    """A `CarePeriod`, or anything like it. Both days count; no last day means: still in care."""

    @property
    def starts_on(self) -> date: ...
    @property
    def ends_on(self) -> date | None: ...
    @property
    def short_break(self) -> bool: ...


class Why(Enum):
    """Why a category is suggested, or none."""

    NOTHING_KNOWN = "NOTHING_KNOWN"
    NOT_16_YET = "NOT_16_YET"
    STILL_IN_CARE = "STILL_IN_CARE"
    LEFT_CARE = "LEFT_CARE"
    WAS_IN_CARE = "WAS_IN_CARE"
    SHORT_TIME = "SHORT_TIME"
    NOT_AFTER_16 = "NOT_AFTER_16"
    TOO_OLD = "TOO_OLD"


@dataclass(frozen=True)
class Suggestion:
    """`category` is None where nobody is owed anything by these dates. `weeks` are whole ones since 14, until 18."""

    category: YoungPerson.Category | None
    why: Why
    weeks: int = 0


def days_between(first: date, last: date) -> int:
    return max((last - first).days + 1, 0)


def days_in_care(periods: Iterable[TimeInCare], first: date, last: date) -> int:
    """The days from `first` to `last`, both included, on which somebody was in care; a day counts once."""
    times = [one for one in periods if not one.short_break]
    spans = sorted((max(one.starts_on, first), min(one.ends_on or last, last)) for one in times)
    counted, until = 0, first - timedelta(days=1)
    for begins, ends in spans:
        counted += days_between(max(begins, until + timedelta(days=1)), ends)
        until = max(until, ends)
    return counted


def suggested_category(periods: Iterable[TimeInCare], born: date, day: date) -> Suggestion:
    """The category that somebody born on `born`, in care for these times, is in on `day`."""
    times = list(periods)
    last = min(day, birthday(born, ADULT) - timedelta(days=1))
    days = days_in_care(times, birthday(born, COUNTED_FROM), last)
    after_16 = days_in_care(times, birthday(born, PLANNED_FROM), last) > 0
    in_care = day < birthday(born, ADULT) and days_in_care(times, day, day) > 0
    category, why = decided(bool(times), born, day, enough=days >= DAYS_NEEDED, after_16=after_16, in_care=in_care)
    return Suggestion(category, why, days // 7)


def decided(
    known: bool, born: date, day: date, *, enough: bool, after_16: bool, in_care: bool
) -> tuple[YoungPerson.Category | None, Why]:
    """The table of domain.md 2A, row by row."""
    if not known:
        return None, Why.NOTHING_KNOWN
    if day < birthday(born, PLANNED_FROM):
        return None, Why.NOT_16_YET
    if day >= birthday(born, LAST):
        return None, Why.TOO_OLD
    if not after_16:
        return None, Why.NOT_AFTER_16
    if not enough:
        return Category.QUALIFYING, Why.SHORT_TIME
    if day >= birthday(born, ADULT):
        return Category.FORMER_RELEVANT, Why.WAS_IN_CARE
    return (Category.ELIGIBLE, Why.STILL_IN_CARE) if in_care else (Category.RELEVANT, Why.LEFT_CARE)


SENTENCES: dict[Why, str | Promise] = {
    Why.NOTHING_KNOWN: _("No times in care are noted yet."),
    Why.NOT_16_YET: _("Not 16 yet. In care for %(weeks)d weeks since 14; 13 weeks are needed, some of it after 16."),
    Why.STILL_IN_CARE: _("16 or 17, in care for %(weeks)d weeks since 14, and still in care."),
    Why.LEFT_CARE: _("16 or 17, in care for %(weeks)d weeks since 14, some of it after 16, and no longer in care."),
    Why.WAS_IN_CARE: _("18 or over, and was in care for %(weeks)d weeks since 14, some of it after 16."),
    Why.SHORT_TIME: _("In care after 16, but for %(weeks)d weeks since 14: under 13."),
    Why.NOT_AFTER_16: _("Not in care after 16. Planned short breaks do not count."),
    Why.TOO_OLD: _("25 or over."),
}


def sentence(suggestion: Suggestion) -> str:
    """Why, in plain words."""
    return str(SENTENCES[suggestion.why]) % {"weeks": suggestion.weeks}
