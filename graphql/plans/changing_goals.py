"""Changing a goal, finishing it, and taking it up again."""

from datetime import date
from enum import Enum
from typing import Annotated
from uuid import UUID

import strawberry

from leavingwell.graphql.access import goal_for, may
from leavingwell.graphql.context import Info
from leavingwell.graphql.mutations import mutation, signed_in
from leavingwell.graphql.plans.goals import Goal, GoalTerm
from leavingwell.graphql.problems import Problems
from leavingwell.platform.access.operations import Operation
from leavingwell.platform.plans import models
from leavingwell.platform.plans.services.finishing_goals import drop_goal, reach_goal, reopen_goal
from leavingwell.platform.plans.services.goals import GoalChanges, update_goal

UpdateGoalResult = Annotated[Goal | Problems, strawberry.union("UpdateGoalResult")]
FinishGoalResult = Annotated[Goal | Problems, strawberry.union("FinishGoalResult")]
ReopenGoalResult = Annotated[Goal | Problems, strawberry.union("ReopenGoalResult")]


@strawberry.enum(description="How a goal ends.")
class GoalEnd(Enum):
    REACHED = "reached"
    DROPPED = "dropped"


@strawberry.input(description="What is left out stays as it is.")
class UpdateGoalInput:
    goal_id: strawberry.ID
    words: str | None = strawberry.field(
        default=None, description="For whoever wrote them and for the young person; others write a comment."
    )
    domain: str | None = strawberry.field(default=None, description="A domain's code; empty: none.")
    contingency: str | None = strawberry.field(default=None, description="What happens if this does not work.")
    term: GoalTerm | None = None
    wanted_by: date | None = strawberry.field(default=strawberry.UNSET, description="Null: no day any more.")
    language: str | None = strawberry.field(default=None, description="Of new words.")
    expected_version: int | None = None
    request_id: UUID | None = None


@strawberry.input
class FinishGoalInput:
    goal_id: strawberry.ID
    end: GoalEnd
    because: str | None = strawberry.field(
        default=None, description="What went well with it; or why it is dropped, which is needed."
    )
    expected_version: int | None = None
    request_id: UUID | None = None


@strawberry.input
class ReopenGoalInput:
    goal_id: strawberry.ID
    expected_version: int | None = None
    request_id: UUID | None = None


def goal_to(info: Info, operation: Operation, given: str) -> models.Goal:
    goal = goal_for(info, given)
    may(info, operation, goal.plan.young_person)
    return goal


def changes_from(info: Info, given: UpdateGoalInput) -> GoalChanges:
    return GoalChanges(
        words=given.words,
        language=info.context.language(given.language),
        domain=given.domain,
        contingency=given.contingency,
        term=models.Goal.Term(given.term) if given.term else None,
        wanted_by=given.wanted_by or None,
        clears_day=given.wanted_by is None,
    )


@strawberry.type
class ChangingGoalsMutation:
    @mutation(UpdateGoalResult, "Changes a goal; its words only by whoever wrote them or the young person.")
    def update_goal(self, info: Info, input: UpdateGoalInput) -> models.Goal:
        goal = goal_to(info, Operation.UPDATE_GOAL, input.goal_id)
        changes = changes_from(info, input)
        return update_goal(goal, changes, by=signed_in(info), expected_version=input.expected_version)

    @mutation(FinishGoalResult, "Notes that a goal is reached, or drops it for a reason.")
    def finish_goal(self, info: Info, input: FinishGoalInput) -> models.Goal:
        goal, by = goal_to(info, Operation.FINISH_GOAL, input.goal_id), signed_in(info)
        because, expected = input.because or "", input.expected_version
        if input.end == GoalEnd.REACHED:
            return reach_goal(goal, went_well=because, by=by, expected_version=expected)
        return drop_goal(goal, reason=because, by=by, expected_version=expected)

    @mutation(ReopenGoalResult, "Takes up again a goal that was reached or dropped.")
    def reopen_goal(self, info: Info, input: ReopenGoalInput) -> models.Goal:
        goal = goal_to(info, Operation.REOPEN_GOAL, input.goal_id)
        return reopen_goal(goal, by=signed_in(info), expected_version=input.expected_version)
