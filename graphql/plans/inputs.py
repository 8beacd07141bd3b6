from datetime import date
from uuid import UUID

import strawberry

from leavingwell.graphql.plans.types import ActionStatus
from leavingwell.platform.plans import models

AttemptChannel = models.Attempt.Channel
strawberry.enum(AttemptChannel, name="AttemptChannel", description="How it was tried.")
CrisisCause = models.Crisis.Cause
strawberry.enum(CrisisCause, name="CrisisCause", description="What it came from.")
CrisisWorked = models.Crisis.Worked
strawberry.enum(CrisisWorked, name="CrisisWorked", description="Whether the response worked.")


@strawberry.input
class AddActionInput:
    plan_id: strawberry.ID
    title: str
    domain: str | None = strawberry.field(default=None, description="A domain's code.")
    goal_id: strawberry.ID | None = None
    due_on: date | None = None
    owner_ids: list[strawberry.ID] = strawberry.field(default_factory=list, description="None: the viewer.")
    language: str | None = None
    request_id: UUID | None = None


@strawberry.input(description="What is left out stays as it is. The status `OPEN` turns a draft into an action.")
class UpdateActionInput:
    action_id: strawberry.ID
    title: str | None = None
    domain: str | None = None
    due_on: date | None = None
    status: ActionStatus | None = None
    owner_ids: list[strawberry.ID] | None = None
    expected_version: int | None = None
    request_id: UUID | None = None


@strawberry.input
class CompleteActionInput:
    action_id: strawberry.ID
    request_id: UUID | None = None


@strawberry.input
class AddGoalInput:
    plan_id: strawberry.ID
    words: str = strawberry.field(description="What the young person wants, in their words.")
    domain: str | None = None
    contingency: str | None = strawberry.field(default=None, description="What happens if this does not work.")
    wanted_by: date | None = None
    language: str | None = None
    request_id: UUID | None = None


@strawberry.input
class AddCommentInput:
    plan_id: strawberry.ID
    body: str
    part: str | None = strawberry.field(default=None, description="A domain's code or `what_matters`.")
    language: str | None = None
    request_id: UUID | None = None


@strawberry.input
class PlanInput:
    plan_id: strawberry.ID
    request_id: UUID | None = None


@strawberry.input
class RequestReviewInput(PlanInput):
    pass


@strawberry.input
class SubmitPlanInput(PlanInput):
    pass


@strawberry.input
class AuthorisePlanInput(PlanInput):
    pass


@strawberry.input
class ReturnPlanInput(PlanInput):
    reason: str = strawberry.field(default="", description="What would make it right.")


@strawberry.input
class RecordAttemptInput:
    plan_id: strawberry.ID
    channel: AttemptChannel
    outcome: str = strawberry.field(description="What happened.")
    on: date | None = None
    reached: bool = False
    request_id: UUID | None = None


@strawberry.input
class RecordCrisisInput:
    young_person_id: strawberry.ID
    cause: CrisisCause
    response: str | None = None
    started_on: date | None = None
    worked: CrisisWorked = models.Crisis.Worked.TOO_EARLY
    request_id: UUID | None = None
