"""A plan that waits for sign-off is a reason for whoever may sign it; a first plan has the day of its clock alone."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from leavingwell.platform.councils.scope import scope
from leavingwell.platform.people.models import YoungPerson
from leavingwell.platform.plans.models import Review
from leavingwell.platform.plans.services.goals import add_goal
from leavingwell.platform.plans.services.reviewing import open_plan
from leavingwell.platform.plans.services.signing_off import submit_plan
from tests.api import ask, opaque
from tests.factories import Household, make_young_person

LIST = """query($level: AttentionLevel, $reason: AttentionReason) {
  caseload(level: $level, reason: $reason) { totalCount edges { node { preferredName attention { level code } } } }
}"""
PAGE = """query($id: ID!) { youngPerson(id: $id) {
  attention { code dueOn } clocks { kind dueOn } plan { review { dueOn } } } }"""
TEAM = ("worker", "manager", "duty", "supervisor")


def nodes(house: Household, who: str, **given: Any) -> list[dict[str, Any]]:
    found = ask(house.people[who], house.council, LIST, **given)["data"]["caseload"]
    assert found["totalCount"] == len(found["edges"])
    return [edge["node"] for edge in found["edges"]]


def names(house: Household, who: str, **given: Any) -> list[str]:
    return [node["preferredName"] for node in nodes(house, who, **given)]


def page(house: Household, who: str, of: Household | None = None) -> dict[str, Any]:
    with scope((of or house).council):
        young_person = opaque("YoungPerson", (of or house).young_person)
    found: dict[str, Any] = ask(house.people[who], house.council, PAGE, id=young_person)["data"]["youngPerson"]
    return found


def asked_to_sign(house: Household) -> set[str]:
    """Who has a reason to sign: the page, the rows, both filters and the place in the list say the same."""
    found = set()
    for who in TEAM:
        rows = {node["preferredName"]: node["attention"] for node in nodes(house, who)}
        is_told = {"level": "TODAY", "code": "SIGN_OFF"} in rows[house.owner.name]
        assert is_told == any(one["code"] == "SIGN_OFF" for one in page(house, who)["attention"])
        assert is_told == (names(house, who, reason="SIGN_OFF") == [house.owner.name])
        assert is_told == (house.owner.name in names(house, who, level="TODAY"))
        assert is_told == (next(iter(rows)) == house.owner.name)
        found |= {who} if is_told else set()
    return found


def handed_in(house: Household) -> None:
    with scope(house.council):
        submit_plan(house.plan, by=house.worker)
        open_plan(make_young_person(house.young_person.team, "Aaron", worker=house.worker), by=None)


def test_a_plan_waits_for_who_signs_it_alone(north: Household) -> None:
    handed_in(north)
    assert asked_to_sign(north) == {"manager"}


def test_nobody_is_asked_to_sign_what_they_wrote(north: Household) -> None:
    with scope(north.council):
        add_goal(north.plan, words="A garden", by=north.manager, language="en")
    handed_in(north)
    assert asked_to_sign(north) == set()


@pytest.mark.parametrize("part", ["submitted_by", "worker_part_by"])
def test_nor_what_they_handed_in(north: Household, part: str) -> None:
    handed_in(north)
    with scope(north.council):
        Review.objects.filter(pk=north.plan.review_id).update(**{part: north.manager})
    assert asked_to_sign(north) == set()


def test_others_are_told_nothing(north: Household, east: Household) -> None:
    handed_in(north)
    assert names(east, "manager", reason="SIGN_OFF") == []
    assert page(east, "manager", of=north) is None
    for who in ("owner", "supporter"):
        assert page(north, who)["attention"] == [], who


def test_a_first_plan_has_one_day(north: Household) -> None:
    with scope(north.council):
        late = timezone.localdate() - timedelta(days=3)
        Review.objects.filter(pk=north.plan.review_id).update(due_on=late)
    assert names(north, "worker", reason="REVIEW_DUE") == []
    assert "REVIEW_DUE" not in str(page(north, "worker")["attention"])
    assert north.owner.name not in names(north, "worker", level="TODAY")


def test_a_review_of_who_has_no_first_plan_by_law_is_due(north: Household) -> None:
    late = timezone.localdate() - timedelta(days=3)
    with scope(north.council):
        Review.objects.filter(pk=north.plan.review_id).update(due_on=late)
        YoungPerson.objects.filter(pk=north.young_person.pk).update(category=YoungPerson.Category.QUALIFYING)
    assert {"code": "REVIEW_DUE", "dueOn": late.isoformat()} in page(north, "worker")["attention"]
    assert names(north, "worker", reason="REVIEW_DUE") == [north.owner.name]
    assert names(north, "other_worker", reason="REVIEW_DUE") == []


def test_a_review_after_the_first_is_due(north: Household) -> None:
    late = timezone.localdate() - timedelta(days=3)
    with scope(north.council):
        plan = north.plan
        plan.current_until = late
        plan.save()
        Review.objects.filter(pk=plan.review_id).update(due_on=late)
    assert {"code": "REVIEW_DUE", "dueOn": late.isoformat()} in page(north, "worker")["attention"]


@pytest.mark.parametrize("days_in_care", [None, 400])
def test_a_new_plan_is_due_when_its_clock_says(north: Household, days_in_care: int | None) -> None:
    with scope(north.council):
        young_person = make_young_person(north.young_person.team, "Aaron", worker=north.worker)
        if days_in_care:
            started = timezone.localdate() - timedelta(days=days_in_care)
            young_person.care_periods.create(starts_on=started)
        plan = open_plan(young_person, by=None)
        given = opaque("YoungPerson", young_person)
    found = ask(north.worker, north.council, PAGE, id=given)["data"]["youngPerson"]
    days = [clock["dueOn"] for clock in found["clocks"] if clock["kind"] == "FIRST_PLAN"]
    assert days == [plan.review.due_on.isoformat()] == [found["plan"]["review"]["dueOn"]]
