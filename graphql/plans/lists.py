"""What a plan's lists can be narrowed down to: with the years they grow longer than one page."""

from collections.abc import Iterable
from enum import Enum
from typing import Any

import strawberry
from django.db.models import Exists, OuterRef

from leavingwell.graphql.context import Info
from leavingwell.graphql.plans.goals import Action as ActionType
from leavingwell.graphql.plans.many_plans import Rows, rows_on
from leavingwell.graphql.plans.words import Comment as CommentType
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
    plan: Plan, info: Info, statuses: list[Action.Status] | None, *, with_words: bool, order: ActionOrder
) -> Iterable[Any]:
    def narrow(actions: Rows) -> Rows:
        return narrowed_actions(actions, info.context.viewer, statuses, with_words=with_words, order=order)

    return rows_on(plan, info, ActionType, plan.actions.all(), narrow)


def narrowed_actions(
    actions: Rows, viewer: Viewer, statuses: list[Action.Status] | None, *, with_words: bool, order: ActionOrder
) -> Rows:
    found = actions.order_by(order.value, "added_at", "pk")
    if statuses is not None:
        found = found.filter(status__in=statuses)
    if with_words:
        found = found.filter(Exists(visible_comments(Comment.objects.filter(action=OuterRef("pk")), viewer)))
    return found


def comments_of(plan: Plan, info: Info, part: str | None, *, answers: bool) -> Iterable[Any]:
    def narrow(comments: Rows) -> Rows:
        found = comments if part is None else comments.filter(part=part)
        return found if answers else found.filter(answers=None)

    return rows_on(plan, info, CommentType, plan.comments.all(), narrow)
