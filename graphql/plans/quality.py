"""What a good plan has: of one plan, and of a few that are drawn by lot."""

from datetime import date, datetime

import strawberry

from leavingwell.graphql.context import Info
from leavingwell.graphql.errors import allowed_or_error
from leavingwell.graphql.ids import opaque, uuid_of
from leavingwell.graphql.sights import note
from leavingwell.platform.access.operations import CouncilOperation, Operation
from leavingwell.platform.access.permissions import visible
from leavingwell.platform.access.relations import CASE_TEAM
from leavingwell.platform.audit.seeing import Seen
from leavingwell.platform.plans import quality, quality_sample
from leavingwell.platform.plans.models import Plan
from leavingwell.platform.plans.snapshots import snapshot_of
from leavingwell.platform.problems import not_found

QualityPoint = quality.Point
strawberry.enum(QualityPoint, name="QualityPoint", description="Something that a good plan has.")
FIRST_YEAR, LAST_YEAR = 2000, 2100


@strawberry.type(description="Whether a plan has it, as far as it can be seen from outside.")
class QualityAnswer:
    point: QualityPoint
    met: bool


@strawberry.type(description="One agreed version of a plan that was drawn.")
class SampledPlan:
    young_person_id: strawberry.ID
    preferred_name: str
    number: int
    authorised_at: datetime
    submitted_by: str = strawberry.field(description="The name of whoever handed it in; may be empty.")
    points: list[QualityAnswer]


@strawberry.type(description="A few of the plans that were agreed in a month, drawn by lot.")
class QualitySample:
    month: date = strawberry.field(description="Its first day.")
    seed: int = strawberry.field(description="The same one draws the same plans again.")
    agreed: int = strawberry.field(description="How many there were to draw from.")
    plans: list[SampledPlan]


def answers(points: dict[quality.Point, bool]) -> list[QualityAnswer]:
    return [QualityAnswer(point=point, met=met) for point, met in points.items()]


def sampled(one: quality_sample.Sampled) -> SampledPlan:
    review = one.review
    return SampledPlan(
        young_person_id=opaque("YoungPerson", review.plan.young_person_id),
        preferred_name=review.plan.young_person.person.name,
        number=review.number,
        authorised_at=review.authorised_at,
        submitted_by=review.submitted_by.name if review.submitted_by else "",
        points=answers(one.points),
    )


@strawberry.type
class QualityQuery:
    @strawberry.field(
        description="Five plans of the viewer's teams that were agreed in a month: of last month, unless one is named."
    )
    def quality_sample(self, info: Info, month: date | None = None, seed: int = 1) -> QualitySample:
        allowed_or_error(info, CouncilOperation.VIEW_CASELOAD)
        if month and not FIRST_YEAR <= month.year <= LAST_YEAR:
            raise not_found("month")
        found = quality_sample.quality_sample(info.context.viewer, month, seed)
        for one in found.plans:
            note(info.context, one.review.plan.young_person_id, Seen.PLAN)
        plans = [sampled(one) for one in found.plans]
        return QualitySample(month=found.month, seed=found.seed, agreed=found.agreed, plans=plans)

    @strawberry.field(
        description="What a plan has, as it stands now. Empty for whoever does not work with the young person."
    )
    def plan_quality(self, info: Info, plan: strawberry.ID) -> list[QualityAnswer]:
        viewer, pk = info.context.viewer, uuid_of(plan, "Plan")
        plans = Plan.objects.select_related("young_person", "review").filter(pk__in=[pk] if pk else [])
        found = visible(plans, viewer, Operation.VIEW_PLAN, "young_person", relations=CASE_TEAM).first()
        if found is None:
            return []
        note(info.context, found.young_person_id, Seen.PLAN)
        return answers(quality.quality_of(found, snapshot_of(found), has_copy=None))
