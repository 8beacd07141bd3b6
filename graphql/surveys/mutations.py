from typing import Annotated

import strawberry

from leavingwell.graphql.access import one
from leavingwell.graphql.context import Info
from leavingwell.graphql.ids import required_uuid
from leavingwell.graphql.mutations import mutation, signed_in
from leavingwell.graphql.problems import Problems
from leavingwell.graphql.surveys.inputs import AnswerSurveyInput, DeclineSurveyInput, given_answer
from leavingwell.graphql.surveys.types import SurveyInvitation
from leavingwell.questionnaires import kinds
from leavingwell.questionnaires import models as rows
from leavingwell.questionnaires.services.survey_answers import answer_survey, decline_survey

AnswerSurveyResult = Annotated[SurveyInvitation | Problems, strawberry.union("AnswerSurveyResult")]
DeclineSurveyResult = Annotated[SurveyInvitation | Problems, strawberry.union("DeclineSurveyResult")]


def invitation_for(info: Info, given: str) -> rows.SurveyInvitation:
    """Raises NOT_FOUND for anything but an invitation of the viewer's own."""
    own = rows.SurveyInvitation.objects.filter(young_person__person=signed_in(info))
    found: rows.SurveyInvitation = one(own, required_uuid(given, "SurveyInvitation", "surveyId"), "surveyId")
    return found


@strawberry.type
class SurveysMutation:
    @mutation(AnswerSurveyResult, "Answers a short survey, once. What is left out is skipped.")
    def answer_survey(self, info: Info, input: AnswerSurveyInput) -> rows.SurveyInvitation:
        return answer_survey(
            invitation_for(info, input.survey_id),
            [given_answer(answer) for answer in input.answers],
            by=signed_in(info),
            language=info.context.language(input.language),
            variant=kinds.Variant(input.variant) if input.variant else kinds.Variant.STANDARD,
        )

    @mutation(DeclineSurveyResult, "Says no to a short survey. Nobody is told.")
    def decline_survey(self, info: Info, input: DeclineSurveyInput) -> rows.SurveyInvitation:
        return decline_survey(invitation_for(info, input.survey_id), by=signed_in(info))
