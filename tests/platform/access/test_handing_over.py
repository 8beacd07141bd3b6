"""One worker, or a whole caseload, from one to another: with what was still to be done, and telling those concerned."""

from datetime import timedelta

import pytest
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from leavingwell.platform.access.operations import Operation
from leavingwell.platform.access.permissions import user_can
from leavingwell.platform.access.services.allocating import allocate_worker, hand_over_caseload
from leavingwell.platform.audit.models import AuditEntry
from leavingwell.platform.people.models import YoungPerson
from leavingwell.platform.people.roles import Role
from leavingwell.platform.plans.models import Notice, NoticePreference
from leavingwell.platform.plans.services.actions import add_action
from leavingwell.platform.plans.services.reviewing import open_plan
from leavingwell.platform.problems import Problems
from tests.factories import Household, make_person, make_young_person

NEW_WORKER = Notice.Kind.NEW_WORKER


def told() -> list[str]:
    return sorted(Notice.objects.filter(kind=NEW_WORKER).values_list("recipient__name", flat=True))


def names(house: Household, *who: str) -> list[str]:
    return sorted(house.people[one].name for one in who)


def test_the_young_person_and_both_workers_are_told_once(
    in_north: Household, django_capture_on_commit_callbacks
) -> None:  # type: ignore[no-untyped-def]
    NoticePreference.objects.create(person=in_north.worker, kind=NEW_WORKER, by_email=False)
    with django_capture_on_commit_callbacks(execute=True):
        allocate_worker(in_north.young_person, in_north.other_worker, by=in_north.manager)
    assert told() == names(in_north, "owner", "worker", "other_worker")
    written = {letter.to[0]: letter.body for letter in mail.outbox}
    assert set(written) == {in_north.owner.user.email, in_north.other_worker.user.email}
    assert not any(name in body for body in written.values() for name in names(in_north, "owner", "other_worker"))


def test_the_same_worker_again_and_a_worker_who_was_changed_meanwhile(in_north: Household) -> None:
    young_person, third = in_north.young_person, make_person(Role.PERSONAL_ADVISER)
    with pytest.raises(Problems, match="WRONG_STATE workerId"):
        allocate_worker(young_person, in_north.worker, by=None)
    allocate_worker(young_person, in_north.other_worker, by=None, expected=in_north.worker.pk)
    with pytest.raises(Problems, match="STALE_VERSION workerId"):
        allocate_worker(young_person, third, by=None, expected=in_north.worker.pk)
    assert user_can(in_north.other_worker, Operation.SUBMIT_PLAN, young_person)


@pytest.mark.parametrize("days", [1, -400])
def test_a_day_that_cannot_be(in_north: Household, days: int) -> None:
    day = timezone.localdate() + timedelta(days=days)
    with pytest.raises(Problems, match="INVALID day"):
        allocate_worker(in_north.young_person, in_north.other_worker, by=None, day=day)
    assert user_can(in_north.worker, Operation.SUBMIT_PLAN, in_north.young_person)


def test_what_was_still_to_be_done_goes_along(in_north: Household) -> None:
    plan, worker, new = in_north.plan, in_north.worker, in_north.other_worker
    given = {"by": worker, "language": "en"}
    mine = add_action(plan, title="Ring", owner_ids=(worker.pk, in_north.owner.pk), **given)
    done = add_action(plan, title="Done", owner_ids=(worker.pk,), **given)
    done.status = done.Status.DONE
    done.save()
    allocate_worker(in_north.young_person, new, by=in_north.manager)
    assert {person.name for person in mine.owners.all()} == {new.name, in_north.owner.name}
    assert [person.name for person in done.owners.all()] == [worker.name]


def test_a_whole_caseload_goes_over_in_one(in_north: Household) -> None:
    more = [make_young_person(in_north.young_person.team, worker=in_north.worker) for _ in range(3)]
    assert hand_over_caseload(in_north.worker, in_north.other_worker, by=in_north.manager) == 4
    for young_person in (*more, in_north.young_person):
        assert not user_can(in_north.worker, Operation.VIEW_PLAN, young_person)
        assert user_can(in_north.other_worker, Operation.SUBMIT_PLAN, young_person)
    entries = AuditEntry.objects.filter(action="worker.allocated", actor_id=in_north.manager.pk)
    assert entries.count() == 4
    assert Notice.objects.filter(recipient=in_north.other_worker).count() == 4


def test_a_caseload_without_a_next_worker_is_its_managers_to_see_to(in_north: Household) -> None:
    given = {"by": in_north.worker, "language": "en"}
    action = add_action(in_north.plan, title="Ring", owner_ids=(in_north.worker.pk,), **given)
    hand_over_caseload(in_north.worker, None, by=in_north.admin)
    assert told() == names(in_north, "owner", "worker", "manager")
    assert [owner.name for owner in action.owners.all()] == [in_north.manager.name]
    in_north.young_person.team.manager = None
    team = in_north.other_young_person.team
    assert team.manager is None
    with pytest.raises(Problems, match="WRONG_STATE"):
        hand_over_caseload(in_north.other_worker, None, by=in_north.admin)
    assert user_can(in_north.other_worker, Operation.VIEW_PLAN, in_north.other_young_person)


def test_whom_a_caseload_cannot_go_to(in_north: Household) -> None:
    for wrong in (in_north.worker, in_north.analyst):
        with pytest.raises(Problems, match="INVALID workerId"):
            hand_over_caseload(in_north.worker, wrong, by=None)
    with pytest.raises(Problems, match="WRONG_STATE"):
        hand_over_caseload(make_person(Role.PERSONAL_ADVISER), in_north.worker, by=None)
    assert user_can(in_north.worker, Operation.VIEW_PLAN, in_north.young_person)


def test_as_many_queries_for_ten_as_for_two(in_north: Household) -> None:
    counts = []
    for number in (2, 10):
        giver = make_person(Role.PERSONAL_ADVISER)
        for _ in range(number):
            young_person = make_young_person(in_north.young_person.team, worker=giver)
            plan = open_plan(young_person, by=None)
            add_action(plan, title="Ring", owner_ids=(giver.pk,), by=giver, language="en")
        with CaptureQueriesContext(connection) as queries:
            assert hand_over_caseload(giver, in_north.other_worker, by=in_north.manager) == number
        counts.append(len(queries))
    assert counts[0] == counts[1]
    assert (
        YoungPerson.objects.filter(allocations__worker=in_north.other_worker, allocations__ends_on=None).count() == 13
    )
