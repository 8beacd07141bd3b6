from typing import Annotated

import strawberry

from leavingwell.graphql.access import action_for, comment_for, goal_for, may, plan_for
from leavingwell.graphql.context import Info
from leavingwell.graphql.ids import required_uuid, uuids_of
from leavingwell.graphql.mutations import mutation, signed_in
from leavingwell.graphql.plans import inputs
from leavingwell.graphql.plans.goals import Action, Goal
from leavingwell.graphql.plans.types import Attempt, Plan
from leavingwell.graphql.plans.words import Comment
from leavingwell.graphql.problems import Problems
from leavingwell.platform.access.operations import Operation
from leavingwell.platform.plans import models
from leavingwell.platform.plans.services import actions, comments, contacts, goals, returning, reviewing, signing_off

AddActionResult = Annotated[Action | Problems, strawberry.union("AddActionResult")]
UpdateActionResult = Annotated[Action | Problems, strawberry.union("UpdateActionResult")]
CompleteActionResult = Annotated[Action | Problems, strawberry.union("CompleteActionResult")]
AddGoalResult = Annotated[Goal | Problems, strawberry.union("AddGoalResult")]
AddCommentResult = Annotated[Comment | Problems, strawberry.union("AddCommentResult")]
RequestReviewResult = Annotated[Plan | Problems, strawberry.union("RequestReviewResult")]
SubmitPlanResult = Annotated[Plan | Problems, strawberry.union("SubmitPlanResult")]
ReturnPlanResult = Annotated[Plan | Problems, strawberry.union("ReturnPlanResult")]
AuthorisePlanResult = Annotated[Plan | Problems, strawberry.union("AuthorisePlanResult")]
RecordAttemptResult = Annotated[Attempt | Problems, strawberry.union("RecordAttemptResult")]


def plan_to(info: Info, operation: Operation, given: str) -> models.Plan:
    plan = plan_for(info, given)
    may(info, operation, plan.young_person)
    return plan


def action_to(info: Info, operation: Operation, given: str) -> models.Action:
    action = action_for(info, given)
    may(info, operation, action.plan.young_person)
    return action


@strawberry.type
class PlansMutation:
    @mutation(AddActionResult, "Adds to the shared to-do list.")
    def add_action(self, info: Info, input: inputs.AddActionInput) -> models.Action:
        plan = plan_to(info, Operation.ADD_ACTION, input.plan_id)
        return actions.add_action(
            plan,
            title=input.title,
            domain=input.domain or "",
            goal=goal_for(info, input.goal_id) if input.goal_id else None,
            due_on=input.due_on,
            measure=input.measure or "",
            owner_ids=uuids_of(input.owner_ids, "Person", "ownerIds"),
            offer=required_uuid(input.offer_id, "Offer", "offerId") if input.offer_id else None,
            by=signed_in(info),
            language=info.context.language(input.language),
        )

    @mutation(UpdateActionResult, "Changes an action, or turns what was asked for into one.")
    def update_action(self, info: Info, input: inputs.UpdateActionInput) -> models.Action:
        action = action_to(info, Operation.UPDATE_ACTION, input.action_id)
        changes = actions.ActionChanges(
            title=input.title,
            domain=input.domain,
            due_on=input.due_on or None,
            clears_day=input.due_on is None,
            status=models.Action.Status(input.status) if input.status else None,
            owner_ids=None if input.owner_ids is None else uuids_of(input.owner_ids, "Person", "ownerIds"),
            measure=input.measure,
            reason=input.reason,
            went_well=input.went_well,
        )
        return actions.update_action(action, changes, by=signed_in(info), expected_version=input.expected_version)

    @mutation(CompleteActionResult, "Ticks an action off.")
    def complete_action(self, info: Info, input: inputs.CompleteActionInput) -> models.Action:
        action = action_to(info, Operation.COMPLETE_ACTION, input.action_id)
        return actions.complete_action(action, by=signed_in(info), went_well=input.went_well or "")

    @mutation(AddGoalResult, "Adds what the young person wants.")
    def add_goal(self, info: Info, input: inputs.AddGoalInput) -> models.Goal:
        return goals.add_goal(
            plan_to(info, Operation.ADD_GOAL, input.plan_id),
            words=input.words,
            domain=input.domain or "",
            contingency=input.contingency or "",
            term=models.Goal.Term(input.term),
            wanted_by=input.wanted_by,
            by=signed_in(info),
            language=info.context.language(input.language),
        )

    @mutation(AddCommentResult, "Adds words, which stay as they were written.")
    def add_comment(self, info: Info, input: inputs.AddCommentInput) -> models.Comment:
        return comments.add_comment(
            plan_to(info, Operation.ADD_COMMENT, input.plan_id),
            body=input.body,
            part=input.part or "",
            goal=goal_for(info, input.goal_id) if input.goal_id else None,
            action=action_for(info, input.action_id) if input.action_id else None,
            in_answer_to=comment_for(info, input.in_answer_to) if input.in_answer_to else None,
            audience=models.Comment.Audience(input.audience) if input.audience else None,
            kind=models.Comment.Kind(input.kind),
            by=signed_in(info),
            language=info.context.language(input.language),
        )

    @mutation(RequestReviewResult, "Asks for the next review: any time, by the young person too.")
    def request_review(self, info: Info, input: inputs.RequestReviewInput) -> models.Plan:
        return reviewing.request_review(plan_to(info, Operation.REQUEST_REVIEW, input.plan_id), by=signed_in(info))

    @mutation(SubmitPlanResult, "Hands the plan to the practice supervisor for a check, or else to the manager.")
    def submit_plan(self, info: Info, input: inputs.SubmitPlanInput) -> models.Plan:
        return signing_off.submit_plan(
            plan_to(info, Operation.SUBMIT_PLAN, input.plan_id),
            by=signed_in(info),
            override_reason=input.override_reason or "",
            expected_version=input.expected_version,
        )

    @mutation(ReturnPlanResult, "Sends the plan back to the worker, with reasons by section.")
    def return_plan(self, info: Info, input: inputs.ReturnPlanInput) -> models.Plan:
        plan = plan_to(info, Operation.RETURN_PLAN, input.plan_id)
        return returning.return_plan(
            plan,
            by=signed_in(info),
            reason=input.reason,
            sections=inputs.missing_from(input.sections),
            expected_version=input.expected_version,
        )

    @mutation(AuthorisePlanResult, "Puts the plan in force. Never by somebody who handed it in or wrote it.")
    def authorise_plan(self, info: Info, input: inputs.AuthorisePlanInput) -> models.Plan:
        plan = plan_to(info, Operation.AUTHORISE_PLAN, input.plan_id)
        return signing_off.authorise_plan(plan, by=signed_in(info), expected_version=input.expected_version)

    @mutation(RecordAttemptResult, "Records a try to do the plan together.")
    def record_attempt(self, info: Info, input: inputs.RecordAttemptInput) -> models.Attempt:
        return contacts.record_attempt(
            plan_to(info, Operation.RECORD_ATTEMPT, input.plan_id),
            channel=models.Attempt.Channel(input.channel),
            outcome=input.outcome,
            on=input.on,
            reached=input.reached,
            by=signed_in(info),
        )
