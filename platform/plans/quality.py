"""What a good plan has, as far as it can be seen from outside. Advice for who looks at it, never a mark."""

from collections.abc import Mapping
from typing import Any

from leavingwell.platform.plans.completeness import asked_of
from leavingwell.platform.plans.models import Action, Goal, Plan, QualityNote

Part = Mapping[str, Any]  # a snapshot, or a part of one
Point = QualityNote.Point
LIVE = (Action.Status.OPEN, Action.Status.STUCK)
ON_THE_LIST = (*LIVE, Action.Status.DONE)


def quality_of(plan: Plan, snapshot: Part, *, has_copy: bool | None) -> dict[Point, bool]:
    """`has_copy` is None for a plan that is not agreed yet: then nothing is said of a copy."""
    goals = [goal for goal in snapshot.get("goals", ()) if goal["state"] == Goal.State.OPEN]
    actions = [action for action in snapshot.get("actions", ()) if action["status"] in ON_THE_LIST]
    with_steps = {action["goal"] for action in actions}
    found = {
        Point.OWN_WORDS: has_own_words(snapshot),
        Point.THEIR_PART: has_their_part(snapshot),
        Point.GOALS: bool(goals) or any(one["state"] == Goal.State.REACHED for one in snapshot.get("goals", ())),
        Point.STEPS: all(goal["id"] in with_steps for goal in goals),
        Point.WHO_AND_WHEN: all(one["owners"] and one["due_on"] for one in actions if one["status"] in LIVE),
        Point.BACK_UP: all(goal["contingency"].strip() for goal in goals),
        Point.MATTERS: {matter.value for matter in asked_of(plan)} <= covered(snapshot),
    }
    return found if has_copy is None else {**found, Point.COPY: has_copy}


def has_own_words(snapshot: Part) -> bool:
    said = any(one["part"] == "what_matters" for one in snapshot.get("comments", ()))
    return said or bool(young_persons_part(snapshot).get("words", "").strip())


def has_their_part(snapshot: Part) -> bool:
    """They said whether they agree; or somebody tried, and wrote down why it could not wait."""
    without = snapshot.get("review", {}).get("written_without") and snapshot.get("attempts")
    return bool(young_persons_part(snapshot).get("agrees") or without)


def young_persons_part(snapshot: Part) -> Part:
    found: Part = snapshot.get("parts", {}).get("young_person", {})
    return found


def covered(snapshot: Part) -> set[int]:
    """The matters of which it is said how, by when and by whom, or why nothing is needed."""
    return {
        one["matter"]
        for one in snapshot.get("matters", ())
        if one["not_needed_reason"] or (one["how"] and one["by_when"] and one["by_whom"])
    }
