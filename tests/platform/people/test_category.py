"""Which category the dates suggest: the table of the law, and what must hold whatever the dates are."""

from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leavingwell.platform.people.category import DAYS_NEEDED, Why, days_in_care, suggested_category
from leavingwell.platform.people.dates import birthday
from leavingwell.platform.people.models import YoungPerson

BORN = date(2008, 6, 15)
DAY = timedelta(days=1)
C = YoungPerson.Category


@dataclass(frozen=True)
class Care:
    starts_on: date
    ends_on: date | None = None
    short_break: bool = False


def at(years: int, days: int = 0) -> date:
    return birthday(BORN, years) + days * DAY


LONG = Care(at(15), at(17))
TO_16 = Care(at(14), at(16, -1))
TABLE = [
    # the times in care, the day, what is suggested, why
    ((), at(17), None, Why.NOTHING_KNOWN),
    ((Care(at(12)),), at(15, 200), None, Why.NOT_16_YET),
    ((Care(at(12)),), at(16), C.ELIGIBLE, Why.STILL_IN_CARE),
    ((Care(at(12)),), at(18, -1), C.ELIGIBLE, Why.STILL_IN_CARE),
    ((Care(at(12)),), at(18), C.FORMER_RELEVANT, Why.WAS_IN_CARE),
    ((LONG,), at(17), C.ELIGIBLE, Why.STILL_IN_CARE),  # the last day is one in care
    ((LONG,), at(17, 1), C.RELEVANT, Why.LEFT_CARE),
    ((LONG,), at(18), C.FORMER_RELEVANT, Why.WAS_IN_CARE),
    ((LONG,), at(25, -1), C.FORMER_RELEVANT, Why.WAS_IN_CARE),
    ((LONG,), at(25), None, Why.TOO_OLD),
    ((TO_16,), at(17), None, Why.NOT_AFTER_16),
    ((TO_16,), at(20), None, Why.NOT_AFTER_16),
    ((Care(at(10), at(13, 364)),), at(16, 5), None, Why.NOT_AFTER_16),
    ((TO_16, Care(at(17), at(17, 3))), at(17, 3), C.ELIGIBLE, Why.STILL_IN_CARE),  # weeks are added
    ((TO_16, Care(at(17), at(17, 3))), at(17, 4), C.RELEVANT, Why.LEFT_CARE),
    ((Care(at(16), at(16, DAYS_NEEDED - 2)),), at(17), C.QUALIFYING, Why.SHORT_TIME),
    ((Care(at(16), at(16, DAYS_NEEDED - 1)),), at(17), C.RELEVANT, Why.LEFT_CARE),
    ((Care(at(16)),), at(16, 10), C.QUALIFYING, Why.SHORT_TIME),  # not 13 weeks yet
    ((Care(at(17, 300)),), at(18), C.QUALIFYING, Why.SHORT_TIME),
    ((Care(at(17, 300)),), at(24), C.QUALIFYING, Why.SHORT_TIME),
    ((Care(at(18), at(19)),), at(20), None, Why.NOT_AFTER_16),  # after 18 nobody is in care
    ((Care(at(14), at(17), short_break=True),), at(17), None, Why.NOT_AFTER_16),
    ((TO_16, Care(at(16), at(17), short_break=True)), at(17), None, Why.NOT_AFTER_16),
    ((LONG, Care(at(17, 100), short_break=True)), at(17, 120), C.RELEVANT, Why.LEFT_CARE),
    ((Care(at(12), at(14, 30)), Care(at(16), at(16, 50))), at(17), C.QUALIFYING, Why.SHORT_TIME),  # 82 days since 14
    ((Care(at(12), at(14, 39)), Care(at(16), at(16, 50))), at(17), C.RELEVANT, Why.LEFT_CARE),  # 91
]


@pytest.mark.parametrize(("times", "day", "category", "why"), TABLE)
def test_the_table(times: tuple[Care, ...], day: date, category: C | None, why: Why) -> None:
    found = suggested_category(times, BORN, day)
    assert (found.category, found.why) == (category, why)


def test_the_weeks_are_told() -> None:
    assert suggested_category([Care(at(16), at(16, 20))], BORN, at(17)).weeks == 3


def test_born_on_29_february() -> None:
    leap = date(2008, 2, 29)
    assert suggested_category([Care(date(2020, 1, 1))], leap, date(2026, 2, 28)).category == C.ELIGIBLE
    assert suggested_category([Care(date(2020, 1, 1))], leap, date(2026, 3, 1)).category == C.FORMER_RELEVANT


births = st.dates(date(1998, 1, 1), date(2012, 12, 31))


@st.composite
def lives(draw: st.DrawFn) -> tuple[list[Care], date, date]:
    """Times in care that do not overlap, a date of birth, and a day up to 26 years after it."""
    born = draw(births)
    ages = sorted(draw(st.lists(st.integers(10 * 365, 20 * 365), max_size=8, unique=True)))
    pairs = list(zip(ages[::2], ages[1::2], strict=False))
    times = [Care(born + first * DAY, born + (last - 1) * DAY, draw(st.booleans())) for first, last in pairs]
    if len(ages) % 2:
        times.append(Care(born + ages[-1] * DAY))
    return times, born, born + draw(st.integers(13 * 365, 26 * 365)) * DAY


@given(lives())
def test_planned_short_breaks_change_nothing(life: tuple[list[Care], date, date]) -> None:
    times, born, day = life
    without = [one for one in times if not one.short_break]
    if without:
        assert suggested_category(times, born, day) == suggested_category(without, born, day)


@given(lives(), st.integers(0, 400))
def test_two_times_that_touch_are_one(life: tuple[list[Care], date, date], cut: int) -> None:
    times, born, day = life
    split: list[Care] = []
    for one in times:
        middle = one.starts_on + cut * DAY
        if one.ends_on and middle < one.ends_on:
            split += [Care(one.starts_on, middle, one.short_break), Care(middle + DAY, one.ends_on, one.short_break)]
        else:
            split.append(one)
    assert suggested_category(split, born, day) == suggested_category(times, born, day)
    assert suggested_category(times[::-1], born, day) == suggested_category(times, born, day)


@given(lives())
def test_former_relevant_is_who_was_eligible_on_some_day(life: tuple[list[Care], date, date]) -> None:
    times, born, _day = life
    days = [birthday(born, 16) + n * DAY for n in range((birthday(born, 18) - birthday(born, 16)).days)]
    was_eligible = any(suggested_category(times, born, day).category == C.ELIGIBLE for day in days)
    found = suggested_category(times, born, birthday(born, 18)).category
    assert (found == C.FORMER_RELEVANT) == was_eligible


@given(lives())
def test_each_category_needs_its_age_and_care_after_16(life: tuple[list[Care], date, date]) -> None:
    times, born, day = life
    category = suggested_category(times, born, day).category
    if category is None:
        return
    assert birthday(born, 16) <= day < birthday(born, 25)
    assert days_in_care(times, birthday(born, 16), min(day, birthday(born, 18) - DAY)) > 0
    if category in (C.ELIGIBLE, C.RELEVANT):
        assert day < birthday(born, 18)
    if category == C.FORMER_RELEVANT:
        assert day >= birthday(born, 18)


@given(lives())
def test_days_are_counted_once_however_often_they_are_noted(life: tuple[list[Care], date, date]) -> None:
    times, born, day = life
    whole = days_in_care(times, born, day)
    assert days_in_care([*times, *times], born, day) == whole
    assert 0 <= whole <= (day - born).days + 1
