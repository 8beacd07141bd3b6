"""The caseload's reasons: visits and contacts that are due or overdue are among them."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from leavingwell.platform.councils.scope import scope
from leavingwell.platform.people.dates import years_before
from leavingwell.platform.people.models import YoungPerson
from leavingwell.platform.plans.models import Home
from tests.api import ask, opaque
from tests.factories import Household, make_young_person

LIST = "{ caseload { edges { node { preferredName attention { level code reason dueOn } } } } }"
PAGE = "query($id: ID!) { youngPerson(id: $id) { attention { level code dueOn } } }"


def moved(house: Household, days: int) -> None:
    """A visit is due seven days after a move."""
    with scope(house.council):
        Home.objects.create(
            young_person=house.young_person,
            moved_in_on=timezone.localdate() - timedelta(days=days),
            kind="U",
            description="A flat",
            recorded_by=house.worker,
        )


def reasons(house: Household, who: str) -> list[dict[str, Any]]:
    edges = ask(house.people[who], house.council, LIST)["data"]["caseload"]["edges"]
    theirs = [edge["node"]["attention"] for edge in edges if edge["node"]["preferredName"] == house.owner.name]
    return [one for found in theirs for one in found if one["code"] in ("VISIT_DUE", "CONTACT_DUE")]


@pytest.mark.parametrize(("days", "level"), [(10, "TODAY"), (3, "WEEK")])
def test_a_visit_that_is_due_or_overdue(north: Household, days: int, level: str) -> None:
    assert reasons(north, "worker") == []
    moved(north, days)
    due_on = (timezone.localdate() + timedelta(days=7 - days)).isoformat()
    for who in ("worker", "manager", "duty"):
        assert reasons(north, who) == [
            {"level": level, "code": "VISIT_DUE", "reason": "A visit is due.", "dueOn": due_on}
        ]
    with scope(north.council):
        young_person = opaque("YoungPerson", north.young_person)
    page = ask(north.worker, north.council, PAGE, id=young_person)["data"]["youngPerson"]["attention"]
    assert {"level": level, "code": "VISIT_DUE", "dueOn": due_on} in page


def test_a_contact_that_is_long_ago(north: Household) -> None:
    with scope(north.council):
        young_person = north.young_person
        young_person.last_contact_on = timezone.localdate() - timedelta(days=200)
        young_person.save()
    (found,) = reasons(north, "worker")
    assert (found["code"], found["level"]) == ("CONTACT_DUE", "TODAY")


def test_others_see_none_of_it(north: Household, east: Household) -> None:
    moved(north, 10)
    with scope(north.council):
        young_person = opaque("YoungPerson", north.young_person)
    for house, who in ((north, "owner"), (north, "supporter"), (east, "worker"), (north, "analyst")):
        page = ask(house.people[who], house.council, PAGE, id=young_person)["data"]["youngPerson"]
        assert page is None or page["attention"] == []


@pytest.mark.parametrize(
    "document",
    [
        "query($id: ID!) { youngPerson(id: $id) { found: attention { level code dueOn } } }",
        "query($id: ID!) { youngPerson(id: $id) { ...Needs } } "
        "fragment Needs on YoungPerson { found: attention { level code dueOn } }",
        "query($id: ID!) { youngPerson(id: $id) { id ... on YoungPerson { found: attention { level code dueOn } } } }",
    ],
    ids=["alias", "fragment", "inline fragment"],
)
def test_however_it_is_asked_for(north: Household, document: str) -> None:
    moved(north, 8)
    with scope(north.council):
        young_person = opaque("YoungPerson", north.young_person)
    plain = ask(north.worker, north.council, PAGE, id=young_person)["data"]["youngPerson"]["attention"]
    assert plain
    assert ask(north.worker, north.council, document, id=young_person)["data"]["youngPerson"]["found"] == plain


def test_as_many_queries_for_ten_as_for_two(north: Household) -> None:
    counted = []
    for number in (2, 8):
        with scope(north.council):
            for _each in range(number):
                make_young_person(north.young_person.team, worker=north.worker)
        ask(north.worker, north.council, LIST)  # what is kept is read by now
        with CaptureQueriesContext(connection) as queries:
            ask(north.worker, north.council, LIST)
        counted.append(len(queries))
    assert counted[0] == counted[1]


def test_a_first_plan_is_told_of_as_early_as_a_review(north: Household) -> None:
    with scope(north.council):
        turned_sixteen = timezone.localdate() - timedelta(days=70)  # of the three months some 21 days are left
        new = make_young_person(
            north.young_person.team,
            worker=north.worker,
            date_of_birth=years_before(turned_sixteen, 16),
            category=YoungPerson.Category.ELIGIBLE,
        )
        qualifying = YoungPerson.Category.QUALIFYING
        make_young_person(new.team, "A quiet one", worker=north.worker, category=qualifying)
    edges = ask(north.manager, north.council, LIST)["data"]["caseload"]["edges"]
    told = {edge["node"]["preferredName"]: edge["node"]["attention"] for edge in edges}
    [reason] = told[new.person.name]
    assert (reason["level"], reason["code"]) == ("SOON", "FIRST_PLAN_DUE")
    assert list(told).index(new.person.name) < list(told).index("A quiet one")
    soon = ask(north.manager, north.council, "{ caseload(level: SOON) { edges { node { preferredName } } } }")
    assert new.person.name in str(soon)
    assert "A quiet one" not in str(soon)
