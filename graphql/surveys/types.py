from datetime import date, datetime
from typing import Any

import strawberry
import strawberry_django
from strawberry import relay

from leavingwell.graphql.context import Info
from leavingwell.graphql.insight.counts import ChoiceCount, Count, count_type
from leavingwell.graphql.questionnaires.published import Question, QuestionVariant, choice_type
from leavingwell.graphql.text import LocalizedText, text_type
from leavingwell.platform.insight import surveys as insight
from leavingwell.questionnaires import kinds, models


@strawberry_django.type(
    models.SurveyInvitation, name="SurveyInvitation", description="A short survey that the viewer is asked to answer."
)
class SurveyInvitation(relay.Node):
    id: relay.NodeID[str]
    answered_at: datetime | None
    declined_at: datetime | None

    @strawberry_django.field(select_related="survey")
    def title(
        self, root: strawberry.Parent[models.SurveyInvitation], info: Info, language: str | None = None
    ) -> LocalizedText:
        return text_type(info.context.text(root.survey, "title", language))

    @strawberry_django.field(select_related="survey", description="Why we ask.")
    def intro(
        self, root: strawberry.Parent[models.SurveyInvitation], info: Info, language: str | None = None
    ) -> LocalizedText:
        return text_type(info.context.text(root.survey, "intro", language))

    @strawberry_django.field(select_related="survey", description="The last day to answer.")
    def closes_on(self, root: strawberry.Parent[models.SurveyInvitation]) -> date:
        return root.survey.closes_on

    @strawberry_django.field(select_related="survey", description="As they were when it was sent.")
    def questions(
        self,
        root: strawberry.Parent[models.SurveyInvitation],
        language: str | None = None,
        variant: QuestionVariant | None = None,
    ) -> list[Question]:
        version: Any = root.survey.questionnaire_version
        content, shown = version.reading, variant or kinds.Variant.STANDARD
        return [
            Question(source=content.question(code), variant=shown, asked=language)
            for code in root.survey.question_codes
        ]

    @classmethod
    def get_queryset(cls, queryset: Any, info: Info, **kwargs: Any) -> Any:
        """The young person's own alone: nobody else is told who answered."""
        return queryset.filter(young_person__person=info.context.viewer) if info.context.viewer else queryset.none()


@strawberry.type(description="What was answered to one question of a survey.")
class SurveyQuestionResult:
    question: Question
    total: Count
    counts: list[ChoiceCount]


@strawberry.type(description="What a closed survey came to, with numbers of 1 to 5 hidden.")
class SurveyResult:
    row: strawberry.Private[models.Survey]
    closed_on: date
    asked: Count
    answered: Count
    questions: list[SurveyQuestionResult]

    @strawberry.field
    def title(self, info: Info) -> LocalizedText:
        return text_type(info.context.text(self.row, "title"))


def question_result(found: insight.SurveyQuestionTotals) -> SurveyQuestionResult:
    return SurveyQuestionResult(
        question=Question(source=found.question),
        total=count_type(found.total),
        counts=[
            ChoiceCount(choice=choice_type(choice), count=told.count, suppressed=told.suppressed)
            for choice, told in found.counts
        ],
    )


def survey_result(found: insight.SurveyTotals) -> SurveyResult:
    return SurveyResult(
        row=found.survey,
        closed_on=found.survey.closes_on,
        asked=count_type(found.asked),
        answered=count_type(found.answered),
        questions=[question_result(question) for question in found.questions],
    )
