"""The three-way process over the API: worker submits, manager authorises or sends back."""

from datetime import timedelta

import pytest
from django.utils import timezone

from leavingwell.platform.audit.models import AuditEntry
from leavingwell.platform.councils.scope import scope
from leavingwell.platform.people.dates import months_after
from leavingwell.platform.plans.models import Review
from tests.api import ask, codes, opaque
from tests.factories import Household
from tests.platform.plans.asking import act, state


def test_from_draft_to_in_force(north: Household) -> None:
    assert act(north, "worker", "submitPlan")["status"] == "SUBMITTED"
    done = act(north, "manager", "authorisePlan")
    assert (done["status"], done["review"]) == ("CURRENT", {"number": 1})
    with scope(north.council):
        plan = north.plan
        assert plan.current_until == months_after(timezone.localdate(), 6)
        assert plan.review.response.complete
        assert plan.review.snapshot["review"]["submitted_by"] == north.worker.name
        assert {"goals", "actions", "comments", "answers", "matters", "homes", "attempts", "parts"} <= set(
            plan.review.snapshot
        )


def test_sent_back_with_a_reason_and_submitted_again(north: Household) -> None:
    act(north, "worker", "submitPlan")
    assert act(north, "manager", "returnPlan", reason="Add a back-up for money.")["status"] == "RETURNED"
    assert act(north, "worker", "submitPlan")["status"] == "SUBMITTED"


@pytest.mark.parametrize(("reason", "problem"), [("  ", ("INVALID", "reason")), ("x" * 2001, ("INVALID", "reason"))])
def test_sending_back_needs_a_reason(north: Household, reason: str, problem: tuple[str, str]) -> None:
    act(north, "worker", "submitPlan")
    assert codes(act(north, "manager", "returnPlan", reason=reason)) == [problem]
    assert state(north) == "submitted"


def test_the_young_person_does_not_read_the_managers_note(north: Household) -> None:
    act(north, "worker", "submitPlan")
    act(north, "manager", "returnPlan", reason="For the worker alone.")
    query = "query($id: ID!) { plan(id: $id) { review { state returnReason } } }"
    with scope(north.council):
        plan = opaque("Plan", north.plan)
    seen = {
        who: ask(north.people[who], north.council, query, id=plan)["data"]["plan"]["review"]["returnReason"]
        for who in ("owner", "supporter", "worker", "manager")
    }
    assert seen == {
        "owner": None,
        "supporter": None,
        "worker": "For the worker alone.",
        "manager": "For the worker alone.",
    }


@pytest.mark.parametrize("mutation", ["authorisePlan", "returnPlan"])
def test_a_state_cannot_be_skipped(north: Household, mutation: str) -> None:
    assert codes(act(north, "manager", mutation)) == [("WRONG_STATE", None)]


def test_nothing_is_done_twice(north: Household) -> None:
    act(north, "worker", "submitPlan")
    assert codes(act(north, "worker", "submitPlan")) == [("WRONG_STATE", None)]
    act(north, "manager", "authorisePlan")
    assert codes(act(north, "manager", "authorisePlan")) == [("WRONG_STATE", None)]


def test_nobody_authorises_what_they_submitted(north: Household) -> None:
    act(north, "worker", "submitPlan")
    with scope(north.council):
        Review.objects.filter(plan=north.plan).update(submitted_by=north.manager)
    assert codes(act(north, "manager", "authorisePlan")) == [("NOT_ALLOWED", None)]


@pytest.mark.parametrize(
    ("who", "mutation"),
    [
        ("owner", "submitPlan"),
        ("supporter", "submitPlan"),
        ("manager", "submitPlan"),
        ("owner", "authorisePlan"),
        ("worker", "authorisePlan"),
        ("supervisor", "authorisePlan"),
        ("worker", "returnPlan"),
    ],
)
def test_each_step_belongs_to_one(north: Household, who: str, mutation: str) -> None:
    assert codes(act(north, who, mutation)) == [("NOT_ALLOWED", None)]


@pytest.mark.parametrize("mutation", ["submitPlan", "authorisePlan", "returnPlan", "requestReview"])
@pytest.mark.parametrize("who", ["worker", "manager", "owner"])
def test_another_councils_plan_is_not_found(north: Household, east: Household, who: str, mutation: str) -> None:
    assert codes(act(east, who, mutation, of=north)) == [("NOT_FOUND", "planId")]
    assert state(north) == "draft"


def test_the_young_person_asks_for_a_review_any_time(north: Household) -> None:
    assert codes(act(north, "owner", "requestReview")) == [("WRONG_STATE", None)]  # one is open already
    act(north, "worker", "submitPlan")
    act(north, "manager", "authorisePlan")
    asked = act(north, "owner", "requestReview")
    assert (asked["status"], asked["review"]) == ("DRAFT", {"number": 2})
    with scope(north.council):
        assert north.plan.review.due_on == north.plan.current_until


def test_permissions_say_what_can_be_done_now(north: Household) -> None:
    def offered(who: str) -> set[str]:
        with scope(north.council):
            plan = opaque("Plan", north.plan)
        query = "query($id: ID!) { plan(id: $id) { permissions } }"
        found = ask(north.people[who], north.council, query, id=plan)["data"]["plan"]["permissions"]
        return set(found) & {"SUBMIT_PLAN", "AUTHORISE_PLAN", "RETURN_PLAN", "REQUEST_REVIEW", "SAVE_ANSWERS"}

    assert offered("worker") == {"SUBMIT_PLAN", "SAVE_ANSWERS"}
    act(north, "worker", "submitPlan")
    assert (offered("worker"), offered("manager")) == (set(), {"AUTHORISE_PLAN", "RETURN_PLAN"})
    act(north, "manager", "authorisePlan")
    assert offered("owner") == {"REQUEST_REVIEW"}


def test_who_did_what_is_written_down(north: Household) -> None:
    act(north, "worker", "submitPlan")
    act(north, "manager", "authorisePlan")
    with scope(north.council):
        entries = AuditEntry.objects.filter(subject_type="plans.review").order_by("at")
        done = list(entries.values_list("action", "actor_name"))
    assert done[-2:] == [("plan.submitted", north.worker.name), ("plan.authorised", north.manager.name)]


def test_a_relation_that_ended_ends_the_right(north: Household) -> None:
    from leavingwell.platform.access.services.allocating import allocate_worker

    with scope(north.council):
        allocate_worker(north.young_person, north.other_worker, by=north.manager)
    assert codes(act(north, "worker", "submitPlan")) == [("NOT_FOUND", "planId")]
    assert act(north, "other_worker", "submitPlan")["status"] == "SUBMITTED"


def test_duty_ends_by_itself(north: Household) -> None:
    from leavingwell.platform.access.models import YoungPersonGrant

    with scope(north.council):
        past = timezone.now() - timedelta(minutes=1)
        YoungPersonGrant.objects.filter(user=north.duty.user).update(until=past)
    assert codes(act(north, "duty", "submitPlan")) == [("NOT_FOUND", "planId")]
