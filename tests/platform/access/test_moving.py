"""Another team: every right goes over at that moment, and the history stays."""

from datetime import timedelta

import pytest
from django.utils import timezone

from leavingwell.platform.access.operations import Operation
from leavingwell.platform.access.permissions import relations_with, user_can
from leavingwell.platform.access.relations import Relation
from leavingwell.platform.access.services.covering import end_duty_cover, start_duty_cover
from leavingwell.platform.access.services.managing import set_manager, set_practice_supervisor
from leavingwell.platform.access.services.moving import move_to_team
from leavingwell.platform.access.services.teams import add_team, close_team, rename_team
from leavingwell.platform.people.models import DutyCover, Person, Team, TeamAllocation, YoungPerson
from leavingwell.platform.people.roles import Role
from leavingwell.platform.problems import Problems
from tests.factories import Household, make_person, make_young_person


def other_team(house: Household) -> Team:
    """With a manager, a supervisor and somebody on duty of its own."""
    team = Team.objects.get(name=f"Other team of {house.council.slug}")
    house.people["other_manager"] = make_person(Role.TEAM_MANAGER, "Other manager")
    house.people["other_supervisor"] = make_person(Role.PRACTICE_SUPERVISOR, "Other supervisor")
    house.people["other_duty"] = make_person(Role.DUTY_WORKER, "Other duty")
    set_manager(team, house.other_manager, by=None)
    set_practice_supervisor(team, house.other_supervisor, by=None)
    start_duty_cover(house.other_duty, team, until=timezone.now() + timedelta(hours=4), by=None)
    team.refresh_from_db()
    return team


def relations(person: Person, young_person: YoungPerson) -> frozenset[Relation]:
    return relations_with(person, YoungPerson.objects.get(pk=young_person.pk))


def test_every_right_of_the_team_goes_over_and_the_worker_stays(in_north: Household) -> None:
    team, young_person = other_team(in_north), in_north.young_person
    move_to_team(young_person, team, by=in_north.manager)
    for gone in ("manager", "supervisor", "duty"):
        assert relations(in_north.people[gone], young_person) == set(), gone
    assert relations(in_north.worker, young_person) == {Relation.WORKER}
    assert relations(in_north.other_manager, young_person) == {Relation.MANAGER}
    assert relations(in_north.other_supervisor, young_person) == {Relation.SUPERVISOR}
    assert relations(in_north.other_duty, young_person) == {Relation.DUTY}
    assert in_north.young_person.team == team


def test_the_worker_can_change_with_the_team(in_north: Household) -> None:
    team, young_person = other_team(in_north), in_north.young_person
    move_to_team(young_person, team, worker=in_north.other_worker, by=in_north.manager)
    assert relations(in_north.worker, young_person) == set()
    assert relations(in_north.other_worker, young_person) == {Relation.WORKER}


def test_the_history_of_teams_is_kept_from_the_first_day(in_north: Household) -> None:
    young_person, first = in_north.young_person, in_north.young_person.team
    team, today = other_team(in_north), timezone.localdate()
    move_to_team(young_person, team, by=in_north.manager)
    move_to_team(young_person, first, by=in_north.other_manager)
    times = TeamAllocation.objects.filter(young_person=young_person).values_list("team__name", "ends_on")
    assert list(times) == [(first.name, None), (team.name, today), (first.name, today)]


@pytest.mark.parametrize("same", [True, False])
def test_one_manager_of_both_teams_keeps_the_right(in_north: Household, same: bool) -> None:
    team, young_person = other_team(in_north), in_north.young_person
    if same:
        set_manager(team, in_north.manager, by=None)
    team.refresh_from_db()
    move_to_team(young_person, team, by=in_north.manager)
    assert user_can(in_north.manager, Operation.AUTHORISE_PLAN, in_north.young_person) == same


def test_what_cannot_be(in_north: Household) -> None:
    young_person, team = in_north.young_person, other_team(in_north)
    with pytest.raises(Problems, match="WRONG_STATE teamId"):
        move_to_team(young_person, young_person.team, by=None)
    with pytest.raises(Problems, match="INVALID workerId"):
        move_to_team(young_person, team, worker=in_north.analyst, by=None)
    assert in_north.young_person.team != team
    closed = close_team(add_team("Old team", by=None), by=None)
    with pytest.raises(Problems, match="WRONG_STATE teamId"):
        move_to_team(young_person, closed, by=None)


def test_nobody_without_a_worker_moves_where_no_manager_would_see_them(in_north: Household) -> None:
    alone, empty = make_young_person(in_north.young_person.team), add_team("New team", by=None)
    with pytest.raises(Problems, match="WRONG_STATE"):
        move_to_team(alone, empty, by=None)
    assert relations(in_north.manager, alone) == {Relation.MANAGER}
    with pytest.raises(Problems, match="WRONG_STATE managerId"):
        set_manager(in_north.young_person.team, None, by=None)


def test_a_team_closes_once_its_young_people_have_gone_elsewhere(in_north: Household) -> None:
    team, into = in_north.young_person.team, other_team(in_north)
    make_young_person(team)
    with pytest.raises(Problems, match="WRONG_STATE intoId"):
        close_team(team, by=None)
    closed = close_team(team, into=into, by=None)
    assert closed.closed_on == timezone.localdate()
    assert not team.young_people.exists()
    assert not DutyCover.objects.filter(team=team, ends_at__gt=timezone.now()).exists()
    assert relations(in_north.other_manager, in_north.young_person) == {Relation.MANAGER}
    for again in (lambda: close_team(team, by=None), lambda: rename_team(team, "Again", by=None)):
        with pytest.raises(Problems, match="WRONG_STATE"):
            again()
    with pytest.raises(Problems, match="WRONG_STATE"):
        make_young_person(closed)


@pytest.mark.parametrize(
    ("name", "problem"), [(" ", "INVALID"), ("x" * 101, "TOO_LARGE"), ("team OF northmoor", "CONFLICT")]
)
def test_a_name_of_a_team_that_cannot_be(in_north: Household, name: str, problem: str) -> None:
    with pytest.raises(Problems, match=f"{problem} name"):
        add_team(name, by=None)


def test_duty_ends_early_with_every_right(in_north: Household) -> None:
    cover = DutyCover.objects.get(person=in_north.duty)
    with pytest.raises(Problems, match="WRONG_STATE personId"):
        start_duty_cover(in_north.duty, cover.team, until=timezone.now() + timedelta(hours=1), by=None)
    end_duty_cover(cover, by=in_north.manager)
    assert relations(in_north.duty, in_north.young_person) == set()
    with pytest.raises(Problems, match="WRONG_STATE"):
        end_duty_cover(cover, by=in_north.manager)
    start_duty_cover(in_north.duty, cover.team, until=timezone.now() + timedelta(hours=1), by=None)
    assert relations(in_north.duty, in_north.young_person) == {Relation.DUTY}


def test_only_some_roles_cover_manage_or_check(in_north: Household) -> None:
    team, until = in_north.young_person.team, timezone.now() + timedelta(hours=1)
    with pytest.raises(Problems, match="INVALID personId"):
        start_duty_cover(in_north.analyst, team, until=until, by=None)
    with pytest.raises(Problems, match="INVALID until"):
        start_duty_cover(in_north.worker, team, until=until + timedelta(days=4000), by=None)
    with pytest.raises(Problems, match="INVALID managerId"):
        set_manager(team, in_north.worker, by=None)
    with pytest.raises(Problems, match="INVALID supervisorId"):
        set_practice_supervisor(team, in_north.worker, by=None)
    assert relations(in_north.manager, in_north.young_person) == {Relation.MANAGER}
