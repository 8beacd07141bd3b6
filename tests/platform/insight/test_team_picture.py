"""A manager's team in numbers: of their own team alone, and right."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from leavingwell.platform.councils.scope import scope
from leavingwell.platform.insight.team_picture import TeamPicture, WorkerPicture, team_pictures
from leavingwell.platform.people.models import Team, YoungPerson
from leavingwell.platform.plans.caseload import LONG_SILENT
from leavingwell.platform.plans.clock_facts import RuleBook
from leavingwell.platform.plans.models import Plan
from tests.api import ask, opaque
from tests.factories import Household, make_young_person
from tests.platform.insight.past import finished


@pytest.fixture
def house(north: Household) -> Iterator[Household]:
    with scope(north.council):
        yield north


def picture(house: Household) -> TeamPicture:
    [found] = team_pictures(house.manager, RuleBook())
    return found


def of(found: TeamPicture, worker: Any) -> WorkerPicture:
    return next(one for one in found.workers if one.worker == worker)


def test_each_worker_with_states_plans_and_silence(house: Household) -> None:
    before = of(picture(house), house.worker)
    one, other = (make_young_person(house.young_person.team, worker=house.worker) for _one in range(2))
    YoungPerson.objects.filter(pk=one.pk).update(state="in_crisis", last_contact_on=timezone.localdate())
    finished(other, "sometimes", timezone.localdate())
    found = picture(house)
    row = of(found, house.worker)
    assert row.young_people == before.young_people + 2
    assert row.states["in_crisis"] == before.states["in_crisis"] + 1
    assert row.long_silent == before.long_silent + 1
    assert found.young_people == sum(each.young_people for each in found.workers)
    assert found.channels.total() + found.without_checklist == found.young_people


def test_the_numbers_are_those_of_the_lists_that_they_open(house: Household) -> None:
    make_young_person(house.young_person.team, worker=house.worker, age=18)  # the first plan is long overdue
    document = "query($state: ClockState!) { caseload(clock: $state, first: 50) { totalCount } }"
    row = of(picture(house), house.worker)
    for state, number in (("OVERDUE", row.overdue), ("DUE", row.due)):
        assert ask(house.worker, house.council, document, state=state)["data"]["caseload"]["totalCount"] == number


def test_the_numbers_of_plans_and_of_silence_are_those_of_their_lists(house: Household) -> None:
    for _one in range(2):
        make_young_person(house.young_person.team, worker=house.worker)
    agreed = Plan.objects.filter(pk=house.plan.pk)
    agreed.update(current_until=timezone.localdate())
    YoungPerson.objects.filter(pk=house.young_person.pk).update(last_contact_on=timezone.localdate() - LONG_SILENT)
    row = of(picture(house), house.worker)
    assert 0 < row.plans_in_force < row.young_people
    assert 0 < row.long_silent < row.young_people
    without = row.young_people - row.plans_in_force
    counted = {
        "planInForce: true": row.plans_in_force,
        "planInForce: false": without,
        "longSilent: true": row.long_silent,
    }
    for given, number in counted.items():
        found = ask(house.worker, house.council, f"{{ caseload({given}) {{ totalCount }} }}")
        assert found["data"]["caseload"]["totalCount"] == number, given


def test_the_teams_numbers_are_those_of_the_lists_that_they_open(house: Household) -> None:
    make_young_person(house.young_person.team)  # whom nobody works with is counted, too
    crisis = make_young_person(house.young_person.team, worker=house.worker)
    YoungPerson.objects.filter(pk=crisis.pk).update(state="in_crisis")
    Plan.objects.filter(pk=house.plan.pk).update(current_until=timezone.localdate())
    found, team = picture(house), opaque("Team", house.young_person.team)
    counted = {
        "": found.young_people,
        "state: IN_CRISIS,": sum(one.states["in_crisis"] for one in found.workers),
        "clock: OVERDUE,": sum(one.overdue for one in found.workers),
        "planInForce: true,": sum(one.plans_in_force for one in found.workers),
    }
    assert all(counted.values())
    for given, number in counted.items():
        told = ask(house.manager, house.council, f'{{ caseload({given} team: "{team}") {{ totalCount }} }}')
        assert told["data"]["caseload"]["totalCount"] == number, given


def test_whom_nobody_works_with_stand_last(house: Household) -> None:
    make_young_person(house.young_person.team)
    last = picture(house).workers[-1]
    assert (last.worker, last.young_people) == (None, 1)


def test_of_another_team_nothing_is_told(house: Household, east: Household) -> None:
    before = picture(house).young_people
    make_young_person(Team.objects.exclude(pk=house.young_person.team_id).get())
    with scope(east.council):
        make_young_person(east.young_person.team)
    assert picture(house).young_people == before
    assert team_pictures(house.worker, RuleBook()) == []


def test_the_api(house: Household) -> None:
    asked = "{ teamPictures { team { name } youngPeople workers { worker { name } youngPeople } } }"
    [told] = ask(house.manager, house.council, asked)["data"]["teamPictures"]
    assert told["youngPeople"] == sum(one["youngPeople"] for one in told["workers"])


def test_constant_queries(house: Household) -> None:
    def number() -> int:
        with CaptureQueriesContext(connection) as queries:
            picture(house)
        return len(queries)

    def more(count: int) -> None:
        for _one in range(count):
            finished(
                make_young_person(house.young_person.team, worker=house.worker), "yes_mostly", timezone.localdate()
            )

    more(2)
    with_two = number()
    more(8)
    assert number() == with_two <= 7
