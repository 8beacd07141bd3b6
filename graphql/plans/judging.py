"""What somebody found who read an agreed plan to see how good it is. For those who judge it."""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

import strawberry
import strawberry_django
from strawberry import relay

from leavingwell.graphql.access import review_to
from leavingwell.graphql.context import Info
from leavingwell.graphql.mutations import mutation, signed_in
from leavingwell.graphql.problems import Problems
from leavingwell.platform.access.operations import Operation
from leavingwell.platform.access.permissions import visible
from leavingwell.platform.plans import models
from leavingwell.platform.plans.services.judging import PointNote, judge_quality

QualityPoint = models.QualityNote.Point
strawberry.enum(QualityPoint, name="QualityPoint", description="Something that a good plan has.")
QualityOutcome = models.QualityJudgement.Outcome
strawberry.enum(QualityOutcome, name="QualityOutcome", description="How good an agreed plan is.")
JudgeQualityResult = Annotated["QualityJudgement | Problems", strawberry.union("JudgeQualityResult")]


@strawberry.type(description="What was said about one point.")
class QualityNote:
    point: QualityPoint
    note: str


@strawberry_django.type(
    models.QualityJudgement, name="QualityJudgement", description="What somebody found who read an agreed plan."
)
class QualityJudgement(relay.Node):
    id: relay.NodeID[str]
    outcome: QualityOutcome
    at: datetime

    @strawberry_django.field(select_related=["by"], description="The name of whoever judged it.")
    def by(self, root: strawberry.Parent[models.QualityJudgement]) -> str:
        return root.by.name

    @strawberry_django.field(prefetch_related=["notes"], description="In the order of the points.")
    def notes(self, root: strawberry.Parent[models.QualityJudgement]) -> list[QualityNote]:
        said = {QualityPoint(one.point): one.note for one in root.notes.all()}
        return [QualityNote(point=point, note=said[point]) for point in QualityPoint if point in said]

    @classmethod
    def get_queryset(cls, queryset: Any, info: Info, **kwargs: Any) -> Any:
        return visible(queryset, info.context.viewer, Operation.JUDGE_QUALITY, "review__plan__young_person")


@strawberry.input
class QualityNoteInput:
    point: QualityPoint
    note: str


@strawberry.input
class JudgeQualityInput:
    review_id: strawberry.ID
    outcome: QualityOutcome
    notes: list[QualityNoteInput] = strawberry.field(
        default_factory=list, description="At least one for a plan that needs work; each point once at most."
    )
    request_id: UUID | None = None


@strawberry.type
class JudgingMutation:
    @mutation(JudgeQualityResult, "Keeps what was found by somebody who read an agreed plan, beside earlier findings.")
    def judge_quality(self, info: Info, input: JudgeQualityInput) -> models.QualityJudgement:
        review = review_to(info, Operation.JUDGE_QUALITY, input.review_id)
        notes = [PointNote(QualityPoint(one.point), one.note) for one in input.notes]
        return judge_quality(review, QualityOutcome(input.outcome), notes, by=signed_in(info))
