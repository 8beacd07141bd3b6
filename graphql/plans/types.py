from collections.abc import Callable, Iterable
from datetime import date, datetime
from typing import Any

import strawberry
import strawberry_django
from django.db.models import BooleanField, Value
from strawberry import relay

from leavingwell.graphql.connections import Connection
from leavingwell.graphql.context import Info
from leavingwell.graphql.ids import with_id
from leavingwell.graphql.operation import Operation
from leavingwell.graphql.people.person import Person
from leavingwell.graphql.people.types import YoungPerson
from leavingwell.graphql.plans.as_agreed import PlanThen, as_agreed_of
from leavingwell.graphql.plans.goals import Action, ActionStatus, Goal
from leavingwell.graphql.plans.lists import ACTIONS, COMMENTS, ActionOrder, actions_of, comments_of
from leavingwell.graphql.plans.many_plans import response_on
from leavingwell.graphql.plans.matters import Completeness, Elsewhere, PlanMatter
from leavingwell.graphql.plans.over_time import StateThen, state_over_time_of
from leavingwell.graphql.plans.phases import Change, Phase
from leavingwell.graphql.plans.progress import (
    GoalProgress,
    NextStep,
    Owed,
    WentWell,
    goal_progress_of,
    next_steps_of,
    owed_on,
    to_do_of,
    went_well_on,
)
from leavingwell.graphql.plans.relations import may_see_matters, relations_of
from leavingwell.graphql.plans.reviews import PlanStatus, Review, WritingWithout, writing_without_type
from leavingwell.graphql.plans.said import SaysInAnswers
from leavingwell.graphql.plans.summary import Summary, summary_type
from leavingwell.graphql.plans.words import Comment, Thread, comments_to_see, threads_of
from leavingwell.graphql.questionnaires.published import Domain
from leavingwell.graphql.questionnaires.types import Response
from leavingwell.graphql.why_not import DESCRIPTION as WHY_NOT
from leavingwell.graphql.why_not import WhyNotNow, why_not_of
from leavingwell.platform.access import operations
from leavingwell.platform.access.permissions import Viewer, visible
from leavingwell.platform.access.relations import CASE_TEAM
from leavingwell.platform.plans import models
from leavingwell.platform.plans.authorship import WROTE_IT, wrote
from leavingwell.platform.plans.completeness import completeness
from leavingwell.platform.plans.last_agreed import AGREED, last_agreed, last_agreed_on
from leavingwell.platform.plans.last_part import TOOK_PART, TRIED, took_part, tried
from leavingwell.platform.plans.permissions import on_plan
from leavingwell.platform.plans.state_of_play import state_of_play
from leavingwell.platform.plans.threads import unread_by
from leavingwell.platform.plans.together import reading_together
from leavingwell.platform.plans.visibility import sees_state_of_play
from leavingwell.platform.plans.writing_without import tries_of

WORDS = comments_to_see(about_the_plan=True)
AROUND = ("review__response", "young_person__team", "young_person__person")  # what `on_plan` reads, and whose it is


def for_staff(make: Callable[[Viewer], Any]) -> Callable[[Info], Any]:
    """Nothing for others: what only the worker or who signs is asked, is not worked out for a young person."""
    return lambda info: make(info.context.viewer) if info.context.is_staff else Value(None, BooleanField())


LAST_PART: dict[str, Any] = {
    TOOK_PART: for_staff(lambda viewer: took_part()),
    TRIED: for_staff(lambda viewer: tried()),
}
WHO_TOOK_PART: dict[str, Any] = {**LAST_PART, WROTE_IT: for_staff(wrote)}  # `on_plan` reads it too


PlanKind = models.Plan.Kind
strawberry.enum(PlanKind, name="PlanKind", description="The whole plan, or the slim one from 21.")


@strawberry.type(description="How one area of life stands.")
class Standing:
    domain: Domain
    phase: Phase
    change: Change | None
    answered: int
    applicable: int


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


@strawberry_django.type(models.Plan, name="Plan", description="A young person's one living pathway plan.")
class Plan(SaysInAnswers, relay.Node):
    id: relay.NodeID[str]
    young_person: YoungPerson
    kind: PlanKind
    review: Review | None = strawberry_django.field(description="The latest.")
    reviews: list[Review] = strawberry_django.field(description="Newest first.")
    goals: list[Goal]
    current_until: date | None = strawberry_django.field(description="The plan in force must be reviewed by this day.")
    attempts: list[Attempt]
    matters: list[PlanMatter] = strawberry_django.field(
        description="The matters of Schedule 1 that something is written about. Empty for supporters."
    )

    @strawberry_django.connection(Connection[Action], description=ACTIONS)
    def actions(
        self,
        root: strawberry.Parent[models.Plan],
        info: Info,
        statuses: list[ActionStatus] | None = None,
        with_words: bool = False,
        order: ActionOrder = ActionOrder.ADDED,
    ) -> Iterable[models.Action]:
        return actions_of(root, info, statuses, with_words=with_words, order=order)

    @strawberry_django.connection(Connection[Comment], description=COMMENTS)
    def comments(
        self, root: strawberry.Parent[models.Plan], info: Info, part: str | None = None, answers: bool = True
    ) -> Iterable[models.Comment]:
        return comments_of(root, info, part, answers=answers)

    @strawberry_django.field(
        prefetch_related="matters", description="How far it covers the matters of Schedule 1; null for supporters."
    )
    def completeness(self, root: strawberry.Parent[models.Plan], info: Info) -> Completeness | None:
        if not may_see_matters(root, info):
            return None
        return Completeness(source=completeness(root, info.context.plan_rules), elsewhere=Elsewhere(root))

    @strawberry_django.field(
        select_related="review",
        prefetch_related="attempts",
        annotate=LAST_PART,
        description="For the case team: whether it may be written without the young person, and what is still to try.",
    )
    def writing_without(self, root: strawberry.Parent[models.Plan], info: Info) -> WritingWithout | None:
        if not CASE_TEAM & relations_of(root, info):
            return None
        return writing_without_type(tries_of(root, info.context.plan_rules))

    @strawberry_django.field(select_related="review")
    def status(self, root: strawberry.Parent[models.Plan]) -> PlanStatus:
        return PlanStatus(root.status)

    @strawberry_django.field(
        select_related=AROUND,
        prefetch_related="young_person__team",
        annotate=WHO_TOOK_PART,
        description="What the viewer may do to it now.",
    )
    def permissions(self, root: strawberry.Parent[models.Plan], info: Info) -> list[Operation]:
        return on_plan(root, info.context.viewer, relations_of(root, info)).allowed

    @strawberry_django.field(
        select_related=AROUND, prefetch_related="young_person__team", annotate=WHO_TOOK_PART, description=WHY_NOT
    )
    def why_not(self, root: strawberry.Parent[models.Plan], info: Info) -> list[WhyNotNow]:
        return why_not_of(on_plan(root, info.context.viewer, relations_of(root, info)))

    @strawberry_django.field(select_related="review__response", description="The checklist of the latest review.")
    def response(self, root: strawberry.Parent[models.Plan], info: Info) -> Response | None:
        found: Any = response_on(root, info, Response)
        return found

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

    @strawberry.field(
        description="How the areas stood each time that the questions were finished, oldest first, and how they stand "
        "now."
    )
    def state_over_time(
        self, root: strawberry.Parent[models.Plan], info: Info, language: str | None = None
    ) -> list[StateThen]:
        return state_over_time_of(root, info, language)

    @strawberry.field(description="All of it as it was agreed at the review of this number; null for any other.")
    def as_agreed(
        self, root: strawberry.Parent[models.Plan], info: Info, number: int, language: str | None = None
    ) -> PlanThen | None:
        return as_agreed_of(root, number, info, language)

    @strawberry_django.field(
        annotate={AGREED: lambda info: last_agreed()},
        description="When it was last signed by a manager; null before the first time.",
    )
    def last_agreed_at(self, root: strawberry.Parent[models.Plan]) -> datetime | None:
        return last_agreed_on(root)

    @strawberry_django.field(description="One of its goals.")
    def goal(self, root: strawberry.Parent[models.Plan], info: Info, id: strawberry.ID) -> Goal | None:
        return with_id(root.goals.all(), id, "Goal")

    @strawberry_django.field(description="One thing on the to-do list.")
    def action(self, root: strawberry.Parent[models.Plan], info: Info, id: strawberry.ID) -> Action | None:
        return with_id(root.actions.all(), id, "Action")

    @strawberry_django.field(
        prefetch_related=WORDS,
        description="What people say about the plan and its areas; goals and actions have their own.",
    )
    def threads(self, root: strawberry.Parent[models.Plan], info: Info) -> list[Thread]:
        return threads_of(root, info, WORDS)

    @strawberry_django.field(
        annotate={"unread_here": lambda info: info.context.unread_comments},
        description="How many comments, also on goals and actions, the viewer has not read yet.",
    )
    def unread_comments(self, root: strawberry.Parent[models.Plan], info: Info) -> int:
        counted: int | None = getattr(root, "unread_here", None)
        return unread_by(root.comments.all(), info.context.viewer).count() if counted is None else counted

    @strawberry.field(description="How far each goal is, in the order of `goals`.")
    def goal_progress(self, root: strawberry.Parent[models.Plan], info: Info) -> list[GoalProgress]:
        return goal_progress_of(root, info)

    @strawberry.field(
        description="What is to do, the soonest first: what can be done before what is stuck. `yours` leaves only what "
        "waits for the viewer."
    )
    def what_is_next(
        self, root: strawberry.Parent[models.Plan], info: Info, first: int = 3, yours: bool = False
    ) -> list[NextStep]:
        return next_steps_of(root, info, first, yours=yours)

    @strawberry.field(description="How many things there are to do, with what is stuck.")
    def to_do(self, root: strawberry.Parent[models.Plan], info: Info) -> int:
        return len(to_do_of(root, info, ()))

    @strawberry.field(description="Who owes what: the viewer first, then by name.")
    def owed(self, root: strawberry.Parent[models.Plan], info: Info) -> list[Owed]:
        return owed_on(root, info)

    @strawberry_django.field(
        select_related="young_person",
        description="What went well, latest first; empty unless the young person wants it told, and for supporters.",
    )
    def went_well(self, root: strawberry.Parent[models.Plan], info: Info) -> list[WentWell]:
        return went_well_on(root, info)

    @strawberry.field(description="How the latest checklist looks; null while there is none.")
    def summary(self, root: strawberry.Parent[models.Plan], info: Info, language: str | None = None) -> Summary | None:
        return summary_type(root, info, language)

    @classmethod
    def get_queryset(cls, queryset: Any, info: Info, **kwargs: Any) -> Any:
        plans = visible(queryset, info.context.viewer, operations.Operation.VIEW_PLAN, "young_person")
        return reading_together(plans)
