"""The sections of a plan to which a manager can point when sending it back."""

import strawberry

from leavingwell.graphql.context import Info
from leavingwell.platform.plans.sections import Group, sections

strawberry.enum(
    Group, name="PlanSectionGroup", description="A part of the plan, an area of life, or one of the ten matters."
)


@strawberry.type(description="A section of a plan.")
class PlanSection:
    code: str = strawberry.field(description="Empty: the whole plan.")
    title: str = strawberry.field(description="In the viewer's language, or the council's.")
    group: Group


@strawberry.type
class SectionsQuery:
    @strawberry.field(description="All sections, in the order of a plan.")
    def plan_sections(self, info: Info) -> list[PlanSection]:
        return [
            PlanSection(
                code=one.code,
                group=one.group,
                title=info.context.text(one.domain, "title").value if one.domain else str(one.title),
            )
            for one in sections()
        ]
