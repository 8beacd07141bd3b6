"""How the plan gets on: what is next, who owes what, how far each goal is, and what went well."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import strawberry
from django.db.models import Model, QuerySet

from leavingwell.graphql.connections import check_size
from leavingwell.graphql.context import Info
from leavingwell.graphql.ids import opaque
from leavingwell.graphql.people.person import Person
from leavingwell.graphql.plans.goals import Action
from leavingwell.graphql.plans.relations import relations_of
from leavingwell.graphql.plans.words import TOGETHER
from leavingwell.platform.access.permissions import RELATIONS
from leavingwell.platform.access.relations import READS_THE_CASE, Relation
from leavingwell.platform.plans import going_well, models, progress
from leavingwell.platform.plans.visibility import visible_actions, visible_comments, visible_goals

Turn = progress.Turn
strawberry.enum(Turn, name="Turn", description="Whose move it is, as the viewer sees it.")
WentWellKind = going_well.Kind
strawberry.enum(WentWellKind, name="WentWellKind", description="What it was.")


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


def together(rows: Sequence[Any]) -> Sequence[Any]:
    """So that what hangs on them can be fetched for all at once."""
    for row in rows:
        setattr(row, TOGETHER, rows)
    return rows


def fetched(plan: Model, name: str, rows: Any) -> Sequence[Any]:
    """Once an answer for each plan: the fields of one plan share them."""
    kept: Sequence[Any] | None = getattr(plan, name, None)
    if kept is None:
        kept = together(list(rows))
        setattr(plan, name, kept)
    return kept


def actions_of(plan: models.Plan, info: Info) -> Sequence[models.Action]:
    rows = plan.actions.select_related("domain", "added_by", "done_by").prefetch_related("owners")
    return fetched(plan, "actions_to_see", visible_actions(rows, info.context.viewer))


def told_actions_of(plan: models.Plan, info: Info) -> Sequence[models.Action]:
    """At least those of which somebody said what went well: all, where another field has fetched all."""
    done = plan.actions.filter(status=models.Action.Status.DONE).exclude(went_well="").select_related("done_by")
    kept: Sequence[models.Action] | None = getattr(plan, "actions_to_see", None)
    return list(visible_actions(done, info.context.viewer)) if kept is None else kept


def read_already(plan: models.Plan) -> list[models.Goal] | None:
    """The goals that the document's own field has read for this viewer, with those who added them."""
    goals: QuerySet[models.Goal] = plan.goals.all()
    found: list[models.Goal] | None = goals._result_cache  # what was prefetched
    writer = models.Goal._meta.get_field("added_by")
    if found is None or not all(hasattr(goal, RELATIONS) and writer.is_cached(goal) for goal in found):
        return None
    return list(found)


def goals_of(plan: models.Plan, info: Info) -> Sequence[models.Goal]:
    """Every goal here was let through by `visible_goals`, which notes the viewer's relations on each."""
    there = read_already(plan)
    if there is not None:
        return fetched(plan, "goals_to_see", there)
    return fetched(plan, "goals_to_see", visible_goals(plan.goals.select_related("added_by"), info.context.viewer))


def news_of(plan: models.Plan, info: Info) -> Sequence[models.Comment]:
    news = models.Comment.objects.filter(plan=plan, kind=models.Comment.Kind.GOOD_NEWS).select_related("author")
    return fetched(plan, "news_to_see", visible_comments(news, info.context.viewer))


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
    found = progress.goal_progress(goals_of(plan, info), actions_of(plan, info), info.context.viewer)
    return [progress_type(one) for one in found]


def next_steps_of(plan: models.Plan, info: Info, first: int) -> list[NextStep]:
    check_size("first", first)
    return [step_type(one) for one in progress.what_is_next(actions_of(plan, info), info.context.viewer)[:first]]


def owed_on(plan: models.Plan, info: Info) -> list[Owed]:
    return [owed_type(one) for one in progress.owed(actions_of(plan, info), info.context.viewer)]


def went_well_on(plan: models.Plan, info: Info) -> list[WentWell]:
    if not plan.young_person.celebrates or not (READS_THE_CASE | {Relation.SELF}) & relations_of(plan, info):
        return []
    found = going_well.what_went_well(goals_of(plan, info), told_actions_of(plan, info), news_of(plan, info))
    return [went_well_type(one) for one in found]
