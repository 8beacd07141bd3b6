"""Fetching the objects that an input names: the only way in, and what the viewer may not see is NOT_FOUND."""

from typing import Any, TypeVar

from django.db import models

from leavingwell.graphql.context import Info
from leavingwell.graphql.ids import required_uuid
from leavingwell.platform.access.operations import Operation
from leavingwell.platform.access.permissions import require, visible
from leavingwell.platform.people.models import Supporter, YoungPerson
from leavingwell.platform.plans.models import Action, Comment, Goal, Plan, Review
from leavingwell.platform.plans.visibility import visible_actions, visible_comments, visible_goals
from leavingwell.platform.problems import not_found
from leavingwell.questionnaires.models import Response

Row = TypeVar("Row", bound=models.Model)


def one(rows: Any, pk: Any, field: str) -> Any:
    row = rows.filter(pk=pk).first()
    if row is None:
        raise not_found(field)
    return row


def young_person_for(info: Info, given: str, field: str = "youngPersonId") -> YoungPerson:
    rows = visible(
        YoungPerson.objects.select_related("person", "team"), info.context.viewer, Operation.VIEW_YOUNG_PERSON
    )
    found: YoungPerson = one(rows, required_uuid(given, "YoungPerson", field), field)
    return found


def plan_for(info: Info, given: str, field: str = "planId") -> Plan:
    plans = Plan.objects.select_related("young_person__person", "young_person__team__manager", "review")
    rows = visible(plans, info.context.viewer, Operation.VIEW_PLAN, "young_person")
    found: Plan = one(rows, required_uuid(given, "Plan", field), field)
    return found


def review_to(info: Info, operation: Operation, given: str, field: str = "reviewId") -> Review:
    """For somebody who may do this to the young person whose plan it is."""
    reviews = Review.objects.select_related("plan__young_person")
    rows = visible(reviews, info.context.viewer, Operation.VIEW_PLAN, "plan__young_person")
    found: Review = one(rows, required_uuid(given, "Review", field), field)
    may(info, operation, found.plan.young_person)
    return found


def action_for(info: Info, given: str, field: str = "actionId") -> Action:
    actions = Action.objects.select_related("plan__young_person__person", "plan__young_person__team__manager", "domain")
    found: Action = one(visible_actions(actions, info.context.viewer), required_uuid(given, "Action", field), field)
    return found


def goal_for(info: Info, given: str, field: str = "goalId") -> Goal:
    goals = Goal.objects.select_related("plan__young_person__person", "domain")
    found: Goal = one(visible_goals(goals, info.context.viewer), required_uuid(given, "Goal", field), field)
    return found


def comment_for(info: Info, given: str, field: str = "inAnswerTo") -> Comment:
    comments = Comment.objects.select_related(
        "answers__goal", "answers__action", "goal", "action", "plan__young_person"
    )
    found: Comment = one(visible_comments(comments, info.context.viewer), required_uuid(given, "Comment", field), field)
    return found


def response_for(info: Info, given: str, field: str = "responseId") -> Response:
    responses = Response.objects.select_related(
        "young_person__person", "young_person__plan__review", "questionnaire_version"
    )
    rows = visible(responses, info.context.viewer, Operation.VIEW_ANSWERS, "young_person")
    found: Response = one(rows, required_uuid(given, "Response", field), field)
    return found


def supporter_for(info: Info, given: str, field: str = "supporterId") -> Supporter:
    supporters = Supporter.objects.select_related("young_person", "person__user").filter(ended_at=None)
    rows = visible(supporters, info.context.viewer, Operation.ADD_SUPPORTER, "young_person")
    found: Supporter = one(rows, required_uuid(given, "Supporter", field), field)
    return found


def may(info: Info, operation: Operation, young_person: YoungPerson) -> None:
    """Raises NOT_ALLOWED, or NOT_FOUND for somebody who may not even see the young person."""
    require(info.context.viewer, operation, young_person)
