"""Nobody else changes or loses the young person's words; nobody is told of a conflict where there is none."""

from typing import Any

import pytest

from leavingwell.platform.councils.scope import scope
from leavingwell.platform.plans.services.actions import add_action, complete_action
from leavingwell.platform.plans.services.goals import add_goal
from tests.api import codes, do, opaque
from tests.factories import Household
from tests.platform.plans.asking import act, read, version

GOAL = """... on Goal { words contingency state finishedBecause version mayChangeContingency }
  ... on Problems { problems { field message theirs } }"""
ACTION = "... on Action { status reason wentWell version }"


def goal_of(house: Household, by: str = "owner", **more: Any) -> str:
    with scope(house.council):
        return opaque("Goal", add_goal(house.plan, words="Garden", by=house.people[by], language="en", **more))


def change(house: Household, who: str, goal: str, **given: Any) -> dict[str, Any]:
    return do(house.people[who], house.council, "updateGoal", GOAL, goalId=goal, **given)


def test_their_back_up_plan_is_theirs(north: Household) -> None:
    goal = goal_of(north, contingency="Stay at my nan's")
    for who in ("worker", "duty"):
        assert codes(change(north, who, goal, contingency="Ask the council")) == [("NOT_ALLOWED", "contingency")]
        assert codes(change(north, who, goal, contingency="")) == [("NOT_ALLOWED", "contingency")]
    same = change(north, "worker", goal, contingency="Stay at my nan's", term="LONG")
    assert (same["contingency"], same["mayChangeContingency"]) == ("Stay at my nan's", False)
    assert change(north, "owner", goal, contingency="Stay with Tam")["contingency"] == "Stay with Tam"


def test_what_staff_wrote_there_staff_can_change_until_they_have(north: Household) -> None:
    goal = goal_of(north)
    for words in ("Ask the council", "Ask the housing team"):
        assert change(north, "worker", goal, contingency=words)["contingency"] == words
    change(north, "owner", goal, contingency="Stay at my nan's")
    assert codes(change(north, "worker", goal, contingency="No")) == [("NOT_ALLOWED", "contingency")]


def done_action(house: Household, by: str) -> str:
    with scope(house.council):
        action = add_action(house.plan, title="Ring them", by=house.worker, language="en")
        return opaque("Action", complete_action(action, by=house.people[by], went_well="They were kind"))


def update(house: Household, who: str, action: str, **given: Any) -> dict[str, Any]:
    return do(house.people[who], house.council, "updateAction", ACTION, actionId=action, **given)


def test_what_went_well_stays_in_their_words(north: Household) -> None:
    action = done_action(north, "owner")
    assert update(north, "worker", action, wentWell="")["wentWell"] == "They were kind"
    assert update(north, "worker", action, title="Ring")["wentWell"] == "They were kind"
    assert codes(update(north, "worker", action, wentWell="It was quick")) == [("NOT_ALLOWED", "wentWell")]
    update(north, "manager", action, status="OPEN")
    assert update(north, "worker", action, status="DONE", wentWell="")["wentWell"] == "They were kind"
    assert update(north, "owner", action, wentWell="")["wentWell"] == ""


def test_what_staff_said_of_it_staff_can_take_back(north: Household) -> None:
    assert update(north, "worker", done_action(north, "worker"), wentWell="")["wentWell"] == ""


def test_why_it_is_stuck_stays_in_their_words(north: Household) -> None:
    with scope(north.council):
        action = opaque("Action", add_action(north.plan, title="Ring them", by=north.worker, language="en"))
    update(north, "owner", action, status="STUCK", reason="I am scared")
    for status in ("STUCK", "DROPPED", "OPEN"):
        refused = update(north, "worker", action, status=status, reason="Did not want to")
        assert codes(refused) == [("NOT_ALLOWED", "reason")]
    for status in ("STUCK", "DROPPED", "OPEN", "DONE"):
        changed = update(north, "worker", action, status=status, reason="")
        assert (changed["status"], changed["reason"]) == (status, "I am scared")
    assert update(north, "owner", action, status="STUCK", reason="No form")["reason"] == "No form"
    assert update(north, "owner", action, status="OPEN")["reason"] == ""


def test_why_staff_said_it_is_stuck_staff_can_change(north: Household) -> None:
    with scope(north.council):
        action = opaque("Action", add_action(north.plan, title="Ring them", by=north.worker, language="en"))
    for words in ("No form", "No answer"):
        assert update(north, "worker", action, status="STUCK", reason=words)["reason"] == words


def end(house: Household, who: str, goal: str, how: str, because: str = "") -> dict[str, Any]:
    return do(house.people[who], house.council, "finishGoal", GOAL, goalId=goal, end=how, because=because)


def test_what_they_said_of_a_goal_is_not_lost_when_staff_take_it_up_again(north: Household) -> None:
    goal = goal_of(north, by="worker")
    end(north, "owner", goal, "REACHED", "My nan helped")
    again = do(north.worker, north.council, "reopenGoal", GOAL, goalId=goal)
    assert (again["state"], again["finishedBecause"]) == ("OPEN", "My nan helped")
    for how in ("REACHED", "DROPPED"):
        assert codes(end(north, "worker", goal, how, "We did it")) == [("NOT_ALLOWED", "because")]
    done = end(north, "worker", goal, "REACHED")
    assert (done["state"], done["finishedBecause"]) == ("REACHED", "My nan helped")
    own = do(north.owner, north.council, "reopenGoal", GOAL, goalId=goal)
    assert own["finishedBecause"] == ""


def test_a_goal_is_taken_up_again_as_it_was_read(north: Household) -> None:
    goal = goal_of(north)
    given = {"goalId": goal, "end": "DROPPED", "because": "No garden"}
    done = do(north.owner, north.council, "finishGoal", GOAL, **given)
    late = do(north.worker, north.council, "reopenGoal", GOAL, goalId=goal, expectedVersion=done["version"] - 1)
    assert codes(late) == [("STALE_VERSION", "expectedVersion")]
    again = do(north.worker, north.council, "reopenGoal", GOAL, goalId=goal, expectedVersion=done["version"])
    assert again["state"] == "OPEN"


def test_a_conflict_about_a_choice_is_told_in_words(north: Household) -> None:
    goal = goal_of(north, domain="HOME")
    change(north, "owner", goal, term="LONG", domain="HEALTH")
    late = change(north, "worker", goal, term="SHORT", domain="HOME", expectedVersion=0)
    theirs = {one["field"]: one["theirs"] for one in late["problems"]}
    assert (theirs["term"], theirs["domain"]) == ("Later", "Health")


@pytest.mark.parametrize("field", ["owner", "worker"])
def test_what_happens_to_the_rest_of_the_review_is_no_conflict(north: Household, field: str) -> None:
    own = {"agrees": "YES"} if field == "owner" else {}
    other, more = ("worker", {}) if field == "owner" else ("owner", {"agrees": "NO"})
    act(north, field, "savePart", words="One", **own)
    opened = version(north)
    act(north, other, "savePart", words="Something else", **more)
    saved = act(north, field, "savePart", words="One and two", expectedVersion=opened, **own)
    assert saved["__typename"] == "Plan"
    late = act(north, field, "savePart", words="Three", expectedVersion=opened, **own)
    assert [(one["code"], one["theirs"]) for one in late["problems"]] == [
        ("STALE_VERSION", None),
        ("STALE_VERSION", "One and two"),
    ]


def test_the_same_once_more_changes_nothing(north: Household) -> None:
    act(north, "owner", "savePart", words="One", agrees="YES")
    act(north, "worker", "savePart", words="Two")
    before = version(north)
    for who, words, more in (("owner", "One", {"agrees": "YES"}), ("worker", "Two", {})):
        assert act(north, who, "savePart", words=words, expectedVersion=0, **more)["__typename"] == "Plan"
    assert version(north) == before


def test_a_conflict_comes_before_a_choice_that_is_missing(north: Household) -> None:
    act(north, "owner", "savePart", words="One", agrees="NO")
    late = act(north, "owner", "savePart", words="Two", expectedVersion=0)
    assert {one["field"]: one["theirs"] for one in late["problems"] if one["field"] != "expectedVersion"} == {
        "agrees": "I do not agree with it",
        "words": "One",
    }
    assert codes(act(north, "owner", "savePart", words="Two")) == [("INVALID", "agrees")]
    assert read(north, "owner", "review { youngPersonWords }")["review"] == {"youngPersonWords": "One"}
