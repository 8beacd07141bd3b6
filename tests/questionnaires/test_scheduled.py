"""A draft that is published on its day: by the queue, or by a command when the queue has forgotten."""

import time
from datetime import timedelta
from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command
from django.utils import timezone
from redis.exceptions import ConnectionError as QueueIsDown
from rq import Queue, SimpleWorker
from rq.registry import ScheduledJobRegistry

from leavingwell.platform.audit.models import AuditEntry
from leavingwell.platform.councils.scope import scope
from leavingwell.questionnaires.models import Proposal
from leavingwell.questionnaires.services.publishing import approve, propose, publish, publish_due, withdraw
from leavingwell.questionnaires.services.rules import set_rules
from tests.factories import Household
from tests.platform.conftest import queue  # noqa: F401  # a fixture
from tests.questionnaires.test_proposals import RULES, asked, outcomes, refused, reword

State = Proposal.State
IN_A_WEEK = timedelta(days=7)
OLD, NEW = "Is your home warm enough?", "Is it warm at yours?"


def in_(time_from_now: timedelta) -> Any:
    return timezone.now() + time_from_now


@pytest.fixture
def council(in_north: Household) -> Household:
    reword(NEW)
    return in_north


def scheduled(council: Household, **given: Any) -> Proposal:
    return propose(outcomes(), by=council.editor, **{"publish_at": in_(IN_A_WEEK), **given})


def due(later: timedelta = IN_A_WEEK) -> list[Proposal]:
    return publish_due(in_(later + timedelta(seconds=1)))


def test_it_is_published_on_its_day_and_not_before(council: Household) -> None:
    proposal = scheduled(council)
    assert (proposal.state, asked()) == (State.SCHEDULED, OLD)
    reword("What was edited in the meantime")
    assert due(timedelta(days=6)) == []
    assert asked() == OLD
    assert [one.state for one in due()] == [State.PUBLISHED]
    assert asked() == NEW
    assert due() == []
    assert AuditEntry.objects.get(action="questionnaire.published").actor_id == council.editor.pk


def test_the_second_person_agrees_and_then_it_waits_for_its_day(council: Household) -> None:
    set_rules(RULES, by=council.admin)
    proposal = approve(scheduled(council), by=council.admin)
    assert (proposal.state, asked()) == (State.SCHEDULED, OLD)
    due()
    assert (asked(), Proposal.objects.get().version.checked_by) == (NEW, council.admin)


def test_a_second_person_who_agrees_after_the_day_publishes_at_once(council: Household) -> None:
    set_rules(RULES, by=council.admin)
    proposal = scheduled(council)
    assert due() == []
    Proposal.objects.update(publish_at=in_(timedelta(hours=-1)))
    assert approve(proposal, by=council.admin).state == State.PUBLISHED


def test_withdrawn_is_not_published(council: Household) -> None:
    withdraw(scheduled(council), by=council.admin)
    assert due() == []
    assert asked() == OLD


def test_it_takes_nothing_back_that_was_published_since(council: Household) -> None:
    scheduled(council)
    reword("A mistake put right")
    publish(outcomes(), by=council.admin)
    [returned] = due()
    assert (returned.state, returned.decided_by) == (State.RETURNED, None)
    assert "Version 1 was published in the meantime" in returned.reason
    assert asked() == "A mistake put right"


def test_what_may_not_be_published_any_more_goes_back_whole(council: Household) -> None:
    """The safe-change rules are asked again on the day: here the answer type is another one by then."""
    proposal = scheduled(council)
    proposal.content["domains"][0]["questions"][0]["answer_type"] = "TEXT"
    Proposal.objects.update(content=proposal.content)
    [returned] = due()
    assert returned.state == State.RETURNED
    assert "HOME-01" in returned.reason
    assert asked() == OLD


def test_rules_that_came_since_hold(council: Household) -> None:
    scheduled(council)
    set_rules(RULES, by=council.admin)
    [returned] = due()
    assert (returned.state, asked()) == (State.RETURNED, OLD)
    assert "second person" in returned.reason


def test_the_command_finds_what_is_due_in_every_council(north: Household, east: Household) -> None:
    for household in (north, east):
        with scope(household.council):
            reword(NEW)
            scheduled(household)
    with scope(north.council):
        Proposal.objects.update(publish_at=in_(timedelta(seconds=-1)))
    told = StringIO()
    call_command("publish_due_questionnaires", stdout=told)
    assert "northmoor" in told.getvalue()
    assert "eastmarsh" not in told.getvalue()
    for household, words in ((north, NEW), (east, OLD)):
        with scope(household.council):
            assert asked() == words


def test_a_queue_that_is_down_costs_nothing(
    council: Household, monkeypatch: pytest.MonkeyPatch, django_capture_on_commit_callbacks: Any
) -> None:
    def is_down(*_args: Any, **_named: Any) -> None:
        raise QueueIsDown("down")

    monkeypatch.setattr(Queue, "enqueue_at", is_down)
    with django_capture_on_commit_callbacks(execute=True):
        scheduled(council)
    assert [one.state for one in due()] == [State.PUBLISHED]


def test_the_queue_wakes_the_worker_on_the_day(
    north: Household,
    queue: Any,  # noqa: F811
    django_capture_on_commit_callbacks: Any,
) -> None:
    with scope(north.council), django_capture_on_commit_callbacks() as after_commit:
        reword(NEW)
        scheduled(north, publish_at=in_(timedelta(seconds=2)))
    registry = ScheduledJobRegistry(queue=queue)
    assert registry.count == 0
    for callback in after_commit:
        callback()
    assert registry.count == 1
    with scope(north.council):
        assert asked() == OLD
    time.sleep(2)
    SimpleWorker([queue], connection=queue.connection).work(burst=True, with_scheduler=True)
    with scope(north.council):
        assert asked() == NEW
        assert Proposal.objects.get().state == State.PUBLISHED


def test_a_moment_that_has_passed_is_refused(council: Household) -> None:
    with refused("INVALID publish_at"):
        scheduled(council, publish_at=timezone.now())
