"""Doing the steps of a review over the API, as somebody of the cast."""

from typing import Any

from leavingwell.platform.councils.scope import scope
from tests.api import ask, do, opaque
from tests.factories import Household

STATUS = "... on Plan { status permissions review { number } } ... on Problems { problems { theirs } }"


def plan_of(house: Household) -> str:
    with scope(house.council):
        return opaque("Plan", house.plan)


def act(house: Household, who: str, mutation: str, of: Household | None = None, **given: Any) -> dict[str, Any]:
    """Who decides has read the plan as it stands, unless the test says which version they read."""
    if mutation == "authorisePlan" or given.get("passOn"):
        given = {"expectedVersion": version(of or house), **given}
    return do(house.people[who], house.council, mutation, STATUS, planId=plan_of(of or house), **given)


def read(house: Household, who: str, fields: str) -> dict[str, Any]:
    query = f"query($id: ID!) {{ plan(id: $id) {{ {fields} }} }}"
    answer = ask(house.people[who], house.council, query, id=plan_of(house))
    assert "errors" not in answer, answer
    found: dict[str, Any] = answer["data"]["plan"]
    return found


def version(house: Household) -> int:
    with scope(house.council):
        return house.plan.review.version if house.plan.review else 0


def state(house: Household) -> str:
    with scope(house.council):
        return house.plan.status


def signed_off(house: Household) -> None:
    assert act(house, "worker", "submitPlan")["status"] == "SUBMITTED"
    assert act(house, "manager", "authorisePlan")["status"] == "CURRENT"
