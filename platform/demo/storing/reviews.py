"""What both say at the reviews of the stories, why one was sent back, and the plan as it was authorised."""

from datetime import datetime
from typing import Any

from leavingwell.platform.demo.files import read
from leavingwell.platform.demo.stories import Reviewed
from leavingwell.platform.people.models import Person
from leavingwell.platform.plans.models import Action, Attempt, Comment, Goal, Review
from leavingwell.platform.plans.snapshots import (
    action_part,
    attempt_part,
    comment_part,
    goal_part,
    parts_of,
    review_part,
)
from leavingwell.questionnaires.kinds import Channel
from leavingwell.translations.languages import SOURCE

SECTIONS = ("goals", "actions", "young_person_part", "")


def say(review: Review, told: Reviewed, worker: Person, place: int) -> None:
    """Fills in both parts of a review that was handed in. `place` chooses the words."""
    first = review.number == 1
    review.occasion = Review.Occasion.FIRST if first else Review.Occasion.PLANNED
    if told.submitted is None:
        return
    words = read("words", "reviews")
    review.worker_words, review.worker_part_by = words["worker"][place % len(words["worker"])], worker
    review.worker_part_at = told.submitted
    if told.channel == Channel.WITHOUT:
        review.written_without, review.written_without_reason = True, words["without"]
    else:
        review.young_person_agrees, review.young_person_words = words["young_person"][
            place % len(words["young_person"])
        ]
        review.young_person_language, review.young_person_part_at = SOURCE, told.finished


def section_of(place: int) -> str:
    return SECTIONS[place % len(SECTIONS)]


def answers_then(told: Reviewed) -> list[dict[str, Any]]:
    return [
        {
            "question": one.question,
            "kind": one.kind,
            "choice": one.choice,
            "choices": [],
            "number": None,
            "day": None,
            "text": "",
            "comment": one.comment,
            "language": told.language,
            "channel": told.channel,
            "wants_help": one.wants_help,
        }
        for one in sorted(told.answers, key=lambda one: one.question)
    ]


def goal_then(goal: Goal, at: datetime) -> dict[str, Any]:
    over = goal.wanted_by is not None and goal.wanted_by <= at.date()
    return goal_part(goal, state=goal.state if over else Goal.State.OPEN.value)


def action_then(action: Action, owners: list[Person], at: datetime) -> dict[str, Any]:
    still_open = action.status == Action.Status.DONE and action.done_at and action.done_at > at
    return action_part(action, owners, status=Action.Status.OPEN.value if still_open else action.status)


def comments_then(comments: list[Comment], at: datetime) -> list[dict[str, Any]]:
    private = Comment.Audience.WORKER
    return [comment_part(one) for one in comments if one.written_at <= at and one.audience != private]


def attempts_then(attempts: list[Attempt], review: Review, at: datetime) -> list[dict[str, Any]]:
    of_this_review = (one for one in attempts if review.started_on <= one.on <= at.date())
    return [attempt_part(one) for one in sorted(of_this_review, key=lambda one: one.on)]


def review_then(review: Review) -> dict[str, Any]:
    return {"parts": parts_of(review), "review": review_part(review)}
