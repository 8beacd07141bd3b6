"""Safety notices: who sees them, and who says that they have."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from leavingwell.platform.access.services.allocating import allocate_worker, end_allocation
from leavingwell.platform.access.services.managing import set_manager
from leavingwell.platform.audit.models import AuditEntry
from leavingwell.platform.councils.scope import scope
from leavingwell.platform.people.roles import Role
from leavingwell.platform.plans.services.reviewing import open_plan
from leavingwell.questionnaires.services.answering import GivenAnswer
from tests.api import ask, codes, do, opaque
from tests.factories import Household, make_young_person
from tests.platform.plans.telling import MINE, answer, say, seen_by, told


def test_seen_once_and_audited(north: Household) -> None:
    answer(north, "HOME-01", "no")
    (notice,) = seen_by(north, "worker")
    done = do(
        north.worker,
        north.council,
        "seeSafetyNotice",
        "... on SafetyNotice { seenAt seenBy { name } }",
        safetyNoticeId=notice["id"],
    )
    assert done["seenAt"]
    assert done["seenBy"] == {"name": "Worker of northmoor"}
    assert seen_by(north, "worker") == []
    assert len(seen_by(north, "duty")) == 1  # theirs is their own
    again = do(north.worker, north.council, "seeSafetyNotice", "", safetyNoticeId=notice["id"])
    assert codes(again) == [("WRONG_STATE", None)]
    with scope(north.council):
        actions = AuditEntry.objects.filter(action__startswith="safety_notice").order_by("at")
        assert [(one.action, one.actor_name) for one in actions] == [
            ("safety_notice.sent", "Owner of northmoor"),
            ("safety_notice.seen", "Worker of northmoor"),
        ]


@pytest.mark.parametrize("who", ["owner", "supporter", "other_owner", "other_worker", "supervisor", "manager", "duty"])
def test_nobody_else_says_that_they_have_seen_it(north: Household, who: str) -> None:
    answer(north, "HOME-01", "no")
    (notice,) = seen_by(north, "worker")
    refused = do(north.people[who], north.council, "seeSafetyNotice", "", safetyNoticeId=notice["id"])
    assert codes(refused) == [("NOT_FOUND", "safetyNoticeId")]


def test_another_council_and_a_visitor_get_nothing(north: Household, east: Household) -> None:
    answer(north, "HOME-01", "no")
    (notice,) = seen_by(north, "worker")
    for person in (east.worker, east.manager):
        refused = do(person, east.council, "seeSafetyNotice", "", safetyNoticeId=notice["id"])
        assert codes(refused) == [("NOT_FOUND", "safetyNoticeId")]
        assert ask(person, east.council, MINE)["data"]["viewer"]["safetyNotices"] == []
    refused = do(None, north.council, "seeSafetyNotice", "", safetyNoticeId=notice["id"])
    assert codes(refused) == [("NOT_ALLOWED", None)]


@pytest.mark.parametrize("given", ["", "nonsense", "U2FmZXR5Tm90aWNlOjE="])
def test_an_id_that_is_none_is_not_found(north: Household, given: str) -> None:
    refused = do(north.worker, north.council, "seeSafetyNotice", "", safetyNoticeId=given)
    assert codes(refused) == [("NOT_FOUND", "safetyNoticeId")]


def test_a_handover_takes_what_nobody_has_seen_along(north: Household) -> None:
    answer(north, "HOME-01", "no")
    with scope(north.council):
        allocate_worker(north.young_person, north.other_worker, by=None)
    assert seen_by(north, "worker") == []
    (notice,) = seen_by(north, "other_worker")
    done = do(
        north.other_worker,
        north.council,
        "seeSafetyNotice",
        "... on SafetyNotice { recipient { name } }",
        safetyNoticeId=notice["id"],
    )
    assert done["recipient"] == {"name": "Worker of northmoor"}
    assert seen_by(north, "other_worker") == []


TOLD = """query($id: ID!) { youngPerson(id: $id) { safetyNotices { recipient { name } }
  plan { response { answers { safetyNotices { recipient { name } seenAt } } } } } }"""


@pytest.mark.parametrize(("who", "number"), [("owner", 2), ("worker", 2), ("supervisor", 2), ("supporter", 0)])
def test_the_young_person_and_the_case_team_see_who_was_told(north: Household, who: str, number: int) -> None:
    answer(north, "HOME-01", "no")
    with scope(north.council):
        young_person = opaque("YoungPerson", north.young_person)
        north.young_person.supporters.update(parts=["answers"])
    found = ask(north.people[who], north.council, TOLD, id=young_person)["data"]["youngPerson"]
    assert len(found["safetyNotices"]) == number
    (kept,) = found["plan"]["response"]["answers"]
    assert len(kept["safetyNotices"]) == number


def queries_for(house: Household) -> int:
    ask(house.worker, house.council, MINE)
    with CaptureQueriesContext(connection) as queries:
        ask(house.worker, house.council, MINE)
    return len(queries)


def test_the_list_costs_the_same_for_two_and_for_ten(north: Household) -> None:
    def add(number: int) -> None:
        with scope(north.council):
            for _one in range(number):
                young_person = make_young_person(north.young_person.team, worker=north.worker)
                open_plan(young_person, by=None)
                say(young_person, GivenAnswer("HOME-01", choice="no"))

    add(2)
    few = queries_for(north)
    add(8)
    assert queries_for(north) == few
    assert len(seen_by(north, "worker")) == 10


def test_a_notice_does_not_go_with_the_manager_or_the_duty_worker_who_was_told(north: Household) -> None:
    with scope(north.council):
        end_allocation(north.young_person.allocations.get(ends_on=None), timezone.localdate())
    answer(north, "HOME-01", "no")
    assert {name for name, _reason in told(north)} == {"Duty", "Manager"}
    with scope(north.council):
        north.other_worker.role = Role.TEAM_MANAGER
        north.other_worker.save()
        set_manager(north.young_person.team, north.other_worker, by=None)
    assert not seen_by(north, "manager")
    assert seen_by(north, "other_worker")
    with scope(north.council):
        allocate_worker(north.young_person, north.worker, by=None)
    assert seen_by(north, "worker")


def test_the_worker_sees_one_notice_where_duty_was_told_too(north: Household) -> None:
    answer(north, "HOME-01", "no")
    assert len(told(north)) > 1
    assert len(seen_by(north, "worker")) == 1
