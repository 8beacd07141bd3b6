"""What somebody may do to a plan now, and why not: relations and states as the API tells them."""

from typing import Any

import pytest

from leavingwell.platform.access.matrix import MATRIX
from leavingwell.platform.access.states import RULED_OUT, PlanState
from leavingwell.platform.access.why_not import SENTENCES, WhyNot
from leavingwell.platform.councils.scope import scope
from leavingwell.platform.plans.models import Plan, Review
from leavingwell.platform.plans.services.signing_off import authorise_plan, submit_plan
from tests.api import ask, do, opaque
from tests.factories import Household

PLAN = "query($id: ID!) { plan(id: $id) { permissions whyNot { operation code message } } }"
BARE = "The rest is talked about next week."
WORKED_ON = {"SUBMIT_PLAN", "SAVE_ANSWERS", "SAVE_WORKERS_PART"}


@pytest.fixture
def plan(north: Household) -> Any:
    with scope(north.council):
        return Plan.objects.get(young_person=north.young_person)


def told(household: Household, who: str, plan: Any) -> tuple[set[str], dict[str, str]]:
    """What this person may do, and the codes of why not the rest."""
    answer = ask(household.people[who], household.council, PLAN, id=opaque("Plan", plan))["data"]["plan"]
    refused = {one["operation"]: one["code"] for one in answer["whyNot"]}
    assert all(one["message"] for one in answer["whyNot"])
    assert not set(answer["permissions"]) & set(refused)
    return set(answer["permissions"]), refused


def test_states_are_those_of_a_review_and_every_reason_has_a_sentence() -> None:
    assert {state.value for state in PlanState} == {"none", *Review.State.values}
    assert set(SENTENCES) == set(WhyNot)
    assert set(RULED_OUT) <= set(MATRIX)


def test_while_it_is_worked_on(north: Household, plan: Any) -> None:
    may, why_not = told(north, "worker", plan)
    assert may >= WORKED_ON
    assert why_not["AUTHORISE_PLAN"] == "NOT_YOURS"
    assert why_not["REQUEST_REVIEW"] == "REVIEW_OPEN"
    assert told(north, "manager", plan)[1]["AUTHORISE_PLAN"] == "NOT_WAITING"
    assert told(north, "owner", plan)[1]["SUBMIT_PLAN"] == "NOT_YOURS"


def test_while_it_waits_and_once_it_is_agreed(north: Household, plan: Any) -> None:
    with scope(north.council):
        submit_plan(plan, by=north.worker, override_reason=BARE)
    assert {told(north, "worker", plan)[1][one] for one in WORKED_ON} == {"HANDED_IN"}
    assert told(north, "manager", plan)[0] >= {"AUTHORISE_PLAN", "RETURN_PLAN"}
    with scope(north.council):
        authorise_plan(plan, by=north.manager, expected_version=north.plan.review.version)
    assert {told(north, "worker", plan)[1][one] for one in WORKED_ON - {"SAVE_ANSWERS"}} == {"AGREED"}
    assert "REQUEST_REVIEW" in told(north, "owner", plan)[0]


def test_nobody_signs_their_own_work(north: Household, plan: Any) -> None:
    with scope(north.council):
        submit_plan(plan, by=north.worker, override_reason=BARE)
        Review.objects.filter(plan=plan).update(worker_part_by=north.manager)
    assert told(north, "manager", plan)[1]["AUTHORISE_PLAN"] == "OWN_WORK"
    result = do(north.manager, north.council, "authorisePlan", "... on Plan { id }", planId=opaque("Plan", plan))
    assert result["problems"][0]["code"] == "NOT_ALLOWED"


@pytest.mark.parametrize("who", ["owner", "worker", "manager", "supervisor", "duty", "supporter"])
def test_what_is_told_and_what_happens_agree(north: Household, plan: Any, who: str) -> None:
    """Handing in and signing are refused exactly where `permissions` leaves them out."""
    for mutation, operation in (("submitPlan", "SUBMIT_PLAN"), ("authorisePlan", "AUTHORISE_PLAN")):
        may, _why_not = told(north, who, plan)
        given = {"planId": opaque("Plan", plan)}
        if mutation == "submitPlan":
            given["overrideReason"] = BARE
        else:
            with scope(north.council):
                given["expectedVersion"] = north.plan.review.version
        result = do(north.people[who], north.council, mutation, "... on Plan { id }", **given)
        assert (result["__typename"] == "Plan") == (operation in may)


def test_nobody_else_is_told_anything(north: Household, east: Household, plan: Any) -> None:
    for person, council in (
        (north.people["other_worker"], north.council),
        (north.people["other_owner"], north.council),
        (None, north.council),
        (east.manager, east.council),
    ):
        assert ask(person, council, PLAN, id=opaque("Plan", plan))["data"]["plan"] is None
