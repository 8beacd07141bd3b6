"""The daily job: tells of what is due, once, whatever happens to a run."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django_rq.cron import DjangoCronScheduler

from leavingwell.platform.access.services.allocating import end_allocation
from leavingwell.platform.councils.scope import scope
from leavingwell.platform.people.dates import years_before
from leavingwell.platform.plans import jobs
from leavingwell.platform.plans.models import Home, Notice, NoticePreference, YearlyOffer
from leavingwell.platform.plans.services import reminding
from leavingwell.platform.plans.services.actions import add_action
from leavingwell.platform.plans.services.reminding import remind
from leavingwell.platform.plans.services.reviewing import open_plan
from tests.factories import Household, make_young_person


def ago(days: int) -> date:
    return timezone.localdate() - timedelta(days=days)


def moved(house: Household, days: int = 10) -> None:
    home: dict[str, Any] = {"kind": "U", "description": "A flat", "recorded_by": house.worker}
    Home.objects.create(young_person=house.young_person, moved_in_on=ago(days), **home)


def told(house: Household, who: str) -> list[str]:
    return list(Notice.objects.filter(recipient=house.people[who]).values_list("kind", flat=True))


def grown_up(house: Household, age: int = 22, name: str = "Grown up") -> Any:
    """From 21, without a worker."""
    young_person = make_young_person(house.young_person.team, name, age=age)
    house.people[name] = young_person.person
    return young_person


def test_the_worker_hears_what_is_due_and_the_manager_what_is_overdue(in_north: Household) -> None:
    moved(in_north, 3)
    remind()
    assert (told(in_north, "worker"), told(in_north, "manager")) == (["visit_due"], [])
    Home.objects.update(moved_in_on=ago(10))
    remind()
    assert (told(in_north, "worker"), told(in_north, "manager")) == (["visit_due", "visit_due"], ["visit_due"])
    assert told(in_north, "owner") == []


def test_a_second_run_tells_nobody_again(in_north: Household, django_capture_on_commit_callbacks: Any) -> None:
    moved(in_north)
    add_action(in_north.plan, title="Call", by=in_north.worker, language="en", due_on=ago(-1))
    for sent in (2, 0):  # the worker gets one e-mail for both
        mail.outbox.clear()
        with django_capture_on_commit_callbacks(execute=True):
            assert remind() == (3 if sent else 0)
        assert len(mail.outbox) == sent
    assert sorted(told(in_north, "worker")) == ["action_due", "visit_due"]


def test_the_email_says_nothing_of_whom_or_what(in_north: Household, django_capture_on_commit_callbacks: Any) -> None:
    moved(in_north)
    with django_capture_on_commit_callbacks(execute=True):
        remind()
    for letter in mail.outbox:
        text = f"{letter.subject} {letter.body}"
        assert "northmoor.test" in text
        assert not [word for word in ("Owner", "visit", "Visit", "flat") if word in text]


def test_who_wants_no_email_is_told_in_the_portal_alone(
    in_north: Household, django_capture_on_commit_callbacks: Any
) -> None:
    moved(in_north)
    NoticePreference.objects.create(person=in_north.worker, kind=Notice.Kind.VISIT_DUE, by_email=False)
    with django_capture_on_commit_callbacks(execute=True):
        remind()
    assert [letter.to for letter in mail.outbox] == [[in_north.manager.user.email]]
    assert told(in_north, "worker") == ["visit_due"]


def test_who_has_left_is_told_nothing(in_north: Household) -> None:
    moved(in_north)
    in_north.worker.left_on = ago(1)
    in_north.worker.save()
    remind()
    assert told(in_north, "worker") == []
    assert told(in_north, "manager") == ["visit_due"]


def test_without_a_worker_the_manager_hears_what_is_due(in_north: Household) -> None:
    moved(in_north, 3)
    end_allocation(in_north.young_person.allocations.get(), timezone.localdate())
    remind()
    assert told(in_north, "manager") == ["visit_due"]


def test_a_run_that_dies_half_way_is_made_good_by_the_next(
    in_north: Household, monkeypatch: pytest.MonkeyPatch
) -> None:
    moved(in_north)
    whole, calls = reminding.tell, []

    def dies_at_the_second(person: Any, news: Any) -> int:
        calls.append(person)
        if len(calls) == 2:
            raise ConnectionError
        return whole(person, news)

    monkeypatch.setattr(reminding, "tell", dies_at_the_second)
    with pytest.raises(ConnectionError):
        remind()
    assert Notice.objects.count() == 1
    monkeypatch.undo()
    assert remind() == 1
    assert (told(in_north, "worker"), told(in_north, "manager")) == (["visit_due"], ["visit_due"])


def test_from_21_without_a_worker_the_door_is_open_once_a_year(in_north: Household) -> None:
    young_person = grown_up(in_north)
    grown_up(in_north, 20, "Too young")
    grown_up(in_north, 25, "Too old")
    for _time in range(2):
        remind()
    assert [offer.young_person for offer in YearlyOffer.objects.all()] == [young_person]
    assert told(in_north, "Grown up") == ["door_is_open"]
    YearlyOffer.objects.update(sent_on=years_before(timezone.localdate(), 1))
    remind()
    assert YearlyOffer.objects.count() == 2
    assert told(in_north, "Grown up") == ["door_is_open"] * 2


def test_who_has_no_account_is_left_to_the_worker(in_north: Household) -> None:
    young_person = grown_up(in_north)
    young_person.person.user.is_active = False
    young_person.person.user.save()
    remind()
    assert not YearlyOffer.objects.exists()


def test_every_council_in_use_has_a_job_of_its_own(north: Household, east: Household) -> None:
    with scope(north.council):
        moved(north)
    with scope(east.council):
        moved(east)
    east.council.is_active = False
    east.council.save()
    jobs.remind_every_council()
    for house, kinds in ((north, ["visit_due"]), (east, [])):
        with scope(house.council):
            assert told(house, "worker") == kinds


def test_a_run_with_nothing_new_costs_the_same_for_two_and_for_ten(in_north: Household) -> None:
    counts = []
    for number in (1, 8):
        for _each in range(number):
            another = make_young_person(in_north.young_person.team, worker=in_north.worker)
            open_plan(another, by=None)
            Home.objects.create(
                young_person=another, kind="U", description="-", moved_in_on=ago(10), recorded_by=in_north.worker
            )
        remind()
        with CaptureQueriesContext(connection) as queries:
            assert remind() == 0
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_the_scheduler_knows_the_job_and_keeps_to_the_day() -> None:
    scheduler = DjangoCronScheduler()
    scheduler.load_config_from_file("leavingwell.platform.schedule")
    (job,) = [one for one in scheduler.get_jobs() if one.func is jobs.remind_every_council]
    assert job.next_enqueue_time is not None
    assert 7 <= timezone.localtime(job.next_enqueue_time).hour <= 18
