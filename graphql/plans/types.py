from datetime import date, datetime
from typing import Any

import strawberry
import strawberry_django
from strawberry import relay

from leavingwell.graphql.connections import Connection
from leavingwell.graphql.context import Info
from leavingwell.graphql.people.person import Person
from leavingwell.graphql.people.types import Operation, YoungPerson
from leavingwell.graphql.plans.phases import Change, Phase
from leavingwell.graphql.plans.summary import Summary, summary_type
from leavingwell.graphql.questionnaires.published import Domain, domain_of_row
from leavingwell.graphql.questionnaires.types import Response
from leavingwell.platform.access import operations
from leavingwell.platform.access.permissions import RELATIONS, relations_with, visible
from leavingwell.platform.access.relations import CASE_TEAM, Relation
from leavingwell.platform.plans import models
from leavingwell.platform.plans.permissions import allowed_on_action, allowed_on_plan
from leavingwell.platform.plans.state_of_play import state_of_play
from leavingwell.platform.plans.visibility import (
    sees_state_of_play,
    visible_actions,
    visible_comments,
    visible_goals,
)

PlanStatus = models.Review.State
strawberry.enum(PlanStatus, name="PlanStatus", description="Where the latest review stands.")
ActionStatus = models.Action.Status
strawberry.enum(ActionStatus, name="ActionStatus", description="Where an action stands.")
GoalState = models.Goal.State
strawberry.enum(GoalState, name="GoalState", description="Where a goal stands.")


@strawberry.type(description="How one area of life stands.")
class Standing:
    domain: Domain
    phase: Phase
    change: Change | None
    answered: int
    applicable: int


def relations_of(row: Any, info: Info) -> frozenset[Relation]:
    """The viewer's relations: noted on the row by `visible`, else (a mutation's result) asked for."""
    noted = getattr(row, RELATIONS, None)
    if noted is not None:
        return frozenset(Relation(code) for code in noted)
    plan = row if isinstance(row, models.Plan) else row.plan
    return relations_with(info.context.viewer, plan.young_person)


@strawberry_django.type(models.Action, name="Action", description="One thing to do, by whom and by when.")
class Action(relay.Node):
    id: relay.NodeID[str]
    title: str
    language: str
    status: ActionStatus
    due_on: date | None
    owners: list[Person]
    added_by: Person
    added_at: datetime
    done_at: datetime | None
    done_by: Person | None
    question_code: str = strawberry_django.field(description="The question at which help was asked for, or empty.")
    version: int = strawberry_django.field(description="Send it back as `expectedVersion`.")

    @strawberry_django.field(select_related="domain")
    def domain(self, root: strawberry.Parent[models.Action]) -> Domain | None:
        return domain_of_row(root.domain) if root.domain else None

    @strawberry_django.field(description="What the viewer may do to it now.")
    def permissions(self, root: strawberry.Parent[models.Action], info: Info) -> list[Operation]:
        return allowed_on_action(root, relations_of(root, info))

    @classmethod
    def get_queryset(cls, queryset: Any, info: Info, **kwargs: Any) -> Any:
        return visible_actions(queryset, info.context.viewer)


@strawberry_django.type(models.Goal, name="Goal", description="What the young person wants, in their words.")
class Goal(relay.Node):
    id: relay.NodeID[str]
    words: str
    language: str
    contingency: str = strawberry_django.field(description="What happens if this does not work.")
    wanted_by: date | None
    state: GoalState
    added_by: Person
    added_at: datetime
    actions: list[Action]

    @strawberry_django.field(select_related="domain")
    def domain(self, root: strawberry.Parent[models.Goal]) -> Domain | None:
        return domain_of_row(root.domain) if root.domain else None

    @classmethod
    def get_queryset(cls, queryset: Any, info: Info, **kwargs: Any) -> Any:
        return visible_goals(queryset, info.context.viewer)


@strawberry_django.type(models.Comment, name="Comment", description="Somebody's words, as they wrote them.")
class Comment(relay.Node):
    id: relay.NodeID[str]
    part: str = strawberry_django.field(description="A domain code, `what_matters`, or empty for the whole plan.")
    body: str
    language: str
    author: Person
    written_at: datetime

    @classmethod
    def get_queryset(cls, queryset: Any, info: Info, **kwargs: Any) -> Any:
        return visible_comments(queryset, info.context.viewer)


@strawberry_django.type(models.Review, name="Review", description="One version of a plan.")
class Review(relay.Node):
    id: relay.NodeID[str]
    number: int
    state: PlanStatus
    started_on: date
    due_on: date
    submitted_at: datetime | None
    submitted_by: Person | None
    returned_at: datetime | None
    authorised_at: datetime | None
    authorised_by: Person | None

    @strawberry_django.field(description="For the case team: why it was sent back.")
    def return_reason(self, root: strawberry.Parent[models.Review], info: Info) -> str | None:
        return root.return_reason if CASE_TEAM & relations_of(root, info) else None

    @classmethod
    def get_queryset(cls, queryset: Any, info: Info, **kwargs: Any) -> Any:
        return visible(queryset, info.context.viewer, operations.Operation.VIEW_PLAN, "plan__young_person")


@strawberry_django.type(models.Attempt, name="Attempt", description="A try to do the plan together.")
class Attempt(relay.Node):
    id: relay.NodeID[str]
    on: date
    channel: str
    reached: bool
    outcome: str
    by: Person

    @classmethod
    def get_queryset(cls, queryset: Any, info: Info, **kwargs: Any) -> Any:
        return visible(queryset, info.context.viewer, operations.Operation.ADD_COMMENT, "plan__young_person")


@strawberry_django.type(models.Crisis, name="Crisis", description="A crisis as the young person sees it.")
class Crisis(relay.Node):
    id: relay.NodeID[str]
    cause: str
    response: str
    started_on: date
    closed_on: date | None
    worked: str

    @classmethod
    def get_queryset(cls, queryset: Any, info: Info, **kwargs: Any) -> Any:
        return visible(queryset, info.context.viewer, operations.Operation.RECORD_CRISIS, "young_person")


@strawberry_django.type(models.Plan, name="Plan", description="A young person's one living pathway plan.")
class Plan(relay.Node):
    id: relay.NodeID[str]
    young_person: YoungPerson
    review: Review | None = strawberry_django.field(description="The latest.")
    reviews: list[Review] = strawberry_django.field(description="Newest first.")
    goals: list[Goal]
    actions: Connection[Action] = strawberry_django.connection(description="The shared to-do list, oldest first.")
    comments: Connection[Comment] = strawberry_django.connection(description="Oldest first.")
    current_until: date | None = strawberry_django.field(description="The plan in force must be reviewed by this day.")
    attempts: list[Attempt]

    @strawberry_django.field(select_related="review")
    def status(self, root: strawberry.Parent[models.Plan]) -> PlanStatus:
        return PlanStatus(root.status)

    @strawberry_django.field(select_related="review__response", description="What the viewer may do to it now.")
    def permissions(self, root: strawberry.Parent[models.Plan], info: Info) -> list[Operation]:
        return allowed_on_plan(root, info.context.viewer, relations_of(root, info))

    @strawberry_django.field(select_related="review__response", description="The checklist of the latest review.")
    def response(self, root: strawberry.Parent[models.Plan], info: Info) -> Response | None:
        response: Any = root.review.response if root.review else None
        return response

    @strawberry.field(description="How each area stands.")
    def state_of_play(
        self, root: strawberry.Parent[models.Plan], info: Info, language: str | None = None
    ) -> list[Standing]:
        return [
            Standing(
                domain=Domain(code=one.domain["code"], source=one.domain, asked=language),
                phase=one.phase,
                change=one.change,
                answered=one.answered,
                applicable=one.applicable,
            )
            for one in state_of_play(root)
            if sees_state_of_play(info.context.viewer, root.young_person_id, one.domain["code"])
        ]

    @strawberry.field(description="How the latest checklist looks; null while there is none.")
    def summary(self, root: strawberry.Parent[models.Plan], info: Info, language: str | None = None) -> Summary | None:
        return summary_type(root, info, language)

    @classmethod
    def get_queryset(cls, queryset: Any, info: Info, **kwargs: Any) -> Any:
        return visible(queryset, info.context.viewer, operations.Operation.VIEW_PLAN, "young_person")
