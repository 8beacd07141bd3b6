"""How the plan gets on: what is next, who owes what, how far each goal is, and what went well."""

from collections.abc import Callable, Collection, Sequence
from datetime import datetime
from typing import Any

import strawberry
from django.db.models import QuerySet

from leavingwell.graphql.connections import check_size
from leavingwell.graphql.context import Info
from leavingwell.graphql.ids import opaque
from leavingwell.graphql.people.person import Person
from leavingwell.graphql.plans.goals import Action
from leavingwell.graphql.plans.read_already import goals_read, steps_read
from leavingwell.graphql.plans.relations import relations_of
from leavingwell.graphql.selected import asked_at
from leavingwell.platform.access.relations import READS_THE_CASE, Relation
from leavingwell.platform.plans import going_well, models, progress
from leavingwell.platform.plans.together import for_each, of_each, put_together
from leavingwell.platform.plans.visibility import visible_actions, visible_goals

Turn = progress.Turn
strawberry.enum(Turn, name="Turn", description="Whose move it is, as the viewer sees it.")
WentWellKind = going_well.Kind
strawberry.enum(WentWellKind, name="WentWellKind", description="What it was.")
ALL_ACTIONS = "actions_to_see"
ALONG = {"domain": "domain", "addedBy": "added_by", "doneBy": "done_by"}  # rows that hang on an action


@strawberry.type(description="Something to do next.")
class NextStep:
    action: Action
    turn: Turn
    late: bool = strawberry.field(description="Its day has passed.")


@strawberry.type(description="How far a goal is: its steps. What two share counts for both.")
class GoalProgress:
    goal_id: strawberry.ID
    done: int
    open: int
    stuck: int
    yours: int = strawberry.field(description="Of those to do, how many wait for the viewer.")
    theirs: int = strawberry.field(description="Of those to do, how many wait for others.")
    late: int
    next: NextStep | None


@strawberry.type(description="What somebody has to do. What two share counts for both.")
class Owed:
    person: Person
    open: int
    stuck: int
    late: int
    next: NextStep


@strawberry.type(description="Something that went well.")
class WentWell:
    kind: WentWellKind
    what: str = strawberry.field(description="The goal, the action or the news.")
    said: str = strawberry.field(description="What went well with it; may be empty.")
    language: str
    at: datetime
    by: Person | None


def fetched(plan: models.Plan, name: str, rows_of: Callable[[Sequence[models.Plan]], "QuerySet[Any]"]) -> Sequence[Any]:
    """Once an answer for each plan, as its fields share them, and for all plans that were read with it."""

    def read(plans: Sequence[models.Plan]) -> list[list[Any]]:
        rows = put_together(list(rows_of(plans)))
        return of_each([one.pk for one in plans], rows, lambda row: row.plan_id)

    return for_each(plan, name, read)


def actions_of(plan: models.Plan, info: Info) -> Sequence[models.Action]:
    def rows_of(plans: Sequence[models.Plan]) -> "QuerySet[models.Action]":
        rows = models.Action.objects.filter(plan__in=plans).select_related("domain", "added_by", "done_by")
        return visible_actions(rows.prefetch_related("owners"), info.context.viewer)

    return fetched(plan, ALL_ACTIONS, rows_of)


def to_do_of(plan: models.Plan, info: Info, asked: Collection[str]) -> Sequence[models.Action]:
    """What is to do, with its owners and with what `asked` names of it; of all, where another field has fetched all."""
    kept: Sequence[models.Action] | None = getattr(plan, ALL_ACTIONS, None)
    if kept is not None:
        return [action for action in kept if action.status in progress.TO_DO]
    along = [path for field, path in ALONG.items() if field in asked]

    def rows_of(plans: Sequence[models.Plan]) -> "QuerySet[models.Action]":
        rows = models.Action.objects.filter(plan__in=plans, status__in=progress.TO_DO).prefetch_related("owners")
        # Without a name Django would join all that hangs on an action.
        return visible_actions(rows.select_related(*along) if along else rows, info.context.viewer)

    return fetched(plan, "_with_".join(["to_do", *along]), rows_of)


def goals_of(plan: models.Plan, info: Info) -> Sequence[models.Goal]:
    """Every goal here was let through by `visible_goals`, which notes the viewer's relations on each."""

    def rows_of(plans: Sequence[models.Plan]) -> "QuerySet[models.Goal]":
        goals = models.Goal.objects.filter(plan__in=plans).select_related("added_by")
        return visible_goals(goals, info.context.viewer)

    there = goals_read(plan)
    return fetched(plan, "goals_to_see", rows_of) if there is None else there


def step_type(one: progress.NextStep) -> NextStep:
    action: Any = one.action
    return NextStep(action=action, turn=one.turn, late=one.late)


def progress_type(one: progress.GoalProgress) -> GoalProgress:
    return GoalProgress(
        goal_id=opaque("Goal", one.goal.pk),
        done=one.done,
        open=one.open,
        stuck=one.stuck,
        yours=one.yours,
        theirs=one.theirs,
        late=one.late,
        next=step_type(one.next) if one.next else None,
    )


def owed_type(one: progress.Owed) -> Owed:
    person: Any = one.person
    return Owed(person=person, open=one.open, stuck=one.stuck, late=one.late, next=step_type(one.next))


def went_well_type(one: going_well.WentWell) -> WentWell:
    by: Any = one.by
    return WentWell(kind=one.kind, what=one.what, said=one.said, language=one.language, at=one.at, by=by)


def goal_progress_of(plan: models.Plan, info: Info) -> list[GoalProgress]:
    goals = goals_of(plan, info)
    steps = steps_read(goals, info)
    found = progress.goal_progress(goals, actions_of(plan, info) if steps is None else steps, info.context.viewer)
    return [progress_type(one) for one in found]


def next_steps_of(plan: models.Plan, info: Info, first: int, *, yours: bool) -> list[NextStep]:
    check_size("first", first)
    steps = progress.what_is_next(to_do_of(plan, info, asked_at(info, "action")), info.context.viewer)
    return [step_type(one) for one in steps if not yours or one.turn != Turn.THEIRS][:first]


def owed_on(plan: models.Plan, info: Info) -> list[Owed]:
    steps = to_do_of(plan, info, asked_at(info, "next", "action"))
    return [owed_type(one) for one in progress.owed(steps, info.context.viewer)]


def went_well_on(plan: models.Plan, info: Info) -> list[WentWell]:
    if not plan.young_person.celebrates or not (READS_THE_CASE | {Relation.SELF}) & relations_of(plan, info):
        return []
    viewer = info.context.viewer
    found = for_each(plan, "went_well", lambda plans: going_well.what_went_well(plans, viewer))
    return [went_well_type(one) for one in found]
