from leavingwell.questionnaires.models.answer import Answer, AnswerRevision
from leavingwell.questionnaires.models.check_in import CheckIn
from leavingwell.questionnaires.models.choice_label import ChoiceLabel
from leavingwell.questionnaires.models.domain import Domain
from leavingwell.questionnaires.models.indicator import Indicator
from leavingwell.questionnaires.models.questionnaire import Questionnaire
from leavingwell.questionnaires.models.response import Response
from leavingwell.questionnaires.models.version import QuestionnaireVersion
from leavingwell.questionnaires.models.wording import Wording

__all__ = [
    "Answer",
    "AnswerRevision",
    "CheckIn",
    "ChoiceLabel",
    "Domain",
    "Indicator",
    "Questionnaire",
    "QuestionnaireVersion",
    "Response",
    "Wording",
]
