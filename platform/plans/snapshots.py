"""A plan as it stood on the day it was authorised."""

from typing import Any

from leavingwell.platform.plans.models import Plan


def snapshot_of(plan: Plan) -> dict[str, Any]:
    """Goals, actions, comments and answers with their words, fit for JSON."""
    response = plan.review.response if plan.review else None
    return {
        "goals": [
            {"id": str(goal.pk), "words": goal.words, "contingency": goal.contingency, "state": goal.state}
            for goal in plan.goals.all()
        ],
        "actions": [
            {
                "id": str(action.pk),
                "title": action.title,
                "status": action.status,
                "due_on": action.due_on.isoformat() if action.due_on else None,
                "owners": [owner.name for owner in action.owners.all()],
            }
            for action in plan.actions.prefetch_related("owners")
        ],
        "comments": [
            {"author": comment.author.name, "body": comment.body, "part": comment.part}
            for comment in plan.comments.select_related("author")
        ],
        "answers": [
            {"question": a.question_code, "kind": a.kind, "choice": a.choice, "comment": a.comment}
            for a in (response.answers.order_by("question_code") if response else ())
        ],
    }
