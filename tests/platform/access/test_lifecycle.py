"""Whatever managers and administrators do: rights are what the relations say, and nobody is left alone."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from leavingwell.platform.access.models import YoungPersonGrant
from leavingwell.platform.access.relations import Relation
from leavingwell.platform.access.services.allocating import allocate_worker, hand_over_caseload
from leavingwell.platform.access.services.covering import end_duty_cover, start_duty_cover
from leavingwell.platform.access.services.leaving import Heirs, leave
from leavingwell.platform.access.services.managing import set_manager, set_practice_supervisor
from leavingwell.platform.access.services.moving import move_to_team
from leavingwell.platform.access.services.staffing import change_staff
from leavingwell.platform.access.services.teams import close_team
from leavingwell.platform.access.staff_list import covers_now
from leavingwell.platform.people.models import Allocation, Person, Team, TeamAllocation, YoungPerson
from leavingwell.platform.people.roles import Role
from leavingwell.platform.people.staff import is_here, staff
from leavingwell.platform.problems import Problems
from tests.factories import Household, make_person, make_young_person

Pick = Callable[[Any], Any]


def worker(pick: Pick) -> Any:
    return pick(staff().select_related("user"))


def young(pick: Pick) -> Any:
    return pick(YoungPerson.objects.select_related("person", "team__manager"))


def team(pick: Pick) -> Any:
    return pick(Team.objects.all())


def until() -> Any:
    return timezone.now() + timedelta(hours=2)


OPERATIONS: tuple[Callable[[Pick], Any], ...] = (
    lambda pick: allocate_worker(young(pick), worker(pick), by=None),
    lambda pick: move_to_team(young(pick), team(pick), by=None),
    lambda pick: move_to_team(young(pick), team(pick), worker=worker(pick), by=None),
    lambda pick: hand_over_caseload(worker(pick), worker(pick), by=None),
    lambda pick: hand_over_caseload(worker(pick), None, by=None),
    lambda pick: leave(worker(pick), Heirs(worker=worker(pick), manager=worker(pick)), by=None),
    lambda pick: leave(worker(pick), by=None),
    lambda pick: set_manager(team(pick), worker(pick), by=None),
    lambda pick: set_manager(team(pick), None, by=None),
    lambda pick: set_practice_supervisor(team(pick), worker(pick), by=None),
    lambda pick: start_duty_cover(worker(pick), team(pick), until=until(), by=None),
    lambda pick: end_duty_cover(pick(covers_now()), by=None),
    lambda pick: close_team(team(pick), into=team(pick), by=None),
    lambda pick: change_staff(worker(pick), name="New name", role=pick(list(Role)), team=None, by=None),
    lambda pick: make_young_person(team(pick)),
)


def expected_grants() -> set[tuple[Any, str, Any]]:
    """The relations that the tables themselves tell."""
    found = set()
    for one in Allocation.objects.filter(ends_on=None).select_related("worker"):
        found.add((one.worker.user_id, Relation.WORKER.value, one.young_person_id))
    for one in YoungPerson.objects.select_related("team__manager", "team__practice_supervisor"):
        holders = {Relation.MANAGER: one.team.manager, Relation.SUPERVISOR: one.team.practice_supervisor}
        found |= {(person.user_id, relation.value, one.pk) for relation, person in holders.items() if person}
        found |= {(cover.person.user_id, Relation.DUTY.value, one.pk) for cover in covers_now().filter(team=one.team)}
    return found


def granted() -> set[tuple[Any, str, Any]]:
    rows = YoungPersonGrant.objects.exclude(permission__codename__in=(Relation.SELF, Relation.SUPPORTER))
    return set(rows.values_list("user_id", "permission__codename", "content_object_id"))


def check_invariants() -> None:
    assert granted() == expected_grants()
    gone = [person for person in staff().select_related("user") if not is_here(person)]
    assert not YoungPersonGrant.objects.filter(user__in=[person.user_id for person in gone]).exists()
    for one in YoungPerson.objects.select_related("team__manager__user"):
        assert TeamAllocation.objects.get(young_person=one, ends_on=None).team_id == one.team_id
        assert one.team.closed_on is None
        current = Allocation.objects.filter(young_person=one, ends_on=None).select_related("worker__user").first()
        assert current is None or is_here(current.worker)
        had_one = Allocation.objects.filter(young_person=one).exists()
        assert current or not had_one or (one.team.manager and is_here(one.team.manager))
    assert Person.objects.filter(role=Role.COUNCIL_ADMIN, left_on=None).exists()


def do_all(steps: list[tuple[int, list[int]]]) -> int:
    """Tries each step; a refusal leaves everything as it was. Gives how many were done."""
    done = 0
    for number, picks in steps:
        left = iter(picks)

        def pick(rows: Any, left: Any = left) -> Any:
            found = list(rows if isinstance(rows, list) else rows.order_by("pk"))
            return found[next(left) % len(found)] if found else None

        before = granted()
        try:
            with transaction.atomic():
                OPERATIONS[number](pick)
                done += 1
        except Problems:
            assert granted() == before
        except AttributeError:
            assert not covers_now().exists()  # there was no cover to end
        check_invariants()
    return done


@pytest.fixture
def busy(in_north: Household) -> Household:
    set_manager(in_north.other_young_person.team, make_person(Role.TEAM_MANAGER), by=None)
    make_young_person(in_north.young_person.team, worker=in_north.worker)
    return in_north


STEPS = st.lists(
    st.tuples(st.integers(0, len(OPERATIONS) - 1), st.lists(st.integers(0, 40), min_size=4, max_size=4)),
    min_size=4,
    max_size=10,
)


@settings(
    max_examples=25,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    derandomize=True,
)
@given(steps=STEPS)
def test_rights_follow_relations(busy: Household, steps: list[tuple[int, list[int]]]) -> None:
    with transaction.atomic():
        do_all(steps)
        transaction.set_rollback(True)


def test_the_steps_do_something(busy: Household) -> None:
    assert do_all(
        [(number, [place, place + 1, place + 2, 0]) for number in range(len(OPERATIONS)) for place in (0, 1, 2)]
    )
