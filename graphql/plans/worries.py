"""Turning a worry into a goal in one step."""

from datetime import date
from typing import Annotated
from uuid import UUID

import strawberry

from leavingwell.graphql.access import action_for, may
from leavingwell.graphql.context import Info
from leavingwell.graphql.ids import uuids_of
from leavingwell.graphql.mutations import mutation, signed_in
from leavingwell.graphql.plans.calls import check_in_for
from leavingwell.graphql.plans.goals import Goal, GoalTerm
from leavingwell.graphql.plans.mutations import plan_to
from leavingwell.graphql.problems import Problems
from leavingwell.platform.access.operations import Operation
from leavingwell.platform.plans import models
from leavingwell.platform.plans.services import worries
from leavingwell.platform.problems import invalid, not_found

TurnIntoGoalResult = Annotated[Goal | Problems, strawberry.union("TurnIntoGoalResult")]


@strawberry.input(description="Where a goal comes from: exactly one of them.")
class WorryInput:
    action_id: strawberry.ID | None = strawberry.field(
        default=None, description="A wish for help, `DRAFT` on the list. It becomes the first step, which is needed."
    )
    check_in_id: strawberry.ID | None = strawberry.field(default=None, description="One that the viewer may see.")
    question_code: str | None = strawberry.field(
        default=None, description="A question of the plan's checklist. A wish that waits there becomes the first step."
    )
    area: str | None = strawberry.field(default=None, description="A domain's code.")


@strawberry.input
class FirstStepInput:
    title: str
    owner_ids: list[strawberry.ID] = strawberry.field(default_factory=list, description="None: the viewer.")
    due_on: date | None = None


@strawberry.input
class TurnIntoGoalInput:
    plan_id: strawberry.ID
    worry: WorryInput = strawberry.field(name="from")
    words: str = strawberry.field(description="What the young person wants, in their words.")
    step: FirstStepInput | None = None
    domain: str | None = strawberry.field(default=None, description="A domain's code. None: that of the worry.")
    contingency: str | None = strawberry.field(default=None, description="What happens if this does not work.")
    term: GoalTerm = models.Goal.Term.SHORT
    wanted_by: date | None = None
    language: str | None = strawberry.field(
        default=None, description="Of what is typed now. Words left as the young person said them keep theirs."
    )
    expected_version: int | None = strawberry.field(default=None, description="Of the wish.")
    request_id: UUID | None = None


def of_this_plan(plan: models.Plan, young_person_id: object, field: str) -> None:
    if plan.young_person_id != young_person_id:
        raise not_found(field)


def wish_of(info: Info, plan: models.Plan, given: str) -> worries.Worry:
    wish = action_for(info, given, "from.actionId")
    of_this_plan(plan, wish.plan.young_person_id, "from.actionId")
    may(info, Operation.UPDATE_ACTION, plan.young_person)
    return worries.about_wish(wish)


def worry_from(info: Info, plan: models.Plan, given: WorryInput) -> worries.Worry:
    """Raises INVALID where not exactly one of them is given, NOT_FOUND for one that is not of this plan."""
    if sum(map(bool, (given.action_id, given.check_in_id, given.question_code, given.area))) != 1:
        raise invalid("Give exactly one: actionId, checkInId, questionCode or area.", "from")
    if given.action_id:
        return wish_of(info, plan, given.action_id)
    if given.check_in_id:
        check_in = check_in_for(info, given.check_in_id, "from.checkInId")
        of_this_plan(plan, check_in.young_person_id, "from.checkInId")
        return worries.about_check_in(check_in)
    if given.question_code:
        return worries.about_question(plan, given.question_code)
    return worries.about_area(given.area or "")


def step_from(given: FirstStepInput) -> worries.FirstStep:
    return worries.FirstStep(given.title, uuids_of(given.owner_ids, "Person", "step.ownerIds"), given.due_on)


@strawberry.type
class WorriesMutation:
    @mutation(TurnIntoGoalResult, "Makes a goal of a wish for help, a check-in, a question or an area, with a step.")
    def turn_into_goal(self, info: Info, input: TurnIntoGoalInput) -> models.Goal:
        plan = plan_to(info, Operation.ADD_GOAL, input.plan_id)
        if input.step:
            may(info, Operation.ADD_ACTION, plan.young_person)
        return worries.turn_into_goal(
            plan,
            worry_from(info, plan, input.worry),
            words=input.words,
            step=step_from(input.step) if input.step else None,
            domain=input.domain,
            contingency=input.contingency or "",
            term=models.Goal.Term(input.term),
            wanted_by=input.wanted_by,
            by=signed_in(info),
            language=info.context.language(input.language),
            expected_version=input.expected_version,
        )
