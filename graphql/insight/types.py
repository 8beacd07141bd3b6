from datetime import datetime
from enum import Enum
from typing import Any
from urllib.parse import urlencode

import strawberry
from django.urls import reverse

from leavingwell.graphql.context import Info
from leavingwell.graphql.ids import opaque
from leavingwell.graphql.insight.counts import ChoiceCount, Count, choice_counts, count_type
from leavingwell.graphql.insight.over_time import InsightPeriod, period_type
from leavingwell.graphql.mutations import signed_in
from leavingwell.graphql.questionnaires.published import Question
from leavingwell.graphql.sights import note
from leavingwell.platform.audit.seeing import Seen
from leavingwell.platform.insight import totals
from leavingwell.platform.insight.age_bands import AgeBand as Bands
from leavingwell.platform.insight.asked import Asked
from leavingwell.platform.insight.over_time import over_time
from leavingwell.platform.insight.who_wants_help import who_wants_help
from leavingwell.platform.people.models import YoungPerson

AgeBand = Bands
strawberry.enum(AgeBand, name="AgeBand", description="Young people by whole years of age.")


@strawberry.enum(description="A kind of file for a spreadsheet.")
class FiguresFormat(Enum):
    CSV = "csv"
    XLSX = "xlsx"


@strawberry.type(description="Somebody who wants help, for those who work with them.")
class WhoWantsHelp:
    young_person_id: strawberry.ID
    preferred_name: str


@strawberry.type(description="What was answered to one question.")
class QuestionInsight:
    question: Question
    total: int | None = strawberry.field(description="How many answered; null: hidden.")
    counts: list[ChoiceCount]
    wants_help: Count
    who: strawberry.Private[list[YoungPerson]]

    @strawberry.field(description="Of those who want help, the young people whose case team the viewer is in.")
    def who_wants_help(self, info: Info) -> list[WhoWantsHelp]:
        for one in self.who:
            note(info.context, one.pk, Seen.ANSWERS)
        return [
            WhoWantsHelp(young_person_id=opaque("YoungPerson", one.pk), preferred_name=one.person.name)
            for one in self.who
        ]


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
    asked: strawberry.Private[Asked]

    @strawberry.field(
        description=(
            "The last four half-years and now, oldest first; empty without a domain. Hidden is also what could be "
            "worked out by comparing them."
        )
    )
    def over_time(self, info: Info) -> list[InsightPeriod]:
        asked = self.asked
        if asked.domain is None:
            return []
        found = over_time(signed_in(info), domain=asked.domain, band=asked.band, team=asked.team)
        return [period_type(point) for point in found]

    @strawberry.field(description="Where to fetch the same figures as a file; the permission is checked there too.")
    def file_address(self, info: Info, format: FiguresFormat) -> str:
        address = reverse("insight_figures", args=[format.value])
        query = urlencode(self.asked.parameters)
        return str(info.context.request.build_absolute_uri(f"{address}?{query}" if query else address))


def insight_type(found: totals.Totals, asked: Asked, info: Info, as_of: datetime) -> Insight:
    plans: Any = found.plans
    who = who_wants_help(signed_in(info), [one.question["code"] for one in found.questions])
    return Insight(
        as_of=as_of,
        people=found.people,
        plans=PlanInsight(eligible=plans.eligible, current=plans.current, percent=plans.percent, target=plans.target),
        questions=[
            QuestionInsight(
                question=Question(source=one.question),
                total=one.total.count,
                counts=choice_counts(one.counts),
                wants_help=count_type(one.wants_help),
                who=who.get(one.question["code"], []),
            )
            for one in found.questions
        ],
        asked=asked,
    )
