"""Check-ins: only the young person sends them, and they choose who sees them."""

from typing import Any

import pytest

from leavingwell.platform.councils.scope import ScopeViolation, scope
from leavingwell.questionnaires.models import CheckIn
from tests.api import ask, codes, do, opaque
from tests.factories import Household

LIST = "query($id: ID!) { checkIns(youngPersonId: $id) { totalCount edges { node { face note } } } }"


def send(house: Household, who: str = "owner", **given: Any) -> dict[str, Any]:
    return do(house.people[who], house.council, "checkIn", "... on CheckIn { id face }", **given)


def seen(house: Household, who: str) -> int:
    with scope(house.council):
        young_person = opaque("YoungPerson", house.young_person)
    answer = ask(house.people[who], house.council, LIST, id=young_person)
    return int(answer["data"]["checkIns"]["totalCount"])


def test_a_face_alone_is_a_whole_check_in(north: Household) -> None:
    assert send(north, face=2)["face"] == 2


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ({"face": 0}, ("INVALID", "face")),
        ({"face": 6}, ("INVALID", "face")),
        ({"face": 3, "area": "NOPE"}, ("NOT_FOUND", "area")),
        ({"face": 3, "note": "x" * 2001}, ("TOO_LARGE", "note")),
        ({"face": 3, "sharedWith": "ONLY_ME", "call": "TODAY"}, ("INVALID", "sharedWith")),
    ],
)
def test_a_fault_is_named_and_nothing_is_stored(
    north: Household, given: dict[str, Any], problem: tuple[str, str]
) -> None:
    assert codes(send(north, **given)) == [problem]
    with scope(north.council):
        assert not CheckIn.objects.exists()


@pytest.mark.parametrize("who", ["worker", "manager", "supporter", "analyst"])
def test_nobody_else_can_send_one(north: Household, who: str) -> None:
    with scope(north.council):
        young_person = opaque("YoungPerson", north.young_person)
    result = send(north, who, face=3, youngPersonId=young_person)
    assert codes(result) in ([("NOT_ALLOWED", None)], [("NOT_FOUND", "youngPersonId")])


@pytest.mark.parametrize(
    ("shared", "readers"),
    [
        ("ONLY_ME", {"owner"}),
        ("WORKER", {"owner", "worker", "manager", "duty", "supervisor"}),
        ("WORKER_AND_SUPPORTERS", {"owner", "worker", "manager", "duty", "supervisor", "supporter"}),
    ],
)
def test_they_choose_who_sees_it(north: Household, shared: str, readers: set[str]) -> None:
    send(north, face=2, sharedWith=shared)
    everybody = {*readers, "supporter", "worker", "other_owner", "other_worker", "analyst", "editor"}
    assert {who for who in everybody if seen(north, who)} == readers


def test_it_is_never_deleted(north: Household) -> None:
    send(north, face=2)
    with scope(north.council), pytest.raises(ScopeViolation):
        CheckIn.objects.all().delete()


def test_sent_twice_under_one_id_it_is_one(north: Household) -> None:
    for _time in range(2):
        send(north, face=2, requestId="7f0c3a52-1111-4222-8333-444455556666")
    assert seen(north, "owner") == 1
