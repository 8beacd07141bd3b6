from datetime import date
from uuid import UUID

import strawberry

from leavingwell.graphql.plans.goals import ActionStatus, GoalTerm
from leavingwell.graphql.plans.words import CommentAudience, CommentKind
from leavingwell.platform.plans import models
from leavingwell.platform.plans.services.returning import Missing

AttemptChannel = models.Attempt.Channel
strawberry.enum(AttemptChannel, name="AttemptChannel", description="How it was tried.")


@strawberry.input
class AddActionInput:
    plan_id: strawberry.ID
    title: str
    domain: str | None = strawberry.field(default=None, description="A domain's code.")
    goal_id: strawberry.ID | None = None
    due_on: date | None = None
    owner_ids: list[strawberry.ID] = strawberry.field(default_factory=list, description="None: the viewer.")
    measure: str | None = strawberry.field(default=None, description="How one knows that it is done.")
    offer_id: strawberry.ID | None = strawberry.field(
        default=None, description="Something of the local offer that it is about: one open action at a time."
    )
    language: str | None = None
    request_id: UUID | None = None


@strawberry.input(description="What is left out stays as it is. The status `OPEN` turns a draft into an action.")
class UpdateActionInput:
    action_id: strawberry.ID
    title: str | None = None
    domain: str | None = None
    due_on: date | None = strawberry.field(default=strawberry.UNSET, description="Null: no day any more.")
    status: ActionStatus | None = None
    owner_ids: list[strawberry.ID] | None = None
    measure: str | None = strawberry.field(default=None, description="How one knows that it is done.")
    reason: str | None = strawberry.field(default=None, description="Why; needed for `STUCK` and `DROPPED`.")
    went_well: str | None = strawberry.field(default=None, description="What went well, for what is done.")
    expected_version: int | None = None
    request_id: UUID | None = None


@strawberry.input
class CompleteActionInput:
    action_id: strawberry.ID
    went_well: str | None = strawberry.field(default=None, description="What went well, if anybody wants to say so.")
    request_id: UUID | None = None


@strawberry.input
class AddGoalInput:
    plan_id: strawberry.ID
    words: str = strawberry.field(description="What the young person wants, in their words.")
    domain: str | None = None
    contingency: str | None = strawberry.field(default=None, description="What happens if this does not work.")
    term: GoalTerm = models.Goal.Term.SHORT
    wanted_by: date | None = None
    language: str | None = None
    request_id: UUID | None = None


@strawberry.input
class AddCommentInput:
    plan_id: strawberry.ID
    body: str
    part: str | None = strawberry.field(default=None, description="A domain's code or `what_matters`.")
    goal_id: strawberry.ID | None = strawberry.field(default=None, description="The goal that it is about.")
    action_id: strawberry.ID | None = strawberry.field(default=None, description="The action that it is about.")
    in_answer_to: strawberry.ID | None = strawberry.field(
        default=None, description="A comment: the words join its thread, with its part and its readers."
    )
    audience: CommentAudience | None = strawberry.field(
        default=None, description="Who reads it. None: everybody who works on the plan, or as in the thread."
    )
    kind: CommentKind = models.Comment.Kind.COMMENT
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
class ReviewStepInput(PlanInput):
    expected_version: int | None = strawberry.field(default=None, description="The review's `version`.")


@strawberry.input
class SubmitPlanInput(ReviewStepInput):
    override_reason: str | None = strawberry.field(
        default=None, description="Why it is handed in with fewer matters covered than the council asks for."
    )


@strawberry.input
class AuthorisePlanInput(PlanInput):
    expected_version: int | None = strawberry.field(
        default=None, description="The review's `version` that was read: needed, for what is signed is what was read."
    )


@strawberry.input(description="What one section needs.")
class SectionInput:
    section: str = strawberry.field(description="A code of `planSections`; empty: the whole plan.")
    reason: str = strawberry.field(description="What would make it right.")


@strawberry.input
class ReturnPlanInput(ReviewStepInput):
    reason: str = strawberry.field(default="", description="What would make the whole of it right.")
    sections: list[SectionInput] = strawberry.field(default_factory=list, description="Section by section.")


def missing_from(sections: list[SectionInput]) -> list[Missing]:
    return [Missing(one.section, one.reason) for one in sections]


@strawberry.input
class RecordAttemptInput:
    plan_id: strawberry.ID
    channel: AttemptChannel
    outcome: str = strawberry.field(description="What happened.")
    on: date | None = None
    reached: bool = False
    request_id: UUID | None = None
