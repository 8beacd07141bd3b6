"""The steps of a review: started, worked on in two parts, checked, put right, written without."""

from typing import Annotated, Any
from uuid import UUID

import strawberry

from leavingwell.graphql.access import may, one, plan_for
from leavingwell.graphql.context import Info
from leavingwell.graphql.ids import required_uuid
from leavingwell.graphql.mutations import mutation, signed_in
from leavingwell.graphql.plans.inputs import SectionInput, missing_from
from leavingwell.graphql.plans.reviews import Agrees, Occasion, Review
from leavingwell.graphql.plans.types import Plan
from leavingwell.graphql.problems import Problems
from leavingwell.platform.access.operations import Operation
from leavingwell.platform.access.permissions import visible
from leavingwell.platform.access.relations import CASE_TEAM
from leavingwell.platform.plans import models
from leavingwell.platform.plans.services import returning, reviewing, taking_part, writing_without
from leavingwell.platform.problems import invalid

StartReviewResult = Annotated[Plan | Problems, strawberry.union("StartReviewResult")]
SavePartResult = Annotated[Plan | Problems, strawberry.union("SavePartResult")]
CheckQualityResult = Annotated[Plan | Problems, strawberry.union("CheckQualityResult")]
AnswerReturnResult = Annotated[Review | Problems, strawberry.union("AnswerReturnResult")]
WriteWithoutResult = Annotated[Plan | Problems, strawberry.union("WriteWithoutResult")]


@strawberry.input
class StartReviewInput:
    plan_id: strawberry.ID
    occasion: Occasion = models.Review.Occasion.PLANNED
    request_id: UUID | None = None


@strawberry.input(description="The young person's part when they send it, else the worker's.")
class SavePartInput:
    plan_id: strawberry.ID
    agrees: Agrees | None = strawberry.field(default=None, description="The young person's: needed.")
    words: str = ""
    language: str | None = None
    expected_version: int | None = strawberry.field(default=None, description="The review's `version`.")
    request_id: UUID | None = None


@strawberry.input(description="Passed on with some words, or sent back with reasons.")
class CheckQualityInput:
    plan_id: strawberry.ID
    pass_on: bool
    words: str = ""
    sections: list[SectionInput] = strawberry.field(default_factory=list)
    expected_version: int | None = strawberry.field(
        default=None, description="The review's `version` that was read: needed to pass it on."
    )
    request_id: UUID | None = None


@strawberry.input
class AnswerReturnInput:
    return_reason_id: strawberry.ID
    request_id: UUID | None = None


@strawberry.input
class WriteWithoutInput:
    plan_id: strawberry.ID
    reason: str = strawberry.field(description="Why it cannot wait.")
    expected_version: int | None = strawberry.field(default=None, description="The review's `version`.")
    request_id: UUID | None = None


def plan_to(info: Info, operation: Operation, given: str) -> models.Plan:
    plan = plan_for(info, given)
    may(info, operation, plan.young_person)
    return plan


def reason_for(info: Info, given: str) -> models.ReturnReason:
    rows = models.ReturnReason.objects.select_related("review__plan__young_person__person")
    path = "review__plan__young_person"
    seen = visible(rows, info.context.viewer, Operation.VIEW_PLAN, path, relations=CASE_TEAM)
    found: models.ReturnReason = one(seen, required_uuid(given, "ReturnReason", "returnReasonId"), "returnReasonId")
    return found


@strawberry.type
class ReviewStepsMutation:
    @mutation(StartReviewResult, "Opens the next review, for one of the reasons of the law.")
    def start_review(self, info: Info, input: StartReviewInput) -> models.Plan:
        plan = plan_to(info, Operation.START_REVIEW, input.plan_id)
        return reviewing.start_next_review(plan, models.Review.Occasion(input.occasion), by=signed_in(info))

    @mutation(SavePartResult, "What the young person, or the worker, says about the plan. Each writes their own alone.")
    def save_part(self, info: Info, input: SavePartInput) -> models.Plan:
        plan, viewer = plan_for(info, input.plan_id), signed_in(info)
        given: dict[str, Any] = {"words": input.words, "by": viewer, "expected_version": input.expected_version}
        if viewer.pk == plan.young_person.person_id:
            agrees = models.Review.Agrees(input.agrees).value if input.agrees else ""
            return taking_part.save_my_part(
                plan, agrees=agrees, language=info.context.language(input.language), **given
            )
        may(info, Operation.SAVE_WORKERS_PART, plan.young_person)
        if input.agrees:
            raise invalid(taking_part.ONLY_THEY_AGREE, "agrees")
        return taking_part.save_workers_part(plan, **given)

    @mutation(CheckQualityResult, "The practice supervisor passes the plan on to the manager, or sends it back.")
    def check_quality(self, info: Info, input: CheckQualityInput) -> models.Plan:
        return returning.check_quality(
            plan_to(info, Operation.CHECK_QUALITY, input.plan_id),
            by=signed_in(info),
            pass_on=input.pass_on,
            words=input.words,
            sections=missing_from(input.sections),
            expected_version=input.expected_version,
        )

    @mutation(AnswerReturnResult, "The worker marks what a section needed as put right.")
    def answer_return(self, info: Info, input: AnswerReturnInput) -> models.Review:
        reason = reason_for(info, input.return_reason_id)
        may(info, Operation.ANSWER_RETURN, reason.review.plan.young_person)
        return returning.answer_return(reason, by=signed_in(info)).review

    @mutation(WriteWithoutResult, "The plan says that it is written without the young person: after real tries alone.")
    def write_without(self, info: Info, input: WriteWithoutInput) -> models.Plan:
        plan = plan_to(info, Operation.WRITE_WITHOUT, input.plan_id)
        given: dict[str, Any] = {
            "reason": input.reason,
            "by": signed_in(info),
            "expected_version": input.expected_version,
        }
        return writing_without.write_without(plan, **given)
