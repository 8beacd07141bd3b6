from datetime import date
from typing import Annotated
from uuid import UUID

import strawberry

from leavingwell.graphql.access import may, plan_for
from leavingwell.graphql.context import Info
from leavingwell.graphql.mutations import mutation, signed_in
from leavingwell.graphql.plans.matters import Matter, PlanMatter
from leavingwell.graphql.problems import Problems
from leavingwell.platform.access.operations import Operation
from leavingwell.platform.plans import models
from leavingwell.platform.plans.services.matters import MatterWords, save_matter

SaveMatterResult = Annotated[PlanMatter | Problems, strawberry.union("SaveMatterResult")]


@strawberry.input(description="The whole matter as it shall stand. What is not known yet may stay empty.")
class SaveMatterInput:
    plan_id: strawberry.ID
    matter: Matter
    how: str | None = None
    by_when: date | None = None
    by_whom: str | None = None
    not_needed_reason: str | None = strawberry.field(default=None, description="Instead of the others.")
    language: str | None = None
    expected_version: int | None = strawberry.field(default=None, description="0 where nothing is written yet.")
    request_id: UUID | None = None


@strawberry.type
class MattersMutation:
    @mutation(SaveMatterResult, "Writes down how the plan meets one matter of Schedule 1.")
    def save_matter(self, info: Info, input: SaveMatterInput) -> models.PlanMatter:
        plan = plan_for(info, input.plan_id)
        may(info, Operation.SAVE_MATTER, plan.young_person)
        words = MatterWords(
            how=input.how or "",
            by_when=input.by_when,
            by_whom=input.by_whom or "",
            not_needed_reason=input.not_needed_reason or "",
        )
        return save_matter(
            plan,
            models.PlanMatter.Matter(input.matter),
            words,
            by=signed_in(info),
            language=info.context.language(input.language),
            expected_version=input.expected_version,
        )
