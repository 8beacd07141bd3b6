"""A questionnaire as it would be published now."""

from leavingwell.questionnaires.freezing import content_of, hash_of
from leavingwell.questionnaires.models import Questionnaire, QuestionnaireVersion
from leavingwell.questionnaires.ownership import own_over_national


def draft_of(code: str) -> QuestionnaireVersion | None:
    """An unsaved version, number 0, of the scope that is open; None for an unknown code."""
    rows = Questionnaire.objects.filter(code=code)
    questionnaire = own_over_national(rows, lambda row: row.code).get(code)
    if questionnaire is None:
        return None
    content = content_of(questionnaire)
    return QuestionnaireVersion(questionnaire=questionnaire, number=0, content=content, content_hash=hash_of(content))
