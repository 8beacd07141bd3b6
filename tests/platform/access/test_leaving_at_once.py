"""Two at the same moment: one comes first, the other waits and gets an answer that helps, and nobody gets an error."""

from functools import partial
from typing import Any
from uuid import uuid4

import pytest
from django.utils import timezone

from leavingwell.platform.access.services.joining import NewYoungPerson, add_young_person
from leavingwell.platform.access.services.leaving import leave
from leavingwell.platform.councils.scope import scope
from leavingwell.platform.people.dates import years_before
from leavingwell.platform.people.models import Allocation, Person, YoungPerson
from leavingwell.platform.people.roles import Role
from leavingwell.platform.people.staff import here_now
from tests.api import codes, do, opaque
from tests.at_once import at_once as at_once_told
from tests.factories import Household, fresh_households, make_person

pytestmark = pytest.mark.django_db(transaction=True)


at_once = partial(at_once_told, told=lambda _answer: "done")


def fresh(person: Person) -> Person:
    return Person.objects.select_related("user", "council").get(pk=person.pk)


def new(house: Household, worker: Person) -> NewYoungPerson:
    return NewYoungPerson(
        preferred_name="Wren",
        email="",
        date_of_birth=years_before(timezone.localdate(), 18),
        category=YoungPerson.Category.FORMER_RELEVANT,
        team=house.young_person.team,
        worker=worker,
    )


def answers_at_once() -> list[str]:
    """By the API, under ids of their own requests: each takes the other's role."""
    one, other = make_person(Role.COUNCIL_ADMIN), make_person(Role.COUNCIL_ADMIN)
    assert one.council

    def change(by: Person, whom: Person) -> str:
        given = {"personId": opaque("Person", whom), "name": whom.name, "role": "analyst", "requestId": str(uuid4())}
        answer = do(by, by.council, "changeStaff", "", **given)
        return str(codes(answer)[0][0] if answer["__typename"] == "Problems" else "done")

    return at_once_told(lambda: change(one, other), lambda: change(other, one), told=str)


def test_two_at_once(transactional_db: Any) -> None:
    north: Household = fresh_households()[0]
    with scope(north.council):
        for _time in range(3):
            one, other = make_person(Role.COUNCIL_ADMIN), make_person(Role.COUNCIL_ADMIN)
            outcomes = at_once(
                lambda one=one, other=other: leave(fresh(one), by=fresh(other)),
                lambda one=one, other=other: leave(fresh(other), by=fresh(one)),
            )
            assert outcomes == ["NOT_ALLOWED", "done"]
            assert Person.objects.filter(here_now(), pk__in=[one.pk, other.pk]).count() == 1
        for _time in range(3):
            assert answers_at_once() == ["NOT_ALLOWED", "done"]
        leaver = make_person(Role.PERSONAL_ADVISER)
        outcomes = at_once(
            lambda: leave(fresh(leaver), by=north.admin),
            lambda: add_young_person(new(north, fresh(leaver)), by=north.manager),
        )
        assert outcomes in (["INVALID", "done"], ["done", "done"])
        assert not Allocation.objects.filter(worker=leaver, ends_on=None).exists()
