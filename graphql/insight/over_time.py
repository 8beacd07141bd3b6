"""The totals of earlier half-years, beside those of now."""

from datetime import date

import strawberry

from leavingwell.graphql.insight.counts import ChoiceCount, Count, choice_counts
from leavingwell.graphql.plans.phases import Phase
from leavingwell.graphql.questionnaires.published import Question
from leavingwell.platform.insight import over_time


@strawberry.type(description="How many young people stand so in an area.")
class PhaseCount(Count):
    phase: Phase


@strawberry.type(description="What was answered to one question in one half-year.")
class QuestionThen:
    question: Question
    total: int | None = strawberry.field(description="How many answered; null: hidden.")
    counts: list[ChoiceCount]


@strawberry.type(description="A half-year: in it counts the last checklist that each young person finished.")
class InsightPeriod:
    starts_on: date | None = strawberry.field(description="Null: now, and `questions` of the insight says the rest.")
    ends_on: date | None = strawberry.field(description="The last day; null: now.")
    total: int | None = strawberry.field(description="How many young people are counted; null: hidden.")
    phases: list[PhaseCount] = strawberry.field(description="How they stand in the area.")
    questions: list[QuestionThen]


def question_then(found: over_time.QuestionThen) -> QuestionThen:
    counts = choice_counts(found.counts)
    return QuestionThen(question=Question(source=found.question), total=found.total.count, counts=counts)


def period_type(point: over_time.Point) -> InsightPeriod:
    return InsightPeriod(
        starts_on=point.period.starts_on if point.period else None,
        ends_on=point.period.ends_on if point.period else None,
        total=point.total.count,
        phases=[PhaseCount(phase=phase, count=told.count, suppressed=told.suppressed) for phase, told in point.phases],
        questions=[question_then(one) for one in point.questions],
    )
