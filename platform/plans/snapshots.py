"""A plan as it stood on the day it was authorised, fit for JSON. `snapshot_of` is kept with the review for good."""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from typing import Any

from leavingwell.platform.people.models import Person
from leavingwell.platform.plans.models import Action, Attempt, Comment, Goal, Home, Plan, PlanMatter, Review
from leavingwell.platform.plans.writing_without import begun_on
from leavingwell.questionnaires.models import Answer

Part = dict[str, Any]


def iso(day: date | datetime | None) -> str | None:
    """A time as that of Greenwich, so that the same moment is always written alike."""
    return (day.astimezone(UTC) if isinstance(day, datetime) else day).isoformat() if day else None


def goal_part(goal: Goal, state: str = "") -> Part:
    return {
        "id": str(goal.pk),
        "words": goal.words,
        "language": goal.language,
        "domain": goal.domain.code if goal.domain else "",
        "term": goal.term,
        "contingency": goal.contingency,
        "wanted_by": iso(goal.wanted_by),
        "state": state or goal.state,
        "finished_because": goal.finished_because,
    }


def action_part(action: Action, owners: Iterable[Person], status: str = "") -> Part:
    return {
        "id": str(action.pk),
        "title": action.title,
        "language": action.language,
        "domain": action.domain.code if action.domain else "",
        "goal": str(action.goal_id) if action.goal_id else None,
        "status": status or action.status,
        "due_on": iso(action.due_on),
        "measure": action.measure,
        "reason": action.reason,
        "went_well": action.went_well,
        "owners": [owner.name for owner in owners],
    }


def comment_part(comment: Comment) -> Part:
    return {
        "author": comment.author.name,
        "body": comment.body,
        "language": comment.language,
        "part": comment.part,
        "kind": comment.kind,
        "written_at": iso(comment.written_at),
    }


def answer_part(answer: Answer) -> Part:
    return {
        "question": answer.question_code,
        "kind": answer.kind,
        "choice": answer.choice,
        "choices": list(answer.choices or ()),
        "number": None if answer.number is None else str(answer.number),
        "day": iso(answer.day),
        "text": answer.text,
        "comment": answer.comment,
        "language": answer.language,
        "channel": answer.channel,
        "wants_help": answer.wants_help,
    }


def matter_part(row: PlanMatter) -> Part:
    return {
        "matter": int(row.matter),
        "how": row.how,
        "by_when": iso(row.by_when),
        "by_whom": row.by_whom,
        "not_needed_reason": row.not_needed_reason,
        "language": row.language,
    }


def home_part(home: Home) -> Part:
    """With the latest look at it; the suitability is null while nobody has looked."""
    latest = next(iter(home.suitabilities.all()), None)
    suitability = latest and {
        "suitable": latest.suitable,
        "reasons": latest.reasons,
        "their_views": latest.their_views,
        "assessed_on": iso(latest.assessed_on),
        "factors": {one.factor: one.verdict for one in latest.factors.all()},
    }
    return {
        "kind": home.kind,
        "description": home.description,
        "moved_in_on": iso(home.moved_in_on),
        "moved_out_on": iso(home.moved_out_on),
        "suitability": suitability,
    }


def attempt_part(attempt: Attempt) -> Part:
    return {
        "on": iso(attempt.on),
        "channel": attempt.channel,
        "reached": attempt.reached,
        "outcome": attempt.outcome,
        "by": attempt.by.name,
    }


def parts_of(review: Review) -> Part:
    """What the young person and the worker say about it; empty words where they said nothing."""
    return {
        "young_person": {
            "agrees": review.young_person_agrees,
            "words": review.young_person_words,
            "language": review.young_person_language,
        },
        "worker": {
            "words": review.worker_words,
            "by": review.worker_part_by.name if review.worker_part_by else "",
        },
    }


def review_part(review: Review) -> Part:
    return {
        "number": review.number,
        "occasion": review.occasion,
        "started_on": iso(review.started_on),
        "written_without": review.written_without,
        "written_without_reason": review.written_without_reason if review.written_without else "",
        "override_reason": review.override_reason,
        "submitted_by": review.submitted_by.name if review.submitted_by else "",
        "authorised_by": review.authorised_by.name if review.authorised_by else "",
    }


def snapshot_of(plan: Plan) -> Part:
    """All of the plan as it stands now: but for comments that only the worker and their manager read."""
    review = plan.review
    shared = plan.comments.exclude(audience=Comment.Audience.WORKER).select_related("author")
    homes = plan.young_person.homes.prefetch_related("suitabilities__factors")
    return {
        "goals": [goal_part(goal) for goal in plan.goals.select_related("domain")],
        "actions": [
            action_part(action, action.owners.all())
            for action in plan.actions.select_related("domain").prefetch_related("owners")
        ],
        "comments": [comment_part(comment) for comment in shared],
        "answers": [answer_part(one) for one in (review.response.answers.order_by("question_code") if review else ())],
        "matters": [matter_part(row) for row in plan.matters.all()],
        "homes": [home_part(home) for home in homes],
        "attempts": [attempt_part(one) for one in attempts_of(plan)],
        "parts": parts_of(review) if review else {},
        "review": review_part(review) if review else {},
    }


def attempts_of(plan: Plan) -> list[Attempt]:
    """Every try of the latest review."""
    if plan.review is None:
        return []
    return list(plan.attempts.filter(on__gte=begun_on(plan.review)).select_related("by").order_by("on", "pk"))
