"""A colleague's team is told to colleagues: what it is for can tell something of the young people it works with."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from leavingwell.platform.councils.scope import scope
from leavingwell.platform.people.models import Person, Team
from leavingwell.platform.plans.services.actions import add_action
from leavingwell.platform.plans.services.comments import add_comment
from tests.api import ask, opaque
from tests.factories import Household

DOCUMENT = """query($id: ID!) { plan(id: $id) {
  comments(last: 20) { edges { node { author { name team } readBy { person { team } } } } }
  whatIsNext(first: 20) { action { owners { name team } } }
} }"""


@pytest.fixture
def team(north: Household) -> str:
    with scope(north.council):
        team = Team.objects.get(manager=north.manager)
        Person.objects.filter(pk__in=[north.worker.pk, north.manager.pk]).update(team=team)
        return str(team.name)


def fill(house: Household, number: int) -> None:
    for _time in range(number):
        add_comment(house.plan, body="A word", by=house.worker, language="en", audience="supporters")
        add_action(house.plan, title="A thing", by=house.worker, language="en", owner_ids=[house.worker.pk])


def told(house: Household, who: str) -> dict[str, Any]:
    with scope(house.council):
        plan = opaque("Plan", house.plan)
    answer = ask(house.people[who], house.council, DOCUMENT, id=plan)
    assert "errors" not in answer, answer
    found: dict[str, Any] = answer["data"]["plan"]
    return found


def teams(house: Household, who: str) -> set[str | None]:
    nodes = [edge["node"] for edge in told(house, who)["comments"]["edges"]]
    return {one["author"]["team"] for one in nodes if one["author"]["name"] == house.worker.name}


def test_members_of_staff_are_told_and_nobody_else(north: Household, team: str) -> None:
    with scope(north.council):
        fill(north, 1)
    assert teams(north, "worker") == teams(north, "manager") == {team}
    assert teams(north, "owner") == {None}
    assert teams(north, "supporter") <= {None}


def test_as_many_queries_for_ten_as_for_two(north: Household, team: str) -> None:
    counts = []
    for number in (2, 8):
        with scope(north.council):
            fill(north, number)
        told(north, "manager")
        with CaptureQueriesContext(connection) as queries:
            told(north, "manager")
        counts.append(len(queries))
    assert counts[0] == counts[1]
