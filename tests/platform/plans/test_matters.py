"""The ten matters of Schedule 1: writing them down, counting them, handing in with fewer."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from leavingwell.platform.audit.models import AuditEntry
from leavingwell.platform.councils.scope import scope
from leavingwell.platform.plans.completeness import completeness
from leavingwell.platform.plans.models import Action, Plan, PlanMatter, PlanRules, Review
from leavingwell.platform.plans.services.actions import add_action
from leavingwell.platform.plans.services.goals import add_goal
from leavingwell.platform.plans.services.reviewing import open_plan
from tests.api import ask, codes, do, opaque
from tests.factories import Household, cover_matters, make_young_person

SAVED = "... on PlanMatter { matter how byWhen byWhom notNeededReason version title }"
WHOLE = {"how": "A weekly call", "byWhen": "2027-03-01", "byWhom": "Sam"}
COMPLETENESS = """query($id: ID!) { plan(id: $id) { matters { matter } completeness { covered asked needed missing
    matters { matter title asked covered missing questions answered goals { text } actions { text } } } } }"""


def plan_id(house: Household) -> str:
    with scope(house.council):
        return opaque("Plan", house.plan)


def save(house: Household, who: str, of: Household | None = None, **given: Any) -> dict[str, Any]:
    given = {"matter": "SUPPORT", **given}
    return do(house.people[who], house.council, "saveMatter", SAVED, planId=plan_id(of or house), **given)


def empty_plan(house: Household) -> Plan:
    """A young person of the worker's about whom nothing is written."""
    young_person = make_young_person(house.young_person.team, worker=house.worker)
    return open_plan(young_person, by=None)


def look(house: Household, who: str, plan: Plan | None = None) -> Any:
    with scope(house.council):
        given = opaque("Plan", plan or house.plan)
    return ask(house.people[who], house.council, COMPLETENESS, id=given)["data"]["plan"]


def test_a_matter_is_written_and_changed(north: Household) -> None:
    first = save(north, "worker", **WHOLE, expectedVersion=1)
    assert first["how"] == "A weekly call"
    assert (first["version"], first["title"], first["notNeededReason"]) == (2, "Contact and personal support", "")
    second = save(north, "duty", notNeededReason="They have all they want", expectedVersion=2)
    assert (second["how"], second["byWhen"], second["byWhom"]) == ("", None, "")
    with scope(north.council):
        entry = AuditEntry.objects.filter(action="matter.saved").order_by("-at")[0]
    assert entry.changes["how"] == ["A weekly call", ""]


def test_two_at_once_see_both_texts(north: Household) -> None:
    save(north, "worker", **WHOLE)
    query = """mutation($input: SaveMatterInput!) { saveMatter(input: $input) {
        ... on Problems { problems { code field theirs } } } }"""
    given = {"planId": plan_id(north), "matter": "SUPPORT", "how": "A text", "byWhom": "Sam", "expectedVersion": 1}
    answer = ask(north.duty, north.council, query, input=given)["data"]["saveMatter"]["problems"]
    assert {(one["code"], one["field"], one["theirs"]) for one in answer} == {
        ("STALE_VERSION", "expectedVersion", None),
        ("STALE_VERSION", "how", "A weekly call"),
        ("STALE_VERSION", "byWhen", "2027-03-01"),
    }
    with scope(north.council):
        assert north.plan.matters.get(matter=1).how == "A weekly call"


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ({}, ("INVALID", "how")),
        ({"how": "   "}, ("INVALID", "how")),
        ({"how": "A call", "notNeededReason": "None"}, ("INVALID", "notNeededReason")),
        ({"how": "x" * 4001}, ("TOO_LARGE", "how")),
        ({"byWhom": "x" * 201}, ("TOO_LARGE", "byWhom")),
        ({"notNeededReason": "x" * 501}, ("TOO_LARGE", "notNeededReason")),
    ],
)
def test_words_that_cannot_stand(north: Household, given: dict[str, str], problem: tuple[str, str]) -> None:
    assert codes(save(north, "worker", **given)) == [problem]


@pytest.mark.parametrize(
    ("who", "problem"),
    [
        ("owner", ("NOT_ALLOWED", None)),
        ("supporter", ("NOT_ALLOWED", None)),
        ("manager", ("NOT_ALLOWED", None)),
        ("supervisor", ("NOT_ALLOWED", None)),
        ("other_worker", ("NOT_FOUND", "planId")),
        ("other_owner", ("NOT_FOUND", "planId")),
        ("admin", ("NOT_FOUND", "planId")),
    ],
)
def test_only_who_works_on_the_plan_writes_there(north: Household, who: str, problem: tuple[str, str]) -> None:
    assert codes(save(north, who, **WHOLE)) == [problem]


def test_another_councils_plan_is_not_there(north: Household, east: Household) -> None:
    assert codes(save(north, "worker", of=east, **WHOLE)) == [("NOT_FOUND", "planId")]
    assert codes(do(None, north.council, "saveMatter", SAVED, planId=plan_id(north), matter="HOME", **WHOLE)) == [
        ("NOT_ALLOWED", None)
    ]


@pytest.mark.parametrize("state", [Review.State.SUBMITTED, Review.State.QUALITY_CHECK])
def test_what_waits_for_sign_off_stays_as_it_is(north: Household, state: str) -> None:
    with scope(north.council):
        Review.objects.filter(pk=north.plan.review_id).update(state=state)
    assert codes(save(north, "worker", **WHOLE)) == [("WRONG_STATE", None)]


def test_the_meter_counts_what_is_covered(in_north: Household) -> None:
    plan = empty_plan(in_north)
    cover_matters(plan, by=in_north.worker, but=(4, 5, 8))
    PlanMatter.objects.create(plan=plan, matter=4, how="Ring Sam", language="en", changed_by=in_north.worker)
    PlanMatter.objects.create(
        plan=plan, matter=8, not_needed_reason="Has a job", language="en", changed_by=in_north.worker
    )
    found = look(in_north, "worker", plan)["completeness"]
    assert (found["covered"], found["asked"], found["needed"]) == (8, 10, 10)
    assert found["missing"] == ["CONTINGENCY", "HOME"]
    by_name = {one["matter"]: one for one in found["matters"]}
    assert list(by_name) == [matter.name for matter in PlanMatter.Matter]
    assert by_name["CONTINGENCY"]["missing"] == ["byWhen", "byWhom"]
    assert by_name["HOME"]["missing"] == ["how", "byWhen", "byWhom"]
    assert by_name["MONEY"]["covered"]


def test_what_else_in_the_plan_speaks_to_a_matter(in_north: Household) -> None:
    worker, plan = in_north.worker, in_north.plan
    add_goal(plan, words="A warm room", domain="HOME", contingency="Ask the hostel", by=worker, language="en")
    add_action(plan, title="Open an account", domain="MONEY", by=worker, language="en")
    wish = add_action(plan, title="Somebody to go with", domain="MONEY", by=worker, language="en")
    Action.objects.filter(pk=wish.pk).update(status=Action.Status.DRAFT)  # nobody has taken it up
    found = {one["matter"]: one for one in look(in_north, "owner")["completeness"]["matters"]}
    assert [one["text"] for one in found["HOME"]["goals"]] == ["A warm room"]
    assert [one["text"] for one in found["CONTINGENCY"]["goals"]] == ["A warm room"]
    assert [one["text"] for one in found["MONEY"]["actions"]] == ["Open an account"]
    assert found["IDENTITY"]["goals"] == found["IDENTITY"]["actions"] == []
    assert all(one["questions"] >= 3 for one in found.values())


def test_a_slim_plan_is_asked_for_three(in_north: Household) -> None:
    plan = empty_plan(in_north)
    plan.kind = Plan.Kind.SLIM
    plan.save(update_fields=["kind"])
    cover_matters(plan, by=in_north.worker, but=(2, 3, 5, 6, 7, 8, 9, 10))
    found = look(in_north, "worker", plan)["completeness"]
    assert (found["covered"], found["asked"], found["needed"], found["missing"]) == (2, 3, 3, ["HOME"])
    assert [one["matter"] for one in found["matters"] if one["asked"]] == ["SUPPORT", "CONTINGENCY", "HOME"]


def test_supporters_do_not_see_them(north: Household) -> None:
    assert look(north, "supporter") == {"matters": [], "completeness": None}
    assert look(north, "other_worker") is None
    for who in ("owner", "manager", "supervisor", "duty"):
        assert len(look(north, who)["matters"]) == 10


def hand_in(house: Household, plan: Plan, **given: Any) -> dict[str, Any]:
    fields = "... on Plan { status review { overrideReason } }"
    return do(house.worker, house.council, "submitPlan", fields, planId=opaque("Plan", plan), **given)


def test_fewer_than_the_council_asks_for_needs_a_reason(in_north: Household) -> None:
    plan = empty_plan(in_north)
    cover_matters(plan, by=in_north.worker, but=(10,))
    assert codes(hand_in(in_north, plan)) == [("INVALID", "overrideReason")]
    assert codes(hand_in(in_north, plan, overrideReason="  ")) == [("INVALID", "overrideReason")]
    assert codes(hand_in(in_north, plan, overrideReason="x" * 2001)) == [("TOO_LARGE", "overrideReason")]
    done = hand_in(in_north, plan, overrideReason="They do not want to talk about it yet.")
    assert done["review"]["overrideReason"] == "They do not want to talk about it yet."


def test_a_whole_plan_keeps_no_reason(in_north: Household) -> None:
    done = hand_in(in_north, in_north.plan, overrideReason="Just so")
    assert done["review"]["overrideReason"] == ""


def test_the_council_sets_the_bar(in_north: Household) -> None:
    plan = empty_plan(in_north)
    cover_matters(plan, by=in_north.worker, but=(9, 10))
    PlanRules.objects.create(effective_from=timezone.localdate() + timedelta(days=1), matters_needed=0)
    assert not completeness(plan).enough
    PlanRules.objects.create(effective_from=timezone.localdate(), matters_needed=8)
    assert completeness(plan).enough
    assert "problems" not in hand_in(in_north, plan)
