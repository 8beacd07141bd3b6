"""The ten matters of Schedule 1, and how far a plan covers them. For the owner and the case team."""

from datetime import date, datetime
from functools import cached_property
from typing import Any

import strawberry
import strawberry_django
from strawberry import relay

from leavingwell.graphql.context import Info
from leavingwell.graphql.people.person import Person
from leavingwell.platform.access.operations import Operation
from leavingwell.platform.access.permissions import visible
from leavingwell.platform.plans import models
from leavingwell.platform.plans.completeness import Completeness as Found
from leavingwell.platform.plans.completeness import Standing
from leavingwell.platform.plans.mentions import Mentions, mentions

Matter = models.PlanMatter.Matter
strawberry.enum(Matter, name="Matter", description="A matter of Schedule 1, in its order.")


@strawberry_django.type(
    models.PlanMatter, name="PlanMatter", description="How a plan meets one matter: how, by when and by whom."
)
class PlanMatter(relay.Node):
    id: relay.NodeID[str]
    matter: Matter
    how: str
    by_when: date | None
    by_whom: str
    not_needed_reason: str = strawberry_django.field(description="Why nothing is needed, where that is so.")
    language: str
    changed_by: Person
    changed_at: datetime
    version: int = strawberry_django.field(description="Send it back as `expectedVersion`.")

    @strawberry_django.field(only=["matter"], description="What the matter is called, in the viewer's language.")
    def title(self, root: strawberry.Parent[models.PlanMatter]) -> str:
        return str(Matter(root.matter).label)

    @classmethod
    def get_queryset(cls, queryset: Any, info: Info, **kwargs: Any) -> Any:
        return visible(queryset, info.context.viewer, Operation.VIEW_MATTERS, "plan__young_person")


class Elsewhere:
    """What else in a plan speaks to its matters, worked out once when somebody asks."""

    def __init__(self, plan: models.Plan) -> None:
        self.plan = plan

    @cached_property
    def by_matter(self) -> dict[int, Mentions]:
        return mentions(self.plan)


@strawberry.type(description="Something in the plan that speaks to a matter too, in the words of the plan.")
class Mention:
    text: str
    language: str


def mention(text: str, language: str) -> Mention:
    return Mention(text=text, language=language)


@strawberry.type(description="How one matter stands.")
class MatterStanding:
    source: strawberry.Private[Standing]
    elsewhere: strawberry.Private[Elsewhere]

    @strawberry.field
    def matter(self) -> Matter:
        return self.source.matter

    @strawberry.field(description="In the viewer's language.")
    def title(self) -> str:
        return str(self.source.matter.label)

    @strawberry.field(description="False where this kind of plan is not asked for it.")
    def asked(self) -> bool:
        return self.source.asked

    @strawberry.field(description="It says how, by when and by whom, or why nothing is needed.")
    def covered(self) -> bool:
        return self.source.covered

    @strawberry.field(description="`how`, `byWhen` or `byWhom`: what is still to be said.")
    def missing(self) -> list[str]:
        names = {"how": "how", "by_when": "byWhen", "by_whom": "byWhom"}
        return [names[part] for part in self.source.missing]

    @strawberry.field(description="Open goals that speak to it.")
    def goals(self) -> list[Mention]:
        return [mention(goal.words, goal.language) for goal in self.about.goals]

    @strawberry.field(description="What is on the to-do list about it.")
    def actions(self) -> list[Mention]:
        return [mention(action.title, action.language) for action in self.about.actions]

    @strawberry.field(description="How many questions of the latest checklist are about it.")
    def questions(self) -> int:
        return self.about.questions

    @strawberry.field(description="How many of these have an answer.")
    def answered(self) -> int:
        return self.about.answered

    @property
    def about(self) -> Mentions:
        return self.elsewhere.by_matter[int(self.source.matter)]


@strawberry.type(description="How far a plan covers the matters of Schedule 1.")
class Completeness:
    source: strawberry.Private[Found]
    elsewhere: strawberry.Private[Elsewhere]

    @strawberry.field(description="Of those that are asked for.")
    def covered(self) -> int:
        return self.source.covered

    @strawberry.field(description="How many this kind of plan is asked for: ten, or three of a slim plan.")
    def asked(self) -> int:
        return self.source.asked

    @strawberry.field(description="How many the council wants covered before a plan is handed in.")
    def needed(self) -> int:
        return self.source.needed

    @strawberry.field(description="Whether it can be handed in without a reason.")
    def enough(self) -> bool:
        return self.source.enough

    @strawberry.field(description="Asked for and not covered yet.")
    def missing(self) -> list[Matter]:
        return self.source.missing

    @strawberry.field(description="All ten, in the order of the Schedule.")
    def matters(self) -> list[MatterStanding]:
        return [MatterStanding(source=one, elsewhere=self.elsewhere) for one in self.source.standings]
