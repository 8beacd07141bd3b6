"""A check-in that asks for a call: who hears of it, who notes the call, and what the young person reads."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from leavingwell.platform.access.services.allocating import end_allocation
from leavingwell.platform.audit.models import AuditEntry
from leavingwell.platform.councils.scope import scope
from leavingwell.questionnaires.models import CheckIn
from leavingwell.questionnaires.services.check_ins import GivenCheckIn, send_check_in
from tests.api import ask, codes, do, opaque
from tests.factories import Household, make_young_person

CALLS = "{ viewer { wantedCalls { id call youngPerson { preferredName } } } }"
ATTENTION = "{ caseload { edges { node { attention { code level } } } } }"


def check_in(house: Household, who: str = "owner", **given: Any) -> dict[str, Any]:
    return do(house.people[who], house.council, "checkIn", "... on CheckIn { id }", **{"face": 3, **given})


def wish(house: Household, call: str = "TODAY") -> str:
    return str(check_in(house, call=call)["id"])


def calls(house: Household, who: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = ask(house.people[who], house.council, CALLS)["data"]["viewer"]["wantedCalls"]
    return found


def attention(house: Household) -> list[tuple[str, str]]:
    (edge,) = ask(house.worker, house.council, ATTENTION)["data"]["caseload"]["edges"]
    return [(one["code"], one["level"]) for one in edge["node"]["attention"] if one["code"] == "WANTS_A_CALL"]


def record_call(house: Household, given: str, who: str = "worker") -> dict[str, Any]:
    fields = "... on CheckIn { calledAt calledBy { name } }"
    return do(house.people[who], house.council, "recordCall", fields, checkInId=given)


def test_a_wish_stands_on_the_list_until_somebody_has_called(north: Household) -> None:
    given = wish(north)
    assert calls(north, "worker") == [
        {"id": given, "call": "TODAY", "youngPerson": {"preferredName": "Owner of northmoor"}}
    ]
    check_in(north, face=5)  # a later check-in takes no wish back
    assert attention(north) == [("WANTS_A_CALL", "TODAY")]
    done = record_call(north, given)
    assert done["calledAt"]
    assert done["calledBy"] == {"name": "Worker of northmoor"}
    assert calls(north, "worker") == []
    assert attention(north) == []
    with scope(north.council):
        entry = AuditEntry.objects.get(action="call.returned")
        assert (entry.actor_name, entry.young_person_id) == ("Worker of northmoor", north.young_person.pk)


def test_the_young_person_reads_who_called(north: Household) -> None:
    record_call(north, wish(north))
    query = "{ viewer { youngPerson { checkIns { edges { node { calledBy { name } } } } } } }"
    found = ask(north.owner, north.council, query)["data"]["viewer"]["youngPerson"]["checkIns"]["edges"]
    assert found == [{"node": {"calledBy": {"name": "Worker of northmoor"}}}]


def test_who_should_call(north: Household) -> None:
    wish(north)
    for who, number in (("worker", 1), ("duty", 1), ("manager", 0), ("supervisor", 0), ("other_worker", 0)):
        assert len(calls(north, who)) == number, who
    with scope(north.council):
        end_allocation(north.young_person.allocations.get(), timezone.localdate())
    for who, number in (("worker", 0), ("duty", 1), ("manager", 1), ("supervisor", 0)):
        assert len(calls(north, who)) == number, who


def test_no_wish_and_a_check_in_for_oneself_are_no_calls(north: Household) -> None:
    check_in(north)
    check_in(north, sharedWith="ONLY_ME")
    assert calls(north, "worker") == []


def test_the_soonest_come_first(north: Household) -> None:
    wish(north, "THIS_WEEK")
    wish(north, "TODAY")
    assert [one["call"] for one in calls(north, "worker")] == ["TODAY", "THIS_WEEK"]


def test_a_call_is_noted_once(north: Household) -> None:
    given = wish(north)
    record_call(north, given)
    assert codes(record_call(north, given, "duty")) == [("WRONG_STATE", None)]


def test_where_no_call_was_asked_for_there_is_none_to_note(north: Household) -> None:
    assert codes(record_call(north, str(check_in(north)["id"]))) == [("INVALID", "checkInId")]


@pytest.mark.parametrize(
    ("who", "problem"),
    [
        ("owner", ("NOT_ALLOWED", None)),
        ("supervisor", ("NOT_ALLOWED", None)),
        ("supporter", ("NOT_FOUND", "checkInId")),
        ("other_owner", ("NOT_FOUND", "checkInId")),
        ("other_worker", ("NOT_FOUND", "checkInId")),
    ],
)
def test_others_note_none(north: Household, who: str, problem: tuple[str, str | None]) -> None:
    assert codes(record_call(north, wish(north), who)) == [problem]


def test_another_council_notes_none(north: Household, east: Household) -> None:
    given = wish(north)
    assert codes(record_call(east, given)) == [("NOT_FOUND", "checkInId")]
    assert calls(east, "worker") == []


@pytest.mark.parametrize("given", ["", "nonsense", "x" * 3000])
def test_an_id_that_is_none_is_not_found(north: Household, given: str) -> None:
    assert codes(record_call(north, given)) == [("NOT_FOUND", "checkInId")]


@pytest.mark.parametrize("who", ["worker", "manager", "duty", "supporter", "other_owner"])
def test_only_the_young_person_can_send(north: Household, who: str) -> None:
    with scope(north.council):
        young_person = opaque("YoungPerson", north.young_person)
    refused = check_in(north, who, youngPersonId=young_person)
    assert codes(refused)[0][0] in ("NOT_ALLOWED", "NOT_FOUND")
    with scope(north.council):
        assert not CheckIn.objects.exists()


def test_the_worker_gets_an_email_without_anything_private(
    north: Household, django_capture_on_commit_callbacks: Callable[..., Any]
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        check_in(north, note="Private words")
    assert mail.outbox == []
    with django_capture_on_commit_callbacks(execute=True):
        check_in(north, note="Private words", call="TODAY")
    (letter,) = mail.outbox
    assert letter.to == [north.worker.user.email]  # type: ignore[union-attr]
    assert "https://northmoor.test/" in letter.body
    for private in ("Private", "Owner", "call"):
        assert private not in letter.subject + letter.body


def test_the_list_costs_the_same_for_two_and_for_ten(north: Household) -> None:
    def add(number: int) -> None:
        with scope(north.council):
            for _one in range(number):
                somebody = make_young_person(north.young_person.team, worker=north.worker)
                given = GivenCheckIn(face=2, call=CheckIn.Call.TODAY)
                send_check_in(somebody, given, by=somebody.person, language="en")

    def cost() -> int:
        calls(north, "worker")
        with CaptureQueriesContext(connection) as queries:
            calls(north, "worker")
        return len(queries)

    add(2)
    few = cost()
    add(8)
    assert cost() == few
    assert len(calls(north, "worker")) == 10
