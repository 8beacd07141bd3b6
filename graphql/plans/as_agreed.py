"""A plan whole, as it stood on the day when a review of it was agreed."""

from typing import Any

import strawberry

from leavingwell.graphql.context import Info
from leavingwell.graphql.ids import opaque
from leavingwell.graphql.plans.differences import areas_of
from leavingwell.graphql.plans.relations import may_see_matters
from leavingwell.graphql.plans.reviews import Review
from leavingwell.graphql.plans.snapshots import (
    ActionThen,
    GoalThen,
    MatterThen,
    PartsThen,
    WordsThen,
    action_then,
    goal_then,
    matter_then,
    parts_then,
    words_then,
)
from leavingwell.platform.people.models import Supporter
from leavingwell.platform.plans import models
from leavingwell.platform.plans.review_differences import review_numbered
from leavingwell.platform.plans.visibility import sees_then, visible_actions, visible_goals
from leavingwell.platform.problems import Problems


@strawberry.type(description="A plan as it was agreed. A supporter gets the goals and actions that are for them.")
class PlanThen:
    review: Review
    goals: list[GoalThen]
    actions: list[ActionThen]
    comments: list[WordsThen] = strawberry.field(description="Not those between the worker and the manager alone.")
    matters: list[MatterThen]
    parts: PartsThen | None = strawberry.field(description="What both said about it; null for supporters.")
    response_id: strawberry.ID | None = strawberry.field(description="The checklist of then; null for supporters.")


def plan_then(plan: models.Plan, review: models.Review, info: Info, language: str | None) -> PlanThen:
    then, viewer, areas = review.snapshot, info.context.viewer, areas_of(review, language)
    goals = sees_then(viewer, plan, Supporter.Part.GOALS, visible_goals(plan.goals.all(), viewer))
    actions = sees_then(viewer, plan, Supporter.Part.ACTIONS, visible_actions(plan.actions.all(), viewer))
    whole = may_see_matters(plan, info)
    shown: Any = review
    return PlanThen(
        review=shown,
        goals=[goal_then(one, areas) for one in then.get("goals", ()) if goals(one)],
        actions=[action_then(one, areas) for one in then.get("actions", ()) if actions(one)],
        comments=[words_then(one) for one in then.get("comments", ())] if whole else [],
        matters=[matter_then(one) for one in then.get("matters", ())] if whole else [],
        parts=parts_then(then.get("parts", {})) if whole else None,
        response_id=opaque("Response", review.response_id) if whole else None,
    )


def as_agreed_of(plan: models.Plan, number: int, info: Info, language: str | None) -> PlanThen | None:
    """None for a number that the plan does not have, and for a review that nobody has agreed yet."""
    try:
        review = review_numbered(plan, number, "number")
    except Problems:
        return None
    return plan_then(plan, review, info, language) if review.state == models.Review.State.CURRENT else None
