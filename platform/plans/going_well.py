"""What went well: good news, goals that were reached, and things done of which somebody said so. No points."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from leavingwell.platform.people.models import Person
from leavingwell.platform.plans.models import Action, Comment, Goal


class Kind(Enum):
    GOAL_REACHED = "GOAL_REACHED"
    DONE = "DONE"
    GOOD_NEWS = "GOOD_NEWS"


@dataclass(frozen=True)
class WentWell:
    """`what` is the goal, the action or the news; `said` what went well with it, empty for news."""

    kind: Kind
    what: str
    said: str
    language: str
    at: datetime
    by: Person | None


def reached(goal: Goal) -> WentWell:
    at = goal.finished_at or goal.added_at
    return WentWell(Kind.GOAL_REACHED, goal.words, goal.finished_because, goal.language, at, goal.added_by)


def done(action: Action) -> WentWell:
    at = action.done_at or action.added_at
    return WentWell(Kind.DONE, action.title, action.went_well, action.language, at, action.done_by)


def news(comment: Comment) -> WentWell:
    return WentWell(Kind.GOOD_NEWS, comment.body, "", comment.language, comment.written_at, comment.author)


def what_went_well(goals: Iterable[Goal], actions: Iterable[Action], comments: Iterable[Comment]) -> list[WentWell]:
    """The latest first."""
    found = [reached(goal) for goal in goals if goal.state == Goal.State.REACHED]
    found += [done(action) for action in actions if action.status == Action.Status.DONE and action.went_well]
    found += [news(comment) for comment in comments if comment.kind == Comment.Kind.GOOD_NEWS]
    return sorted(found, key=lambda one: one.at, reverse=True)
