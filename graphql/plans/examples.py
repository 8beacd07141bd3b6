"""Example plans of people who are made up. They hold nothing private, so anybody may read them."""

import strawberry

from leavingwell.graphql.context import Info
from leavingwell.graphql.plans.snapshots import (
    ActionThen,
    Areas,
    AttemptThen,
    GoalThen,
    MatterThen,
    Part,
    PartsThen,
    WordsThen,
    action_then,
    attempt_then,
    goal_then,
    matter_then,
    parts_then,
    words_then,
)
from leavingwell.graphql.questionnaires.published import domain_of_row
from leavingwell.platform.plans import models
from leavingwell.questionnaires.models import Domain


@strawberry.type(description="A best-practice plan of somebody made up. Always shown as an example.")
class ExamplePlan:
    content: strawberry.Private[Part]
    areas: strawberry.Private[Areas]
    code: str
    title: str
    about: str = strawberry.field(description="What it shows.")
    language: str

    @strawberry.field
    def goals(self) -> list[GoalThen]:
        return [goal_then(one, self.areas) for one in self.content.get("goals", ())]

    @strawberry.field
    def actions(self) -> list[ActionThen]:
        return [action_then(one, self.areas) for one in self.content.get("actions", ())]

    @strawberry.field
    def comments(self) -> list[WordsThen]:
        return [words_then(one) for one in self.content.get("comments", ())]

    @strawberry.field
    def matters(self) -> list[MatterThen]:
        return [matter_then(one) for one in self.content.get("matters", ())]

    @strawberry.field(description="The tries to reach the young person.")
    def attempts(self) -> list[AttemptThen]:
        return [attempt_then(one) for one in self.content.get("attempts", ())]

    @strawberry.field
    def parts(self) -> PartsThen:
        return parts_then(self.content.get("parts", {}))

    @strawberry.field
    def written_without(self) -> bool:
        return bool(self.content.get("review", {}).get("written_without"))

    @strawberry.field(description="Why it was written without the young person.")
    def written_without_reason(self) -> str:
        return str(self.content.get("review", {}).get("written_without_reason", ""))


@strawberry.type
class ExamplesQuery:
    @strawberry.field(description="Best-practice plans of people who are made up, to look at.")
    def example_plans(self, info: Info) -> list[ExamplePlan]:
        areas = {domain.code: domain_of_row(domain) for domain in Domain.objects.all()}
        return [
            ExamplePlan(
                content=row.content,
                areas=areas,
                code=row.code,
                title=row.title,
                about=row.about,
                language=row.content.get("language", "en"),
            )
            for row in models.ExamplePlan.objects.all()
        ]
