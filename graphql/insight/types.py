from datetime import datetime
from typing import Any

import strawberry

from leavingwell.graphql.questionnaires.published import Choice, Question, choice_type
from leavingwell.platform.insight import totals
from leavingwell.platform.insight.age_bands import AgeBand as Bands

AgeBand = Bands
strawberry.enum(AgeBand, name="AgeBand", description="Young people by whole years of age.")


@strawberry.type(description="A number, or that it is hidden because it is small.")
class Count:
    count: int | None
    suppressed: bool


@strawberry.type(description="How many gave one answer.")
class ChoiceCount(Count):
    choice: Choice


@strawberry.type(description="What was answered to one question.")
class QuestionInsight:
    question: Question
    total: int | None = strawberry.field(description="How many answered; null: hidden.")
    counts: list[ChoiceCount]
    wants_help: Count


@strawberry.type(description="Plans in force.")
class PlanInsight:
    eligible: int | None = strawberry.field(description="Young people who should have a plan; null: hidden.")
    current: int | None = strawberry.field(description="Those whose plan is in force; null: hidden.")
    percent: int | None = strawberry.field(description="Whole per cent; never made from hidden parts.")
    target: int


@strawberry.type(description="What the council's young people say, with numbers of 1 to 5 hidden.")
class Insight:
    as_of: datetime
    people: int | None
    plans: PlanInsight
    questions: list[QuestionInsight]


def count_type(told: totals.Told) -> Count:
    return Count(count=told.count, suppressed=told.suppressed)


def question_type(found: totals.QuestionTotals) -> QuestionInsight:
    return QuestionInsight(
        question=Question(source=found.question),
        total=found.total.count,
        counts=[
            ChoiceCount(choice=choice_type(choice), count=told.count, suppressed=told.suppressed)
            for choice, told in found.counts
        ],
        wants_help=count_type(found.wants_help),
    )


def insight_type(found: totals.Totals, as_of: datetime) -> Insight:
    plans: Any = found.plans
    return Insight(
        as_of=as_of,
        people=found.people,
        plans=PlanInsight(eligible=plans.eligible, current=plans.current, percent=plans.percent, target=plans.target),
        questions=[question_type(one) for one in found.questions],
    )
