"""The half-years over which totals are compared: April to September and October to March, as councils report them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Case, CharField, Value, When

APRIL, OCTOBER = 4, 10
EARLIER = 4  # half-years that are told beside today


@dataclass(frozen=True)
class Period:
    """Both days belong to it."""

    starts_on: date
    ends_on: date

    @property
    def code(self) -> str:
        return self.starts_on.isoformat()

    @property
    def before(self) -> "Period":
        return period_of(self.starts_on - timedelta(days=1))


def period_of(day: date) -> Period:
    """The half-year in which the day lies."""
    if APRIL <= day.month < OCTOBER:
        return Period(date(day.year, APRIL, 1), date(day.year, OCTOBER, 1) - timedelta(days=1))
    year = day.year if day.month >= OCTOBER else day.year - 1
    return Period(date(year, OCTOBER, 1), date(year + 1, APRIL, 1) - timedelta(days=1))


def closed_periods(today: date) -> list[Period]:
    """The half-years before the one that runs, oldest first. What was finished in them changes no more."""
    found = [period_of(today).before]
    while len(found) < EARLIER:
        found.insert(0, found[0].before)
    return found


def period_at(moment: str, periods: Iterable[Period]) -> Case:
    """The code of the period in which the path `moment` lies, as an expression; empty for none."""
    steps = [
        When(**{f"{moment}__date__gte": one.starts_on, f"{moment}__date__lte": one.ends_on}, then=Value(one.code))
        for one in periods
    ]
    return Case(*steps, default=Value(""), output_field=CharField())


def in_each(periods: Iterable[Period], expression: Any) -> Case:
    """`expression(period)` for the rows of each period, of rows that are annotated with `period`."""
    steps = [When(period=one.code, then=expression(one)) for one in periods]
    return Case(*steps, default=Value(""), output_field=CharField())
