import strawberry

from leavingwell.graphql.context import Info
from leavingwell.graphql.questionnaires.types import Questionnaire, QuestionVariant, questionnaire_type
from leavingwell.platform.problems import Problems
from leavingwell.questionnaires import kinds
from leavingwell.questionnaires.models import Questionnaire as QuestionnaireRow
from leavingwell.questionnaires.services.publishing import latest_version


@strawberry.type
class QuestionnairesQuery:
    @strawberry.field(description="The questionnaires that this council publishes.")
    def questionnaires(self, info: Info, language: str | None = None) -> list[Questionnaire]:
        codes = QuestionnaireRow.objects.filter(versions__isnull=False).values_list("code", flat=True).distinct()
        return [questionnaire_type(latest_version(code), language) for code in codes]

    @strawberry.field(description="A questionnaire as this council has published it; null for an unknown code.")
    def questionnaire(
        self,
        info: Info,
        code: str,
        language: str | None = None,
        variant: QuestionVariant | None = None,
    ) -> Questionnaire | None:
        try:
            version = latest_version(code)
        except Problems:
            return None
        return questionnaire_type(version, language, variant or kinds.Variant.STANDARD)
