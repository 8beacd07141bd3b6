"""A goal that moves to another area: who was let in to the former one sees no more of it, then or now."""

from typing import Any

import pytest

from leavingwell.platform.councils.scope import scope
from leavingwell.platform.people.models import Supporter
from leavingwell.platform.plans.services.actions import add_action
from leavingwell.platform.plans.services.comments import add_comment
from leavingwell.platform.plans.services.goals import GoalChanges, add_goal, update_goal
from tests.api import ask, opaque
from tests.factories import Household, agree_plan
from tests.platform.plans.asking import plan_of

SEEN = """query($id: ID!) { plan(id: $id) {
  goals { words } actions { edges { node { title } } } comments { edges { node { body } } } threads { first { body } } }
  reviewDifferences(planId: $id, from: 1) { goalsAdded { words } goalsChanged { before { words } }
    goalsReached { words } actionsAdded { title } actionsDone { title } } }"""
MOVED = ("A flat of my own", "Ring the landlord", "Ask about the deposit", "Shall we ring together?", "Yes, on Monday")
STAYS = ("Learn to cook", "Buy a pan")


def seen_by(house: Household, who: str) -> str:
    answer = ask(house.people[who], house.council, SEEN, id=plan_of(house))
    assert "errors" not in answer, answer
    return str(answer["data"])


@pytest.fixture
def story(north: Household) -> Household:
    """Signed, with a goal about home; after that it moves to another area of life, and things happen to it."""
    with scope(north.council):
        parts = ["goals", "actions", "comments"]
        Supporter.objects.filter(person=north.supporter).update(parts=parts, domain_codes=["HOME"])
        given: dict[str, Any] = {"by": north.owner, "language": "en"}
        goal = add_goal(north.plan, words=MOVED[0], domain="HOME", **given)
        add_goal(north.plan, words=STAYS[0], domain="HOME", **given)
        action = add_action(north.plan, title=MOVED[1], goal=goal, **given)
        add_action(north.plan, title=STAYS[1], domain="HOME", **given)
        for about in ({"goal": goal}, {"action": action}):
            body = MOVED[2] if "goal" in about else MOVED[3]
            first = add_comment(north.plan, body=body, audience="supporters", **about, **given)
        add_comment(north.plan, body=MOVED[4], in_answer_to=first, **{**given, "by": north.worker})
        agree_plan(north.plan, worker=north.worker, manager=north.manager)
        north.people["goal"] = goal  # type: ignore[assignment]
    return north


def move(house: Household, domain: str) -> None:
    with scope(house.council):
        update_goal(house.people["goal"], GoalChanges(domain=domain), by=house.owner)  # type: ignore[arg-type]


def test_until_then_they_see_it_all(story: Household) -> None:
    found = seen_by(story, "supporter")
    assert [words for words in (*MOVED[:4], *STAYS) if words not in found] == []


def test_after_that_nothing_of_it_and_all_that_stays(story: Household) -> None:
    move(story, "HEALTH")
    found = seen_by(story, "supporter")
    assert [words for words in MOVED if words in found] == []
    assert [words for words in STAYS if words not in found] == []
    worker = seen_by(story, "worker")
    assert MOVED[0] in worker
    assert MOVED[4] in worker


def test_neither_does_what_was_added_then_stand_in_what_changed(story: Household) -> None:
    """From before the first review to its snapshot, in which the goal is still about home."""
    move(story, "HEALTH")
    with scope(story.council):
        kept = story.plan.review.snapshot
        story.plan.reviews.filter(number=1).update(snapshot={**kept, "goals": [], "actions": []})
        goal = story.people["goal"]
        update_goal(goal, GoalChanges(wanted_by=None, clears_day=True), by=story.owner)  # type: ignore[arg-type]
    assert MOVED[0] not in seen_by(story, "supporter")


def test_who_was_let_in_to_the_new_area_alone_reads_nothing_that_was_said_in_the_old_one(story: Household) -> None:
    with scope(story.council):
        Supporter.objects.filter(person=story.supporter).update(domain_codes=["HEALTH"])
    move(story, "HEALTH")
    found = seen_by(story, "supporter")
    assert MOVED[0] in found
    assert [words for words in MOVED[1:] if words in found] == []


def test_an_id_of_it_opens_nothing(story: Household) -> None:
    move(story, "HEALTH")
    query = "query($id: ID!, $goal: ID!) { plan(id: $id) { goal(id: $goal) { words } } }"
    goal = opaque("Goal", story.people["goal"])
    answer = ask(story.supporter, story.council, query, id=plan_of(story), goal=goal)
    assert answer["data"]["plan"] == {"goal": None}
