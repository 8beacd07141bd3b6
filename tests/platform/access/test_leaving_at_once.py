"""Two at the same moment: one comes first, the other waits and gets an answer that helps, and nobody gets an error."""

import threading
from collections.abc import Callable
from contextvars import copy_context
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone

from leavingwell.platform.access.services.joining import NewYoungPerson, add_young_person
from leavingwell.platform.access.services.leaving import leave
from leavingwell.platform.councils.scope import scope
from leavingwell.platform.people.dates import years_before
from leavingwell.platform.people.models import Allocation, Person, YoungPerson
from leavingwell.platform.people.roles import Role
from leavingwell.platform.people.staff import here_now
from leavingwell.platform.problems import Problems
from tests.factories import Household, fresh_households, make_person

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*attempts: Callable[[], Any]) -> list[str]:
    """What each came to: done, the code of the problem, or the name of an error."""
    outcomes: list[str] = []
    together = threading.Barrier(len(attempts))

    def run(attempt: Callable[[], Any]) -> None:
        together.wait()
        try:
            attempt()
            outcomes.append("done")
        except Problems as refused:
            outcomes.append(refused.problems[0].code.value)
        except Exception as error:
            outcomes.append(type(error).__name__)
        finally:
            connection.close()

    threads = [threading.Thread(target=copy_context().run, args=(run, attempt)) for attempt in attempts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(outcomes)


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
        leaver = make_person(Role.PERSONAL_ADVISER)
        outcomes = at_once(
            lambda: leave(fresh(leaver), by=north.admin),
            lambda: add_young_person(new(north, fresh(leaver)), by=north.manager),
        )
        assert outcomes in (["INVALID", "done"], ["done", "done"])
        assert not Allocation.objects.filter(worker=leaver, ends_on=None).exists()
