"""What a plan's lists can be narrowed down to: with the years they grow longer than one page."""

from enum import Enum
from typing import Any

import strawberry
from django.db.models import Exists, OuterRef, QuerySet

from leavingwell.platform.access.permissions import Viewer
from leavingwell.platform.plans.models import Action, Comment, Plan
from leavingwell.platform.plans.visibility import visible_comments

ACTIONS = (
    "The shared to-do list, oldest first; ordered by DONE, what is not done comes after what was done last. "
    "`withWords` leaves only those that people say something about."
)
COMMENTS = "Oldest first. `part` leaves those of one part; without `answers`, only the first words of each thread."


@strawberry.enum(description="When actions were added, or when they were done.")
class ActionOrder(Enum):
    ADDED = "added_at"
    DONE = "done_at"


def actions_of(
    plan: Plan, viewer: Viewer, statuses: list[Action.Status] | None, *, with_words: bool, order: ActionOrder
) -> QuerySet[Any]:
    found = plan.actions.order_by(order.value, "added_at", "pk")
    if statuses is not None:
        found = found.filter(status__in=statuses)
    if with_words:
        found = found.filter(Exists(visible_comments(Comment.objects.filter(action=OuterRef("pk")), viewer)))
    return found


def comments_of(plan: Plan, part: str | None, *, answers: bool) -> QuerySet[Any]:
    found = plan.comments.all()
    if part is not None:
        found = found.filter(part=part)
    return found if answers else found.filter(answers=None)
