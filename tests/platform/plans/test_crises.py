"""Crises from beginning to end, and how a young person is."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from leavingwell.platform.councils.scope import scope
from leavingwell.platform.plans.models import Crisis, StateChange
from tests.api import ask, codes, do, opaque
from tests.factories import Household

FIELDS = "... on Crisis { id version repeats closedOn worked response }"
READ = (
    "query($id: ID!) { youngPerson(id: $id) { state crises { cause repeats closedOn worked } "
    "stateChanges { before after reason by { name } } } }"
)


def them(house: Household) -> str:
    with scope(house.council):
        return opaque("YoungPerson", house.young_person)


def begin(house: Household, who: str = "worker", days: int = 0, **given: Any) -> dict[str, Any]:
    given = {"cause": "HOME", "startedOn": (timezone.localdate() - timedelta(days=days)).isoformat(), **given}
    return do(house.people[who], house.council, "recordCrisis", FIELDS, youngPersonId=them(house), **given)


def close(house: Household, crisis: str, who: str = "worker", **given: Any) -> dict[str, Any]:
    given = {"worked": "YES", "response": "A room was found.", "state": "FRAGILE", **given}
    return do(house.people[who], house.council, "closeCrisis", FIELDS, crisisId=crisis, **given)


def set_state(house: Household, who: str = "worker", **given: Any) -> dict[str, Any]:
    fields = "... on StateChange { before after }"
    given = {"state": "FRAGILE", "reason": "Left the course.", "youngPersonId": them(house), **given}
    return do(house.people[who], house.council, "setState", fields, **given)


def read(house: Household, who: str, of: Household | None = None) -> Any:
    return ask(house.people[who], house.council, READ, id=them(of or house))["data"]["youngPerson"]


def test_from_beginning_to_end(north: Household) -> None:
    crisis = begin(north, days=3)
    assert read(north, "worker")["state"] == "IN_CRISIS"
    closed = close(north, crisis["id"], expectedVersion=crisis["version"])
    assert (closed["closedOn"], closed["worked"], closed["version"]) == (timezone.localdate().isoformat(), "yes", 1)
    found = read(north, "worker")
    assert found["state"] == "FRAGILE"
    name = {"name": "Worker of northmoor"}
    assert found["stateChanges"] == [
        {"before": "IN_CRISIS", "after": "FRAGILE", "reason": "The crisis is over.", "by": name},
        {"before": "STABLE", "after": "IN_CRISIS", "reason": "Home", "by": name},
    ]


def test_the_last_open_crisis_asks_how_they_are(north: Household) -> None:
    first, last = begin(north)["id"], begin(north, cause="MONEY")["id"]
    assert codes(close(north, first)) == [("INVALID", "state")]  # another is still open
    assert close(north, first, state=None)["__typename"] == "Crisis"
    assert read(north, "worker")["state"] == "IN_CRISIS"
    for state in (None, "IN_CRISIS"):
        assert codes(close(north, last, state=state)) == [("INVALID", "state")]
    assert close(north, last, state="STABLE")["__typename"] == "Crisis"
    assert read(north, "worker")["state"] == "STABLE"


@pytest.mark.parametrize(("gap", "repeats"), [(0, True), (90, True), (91, False)])
def test_a_crisis_within_90_days_is_a_repeat(north: Household, gap: int, repeats: bool) -> None:
    first = begin(north, days=200)
    ended = timezone.localdate() - timedelta(days=100)
    close(north, first["id"], closedOn=ended.isoformat())
    assert begin(north, days=100 - gap)["repeats"] is repeats
    assert [one["repeats"] for one in read(north, "worker")["crises"]] == [repeats, False]


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ({"response": " "}, ("INVALID", "response")),
        ({"response": "x" * 2001}, ("TOO_LARGE", "response")),
        ({"closedOn": "2999-01-01"}, ("INVALID", "closedOn")),
        ({"closedOn": "2000-01-01"}, ("INVALID", "closedOn")),
    ],
)
def test_a_fault_closes_nothing(north: Household, given: dict[str, Any], problem: tuple[str, str]) -> None:
    assert codes(close(north, begin(north)["id"], **given)) == [problem]
    with scope(north.council):
        assert Crisis.objects.get().closed_on is None
        assert north.young_person.state == "in_crisis"


def test_after_a_colleague_both_texts_are_told(north: Household) -> None:
    crisis = begin(north, response="Called the hostel.")["id"]
    stale = close(north, crisis, expectedVersion=7)
    assert codes(stale) == [("STALE_VERSION", "expectedVersion"), ("STALE_VERSION", "response")]


def test_it_is_closed_once(north: Household) -> None:
    crisis = begin(north)["id"]
    close(north, crisis)
    assert codes(close(north, crisis, "manager")) == [("WRONG_STATE", None)]


def test_a_state_needs_a_reason_and_no_open_crisis(north: Household) -> None:
    assert set_state(north) == {"__typename": "StateChange", "before": "STABLE", "after": "FRAGILE"}
    assert codes(set_state(north)) == [("INVALID", "state")]  # that already
    assert codes(set_state(north, state="STABLE", reason=" ")) == [("INVALID", "reason")]
    begin(north)
    assert codes(set_state(north, state="STABLE")) == [("WRONG_STATE", "state")]
    with scope(north.council):
        assert StateChange.objects.count() == 2


def test_the_young_person_reads_their_crises_and_not_the_state(north: Household) -> None:
    begin(north)
    found = read(north, "owner")
    assert (found["state"], found["stateChanges"]) == (None, [])
    assert [one["cause"] for one in found["crises"]] == ["home"]
    assert read(north, "supporter") == {"state": None, "crises": [], "stateChanges": []}


@pytest.mark.parametrize(
    ("who", "problem"),
    [
        ("owner", ("NOT_ALLOWED", None)),
        ("supervisor", ("NOT_ALLOWED", None)),
        ("supporter", ("NOT_FOUND", "crisisId")),
        ("other_worker", ("NOT_FOUND", "crisisId")),
        ("other_owner", ("NOT_FOUND", "crisisId")),
    ],
)
def test_who_closes_none(north: Household, who: str, problem: tuple[str, str | None]) -> None:
    assert codes(close(north, begin(north)["id"], who)) == [problem]
    assert codes(set_state(north, who))[0][0] in ("NOT_ALLOWED", "NOT_FOUND")


def test_another_council_finds_nothing(north: Household, east: Household) -> None:
    crisis = begin(north)["id"]
    for who in ("worker", "manager"):
        assert codes(close(east, crisis, who)) == [("NOT_FOUND", "crisisId")]
        assert codes(set_state(east, who, youngPersonId=them(north))) == [("NOT_FOUND", "youngPersonId")]
        assert read(east, who, of=north) is None
    for given in ("", "nonsense", "x" * 3000):
        assert codes(close(north, given)) == [("NOT_FOUND", "crisisId")]
