"""A colleague leaves: out at once, and nobody whom they worked with is left with nobody."""

from datetime import timedelta

import pytest
from django.utils import timezone

from leavingwell.platform.access.operations import Operation
from leavingwell.platform.access.permissions import relations_with, user_can
from leavingwell.platform.access.relations import Relation
from leavingwell.platform.access.services.allocating import allocate_worker
from leavingwell.platform.access.services.leaving import Heirs, leave
from leavingwell.platform.access.services.managing import set_manager
from leavingwell.platform.councils.scope import scope
from leavingwell.platform.people.authentication import new_session_token
from leavingwell.platform.people.models import DutyCover, Person
from leavingwell.platform.people.roles import Role
from leavingwell.platform.plans.models import SafetyNotice
from leavingwell.platform.plans.safety_notices import unseen
from leavingwell.platform.problems import Problems
from leavingwell.questionnaires.models import Answer
from tests.api import client_of
from tests.factories import Household, make_person, make_young_person


def test_whoever_leaves_is_out_at_once_in_browsers_and_apps(north: Household) -> None:
    browser = client_of(north.worker, north.council)
    with scope(north.council):
        token = new_session_token(north.worker.user)  # type: ignore[arg-type]
    assert browser.get("/caseload/").status_code == 200
    with scope(north.council):
        leave(north.worker, by=north.admin)
    assert browser.get("/caseload/").status_code == 302
    body = {"query": "{ viewer { id } }"}
    again = client_of(None, north.council).post(
        "/graphql/", body, content_type="application/json", headers={"X-Session-Token": token}
    )
    assert again.status_code == 401


def test_the_young_people_go_to_whom_is_named(in_north: Household) -> None:
    leave(in_north.worker, Heirs(worker=in_north.other_worker), by=in_north.admin)
    assert relations_with(in_north.worker, in_north.young_person) == set()
    assert user_can(in_north.other_worker, Operation.SUBMIT_PLAN, in_north.young_person)
    left = Person.objects.get(pk=in_north.worker.pk)
    assert left.left_on == timezone.localdate()
    assert left.user is not None
    assert not left.user.is_active


def test_or_to_the_managers_list_with_what_nobody_has_seen(in_north: Household) -> None:
    young_person = in_north.young_person
    answer = Answer.objects.create(
        response=in_north.plan.review.response,  # type: ignore[union-attr]
        question_code="HOME-01",
        kind="choice",
        choice="no",
        saved_in_version=1,
        answered_by=in_north.owner,
        typed_by=in_north.owner,
        channel="alone",
        language="en",
        shown_text="Do you feel safe?",
    )
    SafetyNotice.objects.create(
        answer=answer,
        saved_in_version=1,
        young_person=young_person,
        recipient=in_north.worker,
        told_as="worker",
        reason="said",
    )
    assert not unseen(in_north.manager).exists()
    leave(in_north.worker, by=in_north.admin)
    assert unseen(in_north.manager).count() == 1
    assert not young_person.allocations.filter(ends_on=None).exists()
    allocate_worker(young_person, in_north.other_worker, by=in_north.manager)
    assert unseen(in_north.other_worker).count() == 1
    assert not unseen(in_north.manager).exists()


def test_nobody_leaves_young_people_with_nobody(in_north: Household) -> None:
    with pytest.raises(Problems, match="WRONG_STATE"):
        leave(in_north.other_worker, by=in_north.admin)
    stays = Person.objects.get(pk=in_north.other_worker.pk)
    assert stays.left_on is None
    assert stays.user.is_active  # type: ignore[union-attr]
    assert user_can(stays, Operation.SUBMIT_PLAN, in_north.other_young_person)


def test_a_manager_leaves_the_team_to_another(in_north: Household) -> None:
    new = make_person(Role.TEAM_MANAGER)
    with pytest.raises(Problems, match="INVALID managerId"):
        leave(in_north.manager, by=in_north.admin)
    with pytest.raises(Problems, match="INVALID managerId"):
        leave(in_north.manager, Heirs(manager=in_north.manager), by=in_north.admin)
    with pytest.raises(Problems, match="INVALID managerId"):
        leave(in_north.manager, Heirs(manager=in_north.analyst), by=in_north.admin)
    leave(in_north.manager, Heirs(manager=new), by=in_north.admin)
    assert relations_with(new, in_north.young_person) == {Relation.MANAGER}
    assert relations_with(in_north.manager, in_north.young_person) == set()


def test_supervision_and_duty_end(in_north: Household) -> None:
    for who in ("supervisor", "duty"):
        leave(in_north.people[who], by=in_north.admin)
        assert relations_with(in_north.people[who], in_north.young_person) == set()
    assert not DutyCover.objects.filter(ends_at__gt=timezone.now() + timedelta(seconds=1)).exists()
    assert in_north.young_person.team.practice_supervisor is None


def test_a_council_is_never_without_an_administrator(in_north: Household) -> None:
    with pytest.raises(Problems, match="WRONG_STATE personId"):
        leave(in_north.admin, by=in_north.admin)
    second = make_person(Role.COUNCIL_ADMIN)
    leave(in_north.admin, by=in_north.admin)
    with pytest.raises(Problems, match="WRONG_STATE personId"):
        leave(second, by=second)


def test_only_staff_leave_and_only_once(in_north: Household) -> None:
    for wrong in (in_north.owner, in_north.supporter):
        with pytest.raises(Problems, match="NOT_FOUND personId"):
            leave(wrong, by=in_north.admin)
    leave(in_north.analyst, by=in_north.admin)
    with pytest.raises(Problems, match="WRONG_STATE personId"):
        leave(in_north.analyst, by=in_north.admin)


def test_who_has_left_gets_nothing_any_more(in_north: Household) -> None:
    leave(in_north.worker, Heirs(worker=in_north.other_worker), by=in_north.admin)
    with pytest.raises(Problems, match="INVALID workerId"):
        allocate_worker(in_north.young_person, in_north.worker, by=in_north.manager)
    with pytest.raises(Problems, match="INVALID workerId"):
        make_young_person(in_north.young_person.team, worker=in_north.worker)
    gone = make_person(Role.TEAM_MANAGER)
    leave(gone, by=None)
    with pytest.raises(Problems, match="INVALID managerId"):
        set_manager(in_north.young_person.team, gone, by=None)
