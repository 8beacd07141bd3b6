"""The shared to-do list."""

from typing import Any

import pytest

from leavingwell.platform.councils.scope import scope
from leavingwell.platform.plans.models import Action
from leavingwell.platform.plans.services.goals import add_goal
from leavingwell.platform.plans.services.reviewing import open_plan
from tests.api import codes, do, opaque
from tests.factories import Household, make_young_person

FIELDS = "... on Action { id title status version dueOn domain { code } owners { name } permissions }"


def add(house: Household, who: str = "owner", of: Household | None = None, **given: Any) -> dict[str, Any]:
    target = of or house
    with scope(target.council):
        plan = opaque("Plan", target.plan)
    return do(house.people[who], house.council, "addAction", FIELDS, planId=plan, **{"title": "Call the bank", **given})


def change(house: Household, who: str, action: str, **given: Any) -> dict[str, Any]:
    return do(house.people[who], house.council, "updateAction", FIELDS, actionId=action, **given)


def complete(house: Household, who: str, action: str) -> dict[str, Any]:
    return do(house.people[who], house.council, "completeAction", FIELDS, actionId=action)


def test_both_add_and_both_tick(north: Household) -> None:
    mine = add(north, domain="MONEY", dueOn="2030-01-31")
    assert (mine["status"], mine["dueOn"], mine["domain"]) == ("OPEN", "2030-01-31", {"code": "MONEY"})
    assert mine["owners"] == [{"name": north.owner.name}]
    assert complete(north, "worker", mine["id"])["status"] == "DONE"
    assert complete(north, "owner", add(north, "worker")["id"])["status"] == "DONE"


def test_it_is_never_a_step_of_another_plans_goal(north: Household) -> None:
    with scope(north.council):
        other = make_young_person(north.young_person.team, worker=north.worker)
        plan = open_plan(other, by=None)
        goal = add_goal(plan, words="A flat", by=other.person, language="en")
        goal_id = opaque("Goal", goal)
    assert codes(add(north, "worker", goalId=goal_id)) == [("NOT_FOUND", "goalId")]


def test_it_can_belong_to_two(north: Household) -> None:
    owners = [opaque("Person", north.owner), opaque("Person", north.worker)]
    assert [owner["name"] for owner in add(north, ownerIds=owners)["owners"]] == [north.owner.name, north.worker.name]


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ({"title": "   "}, ("INVALID", "title")),
        ({"title": "x" * 301}, ("TOO_LARGE", "title")),
        ({"domain": "NOPE"}, ("NOT_FOUND", "domain")),
        ({"goalId": "nonsense"}, ("NOT_FOUND", "goalId")),
        ({"ownerIds": ["nonsense"]}, ("NOT_FOUND", "ownerIds.0")),
    ],
)
def test_a_fault_is_named_and_nothing_is_stored(
    north: Household, given: dict[str, Any], problem: tuple[str, str]
) -> None:
    assert codes(add(north, **given)) == [problem]
    with scope(north.council):
        assert not Action.objects.exists()


def test_a_stranger_cannot_be_made_an_owner(north: Household, east: Household) -> None:
    for stranger in (north.other_worker, north.analyst, east.worker):
        assert codes(add(north, ownerIds=[opaque("Person", stranger)])) == [("NOT_FOUND", "ownerIds.0")]


def test_a_worker_turns_a_request_into_an_action(north: Household) -> None:
    with scope(north.council):
        response = opaque("Response", north.plan.review.response)
    answers = [{"question": "HOME-03", "choice": "sometimes", "wantsHelp": True}]
    do(north.owner, north.council, "saveAnswers", "", responseId=response, answers=answers)
    with scope(north.council):
        draft = opaque("Action", Action.objects.get())
    owners = [opaque("Person", north.worker)]
    made = change(north, "worker", draft, status="OPEN", title="Ask housing about the heating", ownerIds=owners)
    assert (made["status"], made["title"]) == ("OPEN", "Ask housing about the heating")


def test_a_stale_change_is_refused(north: Household) -> None:
    action = add(north)
    change(north, "worker", action["id"], title="Ring the bank")
    stale = change(north, "owner", action["id"], title="Visit the bank", expectedVersion=action["version"])
    assert codes(stale) == [("STALE_VERSION", "expectedVersion"), ("STALE_VERSION", "title")]


def test_done_is_done_and_can_be_undone(north: Household) -> None:
    action = add(north)["id"]
    assert complete(north, "owner", action)["permissions"] == ["UPDATE_ACTION"]
    assert codes(complete(north, "owner", action)) == [("WRONG_STATE", None)]
    assert change(north, "owner", action, status="OPEN")["status"] == "OPEN"
    assert codes(change(north, "owner", action, status="DRAFT")) == [("INVALID", "status")]


@pytest.mark.parametrize(
    ("who", "problem"),
    [
        ("supporter", "NOT_ALLOWED"),
        ("supervisor", "NOT_ALLOWED"),
        ("analyst", "NOT_FOUND"),
        ("other_owner", "NOT_FOUND"),
    ],
)
def test_who_may_not_add(north: Household, who: str, problem: str) -> None:
    assert [code for code, _field in codes(add(north, who))] == [problem]


def test_the_other_council_finds_neither_plan_nor_action(north: Household, east: Household) -> None:
    action = add(north)["id"]
    for who in ("owner", "worker", "manager"):
        assert codes(add(east, who, of=north)) == [("NOT_FOUND", "planId")]
        assert codes(change(east, who, action, title="Ours")) == [("NOT_FOUND", "actionId")]
        assert codes(complete(east, who, action)) == [("NOT_FOUND", "actionId")]


def test_sent_twice_under_one_id_it_is_one(north: Household) -> None:
    request = "7f0c3a52-1111-4222-8333-444455556666"
    first, again = (add(north, requestId=request) for _time in range(2))
    assert first["id"] == again["id"]
    with scope(north.council):
        plan = opaque("Plan", north.plan)
    used = do(north.owner, north.council, "addGoal", "", planId=plan, words="A job", requestId=request)
    assert codes(used) == [("CONFLICT", "requestId")]
