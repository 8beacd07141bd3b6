"""What a good plan has: of one plan, and of a few that are drawn by lot."""

from datetime import date, datetime

import strawberry

from leavingwell.graphql.context import Info
from leavingwell.graphql.errors import allowed_or_error
from leavingwell.graphql.ids import opaque, uuid_of
from leavingwell.graphql.mutations import signed_in
from leavingwell.graphql.plans.judging import QualityJudgement, QualityPoint
from leavingwell.graphql.sights import note
from leavingwell.platform.access.operations import CouncilOperation, Operation
from leavingwell.platform.access.permissions import visible
from leavingwell.platform.access.relations import CASE_TEAM
from leavingwell.platform.audit.seeing import Seen
from leavingwell.platform.people.models import Person
from leavingwell.platform.plans import quality, quality_sample
from leavingwell.platform.plans.authorship import may_judge
from leavingwell.platform.plans.models import Plan
from leavingwell.platform.plans.snapshots import snapshot_of
from leavingwell.platform.problems import not_found

Outcome = quality_sample.Outcome
FIRST_YEAR, LAST_YEAR = 2000, 2100


@strawberry.type(description="Whether a plan has it, as far as it can be seen from outside.")
class QualityAnswer:
    point: QualityPoint
    met: bool


@strawberry.type(description="One agreed version of a plan, as somebody looks at how good it is.")
class SampledPlan:
    review_id: strawberry.ID
    young_person_id: strawberry.ID
    preferred_name: str
    number: int
    authorised_at: datetime
    submitted_by: str = strawberry.field(description="The name of whoever handed it in; may be empty.")
    points: list[QualityAnswer]
    judgement: QualityJudgement | None = strawberry.field(description="The last one; null until somebody has read it.")
    may_judge: bool = strawberry.field(description="Nobody judges a plan that they wrote themselves.")


@strawberry.type(description="A few of the plans that were agreed in a month, drawn by lot.")
class QualitySample:
    month: date = strawberry.field(description="Its first day.")
    seed: int = strawberry.field(description="The same one draws the same plans again.")
    agreed: int = strawberry.field(description="How many there were to draw from.")
    good: int = strawberry.field(description="How many of them were judged so, when somebody last read them.")
    needs_work: int
    plans: list[SampledPlan]


def answers(points: dict[quality.Point, bool]) -> list[QualityAnswer]:
    return [QualityAnswer(point=point, met=met) for point, met in points.items()]


def sampled(one: quality_sample.Sampled, viewer: Person) -> SampledPlan:
    review = one.review
    return SampledPlan(
        review_id=opaque("Review", review.pk),
        young_person_id=opaque("YoungPerson", review.plan.young_person_id),
        preferred_name=review.plan.young_person.person.name,
        number=review.number,
        authorised_at=review.authorised_at,
        submitted_by=review.submitted_by.name if review.submitted_by else "",
        points=answers(one.points),
        judgement=one.judgement,
        may_judge=may_judge(review, viewer),
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
        return QualitySample(
            month=found.month,
            seed=found.seed,
            agreed=found.agreed,
            good=found.outcomes[Outcome.GOOD],
            needs_work=found.outcomes[Outcome.NEEDS_WORK],
            plans=[sampled(one, signed_in(info)) for one in found.plans],
        )

    @strawberry.field(description="One agreed version of a plan, drawn or not, for whoever judges it.")
    def sampled_plan(self, info: Info, review: strawberry.ID) -> SampledPlan | None:
        pk = uuid_of(review, "Review")
        found = quality_sample.sampled_one(info.context.viewer, pk) if pk else None
        if found is None:
            return None
        note(info.context, found.review.plan.young_person_id, Seen.PLAN)
        return sampled(found, signed_in(info))

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
