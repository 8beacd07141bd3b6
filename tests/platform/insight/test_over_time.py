"""Earlier half-years beside today: counted once each, in today's terms, and nobody can be picked out by comparing."""

import random
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from leavingwell.platform.councils.scope import scope
from leavingwell.platform.insight.over_time import Point, over_time
from leavingwell.platform.insight.periods import Period, closed_periods, period_of
from leavingwell.platform.insight.suppression import SMALLEST_SHOWN, apart, suppressed, with_sums
from leavingwell.platform.people.models import Team
from tests.api import ask
from tests.factories import Household, make_young_person
from tests.platform.insight.past import HEATING, finished

BESIDE_NOW = """{ insight(domain: "HOME") {
  questions { question { code } whoWantsHelp { preferredName } } overTime { startsOn }
} }"""
LAST, BEFORE = 3, 2  # places among the four closed half-years


def periods() -> list[Period]:
    return closed_periods(timezone.localdate())


def heating(point: Point) -> dict[str, Any]:
    found = next(one for one in point.questions if one.question["code"] == HEATING)
    return {"total": found.total.count, **{choice["code"]: told.count for choice, told in found.counts}}


def people(house: Household, number: int) -> list[Any]:
    return [make_young_person(house.young_person.team, worker=house.worker) for _one in range(number)]


@pytest.fixture
def house(north: Household) -> Iterator[Household]:
    with scope(north.council):
        yield north


@pytest.mark.parametrize(
    ("day", "starts", "ends"),
    [
        (date(2026, 4, 1), date(2026, 4, 1), date(2026, 9, 30)),
        (date(2026, 9, 30), date(2026, 4, 1), date(2026, 9, 30)),
        (date(2026, 10, 1), date(2026, 10, 1), date(2027, 3, 31)),
        (date(2027, 2, 28), date(2026, 10, 1), date(2027, 3, 31)),
    ],
)
def test_half_years_are_those_of_councils(day: date, starts: date, ends: date) -> None:
    assert period_of(day) == Period(starts, ends)
    assert period_of(day).before.ends_on == starts - timedelta(days=1)


def test_in_each_half_year_the_last_finished_one_of_each_counts(house: Household) -> None:
    then = periods()[LAST]
    for place, one in enumerate(people(house, 16)):
        finished(one, "not_right_now" if place < 8 else "sometimes", timezone.localdate())
        finished(one, "yes_mostly" if place < 8 else "sometimes", then.ends_on)
        finished(one, "sometimes", then.starts_on)  # an earlier one of the same half-year
    points = over_time(house.analyst, domain="HOME")
    assert heating(points[LAST]) == {"total": 16, "yes_mostly": 8, "sometimes": 8, "not_right_now": 0}
    assert heating(points[BEFORE])["total"] == 0
    assert points[-1].period is None
    assert points[-1].questions == ()


def test_a_small_number_then_is_hidden_and_seen_by_the_case_team(house: Household) -> None:
    for place, one in enumerate(people(house, 12)):
        finished(one, "sometimes", timezone.localdate())
        finished(one, "not_right_now" if place < 2 else "yes_mostly", periods()[LAST].ends_on)
    shown = heating(over_time(house.analyst, domain="HOME")[LAST])
    assert (shown["total"], shown["not_right_now"], shown["yes_mostly"]) == (12, None, None)
    assert heating(over_time(house.worker, domain="HOME")[LAST])["not_right_now"] == 2


def test_one_who_answered_again_cannot_be_told_by_comparing_with_now(house: Household) -> None:
    """Now is then, but for one person: the difference of the two would be their answer."""
    then = periods()[LAST].ends_on
    everybody = people(house, 30)
    finished(everybody[0], "not_right_now", timezone.localdate())
    for place, one in enumerate(everybody):
        finished(one, "yes_mostly" if place < 15 else "sometimes", then)
    assert heating(over_time(house.analyst, domain="HOME")[LAST])["total"] is None
    for one in everybody[1:8]:
        one.responses.update(is_latest=False)
        finished(one, "not_right_now", timezone.localdate())
    found = heating(over_time(house.analyst, domain="HOME")[LAST])
    assert (found["total"], found["yes_mostly"], found["sometimes"]) == (30, 15, 15)


def test_how_they_stand_in_the_area(house: Household) -> None:
    for one in people(house, 8):
        finished(one, "yes_mostly", timezone.localdate())
    now = {phase.value: told.count for phase, told in over_time(house.worker, domain="HOME")[-1].phases}
    assert sum(count or 0 for count in now.values()) == over_time(house.worker, domain="HOME")[-1].total.count


def test_an_unknown_domain_has_no_points_and_another_council_none_of_ours(house: Household, east: Household) -> None:
    assert over_time(house.analyst, domain="NOWHERE") == []
    for one in people(house, 8):
        finished(one, "sometimes", periods()[LAST].ends_on)
    with scope(east.council):
        assert heating(over_time(east.analyst, domain="HOME")[LAST])["total"] == 0


def test_the_api_tells_the_same_and_names_only_to_the_case_team(house: Household) -> None:
    one = people(house, 1)[0]
    finished(one, "sometimes", timezone.localdate()).answers.update(wants_help=True)
    for who, names in (("worker", [one.person.name]), ("manager", [one.person.name]), ("analyst", []), ("admin", [])):
        found = ask(house.people[who], house.council, BESIDE_NOW)["data"]["insight"]
        asked = next(each for each in found["questions"] if each["question"]["code"] == HEATING)
        assert [each["preferredName"] for each in asked["whoWantsHelp"]] == names
        assert len(found["overTime"]) == 5
        assert found["overTime"][-1]["startsOn"] is None


def test_constant_queries(house: Household) -> None:
    def number() -> int:
        with CaptureQueriesContext(connection) as queries:
            over_time(house.analyst, domain="HOME")
        return len(queries)

    def more(count: int) -> None:
        for one in people(house, count):
            finished(one, "sometimes", periods()[LAST].ends_on)

    more(2)
    with_two = number()
    more(8)
    assert number() == with_two <= 7


@given(st.integers(0, 2**32))
def test_no_two_told_tables_differ_by_a_few(seed: int) -> None:
    """Whatever people said then and say now: where both are told, each counts at least six answers that are its own."""
    choose = random.Random(seed)
    now: Counter[Any] = Counter()
    then: Counter[Any] = Counter()
    both: Counter[Any] = Counter()
    for _one in range(choose.choice([8, 20, 60])):
        team = choose.choice(["red", "blue"])
        was, stayed = choose.random() < 0.9, choose.random() < choose.choice([0.5, 0.95, 1])
        then["yes" if choose.random() < 0.6 else "no", team] += was
        now["yes" if choose.random() < 0.6 else "no", team] += stayed or not was
        both[team] += was and stayed
        both[None] += was and stayed
    sums = [with_sums({(team,): sum(n for (_c, t), n in table.items() if t == team) for team in ("red", "blue")})
            for table in (now, then)]  # fmt: skip
    places = [{cell[0]: number for cell, number in table.items()} for table in sums]
    withheld = apart(Counter({(k,): v for k, v in places[0].items()}), Counter({(k,): v for k, v in places[1].items()}),
                     {(k,): v for k, v in both.items()})  # fmt: skip
    table = with_sums(then)
    hidden = suppressed(table, withheld=withheld)
    for place in ("red", "blue", None):
        told = [cell for cell in table if cell[1] == place and cell not in hidden and table[cell]]
        shared = both[place]
        alone = (places[0][place] - shared, places[1][place] - shared)
        assert not told or not shared or not any(alone) or min(alone) >= SMALLEST_SHOWN


def test_teams_that_one_manages_stay_true(house: Household) -> None:
    few = Team.objects.exclude(pk=house.young_person.team_id).get()
    for one in people(house, 7):
        finished(one, "sometimes", periods()[LAST].ends_on)
    for _one in range(4):
        finished(make_young_person(few), "sometimes", periods()[LAST].ends_on)
    own = over_time(house.manager, domain="HOME", team=house.young_person.team_id)
    assert heating(own[LAST])["sometimes"] == 7
    assert heating(over_time(house.manager, domain="HOME", team=few.pk)[LAST])["sometimes"] is None
    assert heating(over_time(house.manager, domain="HOME")[LAST])["sometimes"] is None
