"""Goals, and what there is to do."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated, Any

import strawberry
import strawberry_django
from strawberry import relay

from leavingwell.graphql.context import Info
from leavingwell.graphql.ids import opaque
from leavingwell.graphql.operation import Operation
from leavingwell.graphql.people.person import Person
from leavingwell.graphql.plans.hints import Hint, hint_types
from leavingwell.graphql.plans.relations import relations_of
from leavingwell.graphql.plans.translated_words import Translated
from leavingwell.graphql.plans.words import Thread, comments_to_see, threads_of
from leavingwell.graphql.questionnaires.published import Domain, domain_of_row
from leavingwell.graphql.why_not import DESCRIPTION as WHY_NOT
from leavingwell.graphql.why_not import WhyNotNow, why_not_of
from leavingwell.platform.access.operations import Operation as Op
from leavingwell.platform.access.permissions import allowed
from leavingwell.platform.plans import models
from leavingwell.platform.plans.permissions import on_action, on_goal
from leavingwell.platform.plans.services.goals import may_change_contingency, may_change_words
from leavingwell.platform.plans.smart import hints_of
from leavingwell.platform.plans.visibility import visible_actions, visible_goals

if TYPE_CHECKING:
    from leavingwell.graphql.content.offers import Offer

ActionStatus = models.Action.Status
strawberry.enum(ActionStatus, name="ActionStatus", description="Where an action stands.")
GoalState = models.Goal.State
strawberry.enum(GoalState, name="GoalState", description="Where a goal stands.")
GoalTerm = models.Goal.Term
strawberry.enum(GoalTerm, name="GoalTerm", description="Whether a goal is for soon or for later.")
WORDS = comments_to_see()


@strawberry_django.type(models.Action, name="Action", description="One thing to do, by whom and by when.")
class Action(relay.Node):
    id: relay.NodeID[str]
    title: str
    language: str
    measure: str = strawberry_django.field(description="How one knows that it is done.")
    status: ActionStatus
    reason: str = strawberry_django.field(description="Why it is stuck or was dropped.")
    went_well: str = strawberry_django.field(description="What went well, once it is done.")
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

    @strawberry_django.field(description="The goal that it is a step of.")
    def goal_id(self, root: strawberry.Parent[models.Action]) -> strawberry.ID | None:
        return opaque("Goal", root.goal_id) if root.goal_id else None

    @strawberry_django.field(description="Something of the local offer that it is about; null also when it is gone.")
    def offer(
        self, root: strawberry.Parent[models.Action], info: Info
    ) -> Annotated["Offer", strawberry.lazy("leavingwell.graphql.content.offers")] | None:
        found: Any = info.context.known_offers.get(root.offer) if root.offer else None
        return found

    @strawberry_django.field(prefetch_related="owners", description="What would make it clearer. Nobody must follow.")
    def hints(self, root: strawberry.Parent[models.Action]) -> list[Hint]:
        return hint_types(hints_of(root))

    @strawberry_django.field(prefetch_related=WORDS, description="What people say about it.")
    def threads(self, root: strawberry.Parent[models.Action], info: Info) -> list[Thread]:
        return threads_of(root, info, WORDS)

    @strawberry_django.field(description="What the viewer may do to it now.")
    def permissions(self, root: strawberry.Parent[models.Action], info: Info) -> list[Operation]:
        return on_action(root, relations_of(root, info)).allowed

    @strawberry_django.field(description=WHY_NOT)
    def why_not(self, root: strawberry.Parent[models.Action], info: Info) -> list[WhyNotNow]:
        return why_not_of(on_action(root, relations_of(root, info)))

    @classmethod
    def get_queryset(cls, queryset: Any, info: Info, **kwargs: Any) -> Any:
        return visible_actions(queryset, info.context.viewer)


@strawberry_django.type(models.Goal, name="Goal", description="What the young person wants, in their words.")
class Goal(Translated, relay.Node):
    id: relay.NodeID[str]
    words: str
    language: str
    contingency: str = strawberry_django.field(description="What happens if this does not work.")
    term: GoalTerm
    wanted_by: date | None
    state: GoalState
    finished_at: datetime | None
    finished_because: str = strawberry_django.field(description="What went well, or why it was dropped.")
    added_by: Person = strawberry_django.field(description="Who wrote the words down.")
    added_at: datetime
    actions: list[Action]
    version: int = strawberry_django.field(description="Send it back as `expectedVersion`.")

    @strawberry_django.field(select_related="domain")
    def domain(self, root: strawberry.Parent[models.Goal]) -> Domain | None:
        return domain_of_row(root.domain) if root.domain else None

    @strawberry_django.field(
        select_related="plan__young_person", description="Whether the words are the viewer's to change."
    )
    def may_change_words(self, root: strawberry.Parent[models.Goal], info: Info) -> bool:
        return Op.UPDATE_GOAL in allowed(relations_of(root, info)) and may_change_words(root, info.context.viewer)

    @strawberry_django.field(
        select_related="plan__young_person",
        description="Whether what happens if it does not work is the viewer's to change. Ask for it of one goal.",
    )
    def may_change_contingency(self, root: strawberry.Parent[models.Goal], info: Info) -> bool:
        viewer = info.context.viewer
        return Op.UPDATE_GOAL in allowed(relations_of(root, info)) and may_change_contingency(root, viewer)

    @strawberry_django.field(prefetch_related=WORDS, description="What people say about it.")
    def threads(self, root: strawberry.Parent[models.Goal], info: Info) -> list[Thread]:
        return threads_of(root, info, WORDS)

    @strawberry_django.field(description="What the viewer may do to it now.")
    def permissions(self, root: strawberry.Parent[models.Goal], info: Info) -> list[Operation]:
        return on_goal(root, relations_of(root, info)).allowed

    @strawberry_django.field(description=WHY_NOT)
    def why_not(self, root: strawberry.Parent[models.Goal], info: Info) -> list[WhyNotNow]:
        return why_not_of(on_goal(root, relations_of(root, info)))

    @classmethod
    def get_queryset(cls, queryset: Any, info: Info, **kwargs: Any) -> Any:
        return visible_goals(queryset, info.context.viewer)
