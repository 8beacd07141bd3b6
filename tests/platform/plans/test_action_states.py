"""Done, stuck, dropped: with the words that go with it."""

from datetime import date
from typing import Any

import pytest

from leavingwell.platform.audit.models import AuditEntry
from leavingwell.platform.councils.scope import scope
from leavingwell.platform.plans.models import Action
from leavingwell.platform.plans.services.actions import add_action
from tests.api import ask, codes, do, opaque
from tests.factories import Household

FIELDS = "... on Action { id status measure reason wentWell version doneAt hints { code message } }"


def action_of(house: Household, **given: Any) -> str:
    with scope(house.council):
        given = {"title": "Call the bank", "language": "en", "by": house.owner, **given}
        return opaque("Action", add_action(house.plan, **given))


def change(house: Household, who: str, action: str, **given: Any) -> dict[str, Any]:
    return do(house.people[who], house.council, "updateAction", FIELDS, actionId=action, **given)


@pytest.mark.parametrize("status", ["STUCK", "DROPPED"])
def test_stuck_and_dropped_need_a_reason(north: Household, status: str) -> None:
    action = action_of(north)
    for faulty in ({}, {"reason": "   "}):
        assert codes(change(north, "owner", action, status=status, **faulty)) == [("INVALID", "reason")]
    assert codes(change(north, "owner", action, status=status, reason="x" * 501)) == [("TOO_LARGE", "reason")]
    found = change(north, "owner", action, status=status, reason="Nobody answers the phone")
    assert (found["status"], found["reason"]) == (status, "Nobody answers the phone")
    assert change(north, "worker", action, title="Call again")["reason"] == "Nobody answers the phone"


def test_it_is_taken_up_again_and_the_reason_stays_in_the_record(north: Household) -> None:
    action = action_of(north)
    change(north, "worker", action, status="STUCK", reason="No form")
    assert change(north, "worker", action, status="OPEN")["reason"] == ""
    with scope(north.council):
        changed = [entry.changes for entry in AuditEntry.objects.filter(action="action.changed")]
    assert {"reason": ["No form", ""], "status": ["stuck", "open"]} in changed


def test_what_went_well_goes_with_what_is_done(north: Household) -> None:
    action = action_of(north)
    assert codes(change(north, "owner", action, wentWell="Easy")) == [("INVALID", "wentWell")]
    done = do(north.owner, north.council, "completeAction", FIELDS, actionId=action, wentWell="They were kind")
    assert (done["status"], done["wentWell"]) == ("DONE", "They were kind")
    later = change(north, "owner", action, wentWell="They were kind and quick")
    assert (later["wentWell"], later["doneAt"]) == ("They were kind and quick", done["doneAt"])
    assert change(north, "owner", action, status="OPEN")["wentWell"] == ""
    assert codes(change(north, "owner", action, reason="Because")) == [("INVALID", "reason")]


def test_the_measure(north: Household) -> None:
    action = action_of(north, measure="I have a card")
    assert change(north, "owner", action, measure="The card works")["measure"] == "The card works"
    assert codes(change(north, "owner", action, measure="x" * 301)) == [("TOO_LARGE", "measure")]


def test_a_day_can_be_taken_away(north: Household) -> None:
    action = action_of(north, due_on=date(2027, 1, 2))
    fields = "... on Action { dueOn }"
    for given, due_on in (({"title": "Call"}, "2027-01-02"), ({"dueOn": None}, None)):
        changed = do(north.owner, north.council, "updateAction", fields, actionId=action, **given)
        assert changed["dueOn"] == due_on


def test_a_stale_version_shows_both_texts(north: Household) -> None:
    action = action_of(north)
    change(north, "worker", action, title="Ring the bank", expectedVersion=0)
    late = change(north, "owner", action, title="Visit the bank", measure="A card", expectedVersion=0)
    assert codes(late) == [("STALE_VERSION", name) for name in ("expectedVersion", "title", "measure")]
    with scope(north.council):
        assert Action.objects.get().title == "Ring the bank"


def test_hints_help_and_never_block(north: Household) -> None:
    found = change(north, "owner", action_of(north), title="Bank", measure="")
    assert [hint["code"] for hint in found["hints"]] == ["SHORT_TITLE", "NO_DUE_DATE", "NO_MEASURE"]
    assert all(hint["message"] for hint in found["hints"])
    assert change(north, "owner", found["id"], status="STUCK", reason="Closed")["hints"]
    assert change(north, "owner", found["id"], status="DROPPED", reason="Closed")["hints"] == []


HINTS = "query($input: ActionHintsInput!) { actionHints(input: $input) { code message } }"


def hints(house: Household, **given: Any) -> list[str]:
    return [hint["code"] for hint in ask(house.owner, house.council, HINTS, input=given)["data"]["actionHints"]]


def test_hints_while_somebody_types(north: Household) -> None:
    clear = {"title": "Call the bank", "dueOn": "2026-12-01", "measure": "I have a card"}
    days = {"2001-01-01": ["DUE_IN_THE_PAST"], "2100-01-01": ["DUE_FAR_AWAY"], None: ["NO_DUE_DATE"]}
    for day, expected in days.items():
        assert hints(north, **{**clear, "dueOn": day}) == expected
    assert hints(north, title="", hasOwner=False) == ["SHORT_TITLE", "NO_OWNER", "NO_DUE_DATE", "NO_MEASURE"]
    assert hints(north, **{**clear, "dueOn": None, "title": "The bank account"})[0] == "NO_DOING_WORD"
    with scope(north.council):
        assert not Action.objects.exists()


@pytest.mark.parametrize(
    ("language", "title", "expected"),
    [
        ("ar", "الاتصال بالبنك", []),
        ("ar", "بنك", ["SHORT_TITLE"]),
        ("cy", "Ffonio'r banc", []),
        ("en", "🙂", ["SHORT_TITLE"]),
    ],
)
def test_hints_in_other_languages(north: Household, language: str, title: str, expected: list[str]) -> None:
    found = hints(north, title=title, language=language, measure="x")
    assert [code for code in found if code != "NO_DUE_DATE"] == expected


def test_hints_are_for_those_who_are_signed_in(north: Household) -> None:
    answer = ask(None, north.council, HINTS, input={"title": "Call"})
    assert answer["errors"][0]["extensions"]["code"] == "UNAUTHENTICATED"
