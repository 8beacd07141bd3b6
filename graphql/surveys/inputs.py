from uuid import UUID

import strawberry

from leavingwell.graphql.questionnaires.published import QuestionVariant
from leavingwell.graphql.questionnaires.types import AnswerKind
from leavingwell.questionnaires import kinds
from leavingwell.questionnaires.services.answering import GivenAnswer


@strawberry.input(description="The answer to one question of a survey: a choice, several, or that there is none.")
class SurveyAnswerInput:
    question: str
    kind: AnswerKind | None = None
    choice: str | None = None
    choices: list[str] | None = None


@strawberry.input
class AnswerSurveyInput:
    survey_id: strawberry.ID = strawberry.field(description="Of the `SurveyInvitation`.")
    answers: list[SurveyAnswerInput]
    language: str | None = None
    variant: QuestionVariant | None = None
    request_id: UUID | None = None


@strawberry.input
class DeclineSurveyInput:
    survey_id: strawberry.ID = strawberry.field(description="Of the `SurveyInvitation`.")
    request_id: UUID | None = None


def given_answer(answer: SurveyAnswerInput) -> GivenAnswer:
    return GivenAnswer(
        question=answer.question,
        kind=kinds.AnswerKind(answer.kind) if answer.kind else None,
        choice=answer.choice,
        choices=answer.choices,
    )
