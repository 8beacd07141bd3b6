from leavingwell.questionnaires.models.answer import Answer, AnswerRevision
from leavingwell.questionnaires.models.arrangement import DomainArrangement, QuestionArrangement
from leavingwell.questionnaires.models.bank_question import BankQuestion
from leavingwell.questionnaires.models.check_in import CheckIn, CheckInRevision
from leavingwell.questionnaires.models.choice import Choice
from leavingwell.questionnaires.models.choice_label import ChoiceLabel
from leavingwell.questionnaires.models.domain import Domain
from leavingwell.questionnaires.models.indicator import Indicator
from leavingwell.questionnaires.models.proposal import Proposal
from leavingwell.questionnaires.models.question_media import QuestionMedia
from leavingwell.questionnaires.models.questionnaire import Questionnaire
from leavingwell.questionnaires.models.recording import Recording
from leavingwell.questionnaires.models.remark import Remark
from leavingwell.questionnaires.models.response import Response
from leavingwell.questionnaires.models.rules import QuestionnaireRules
from leavingwell.questionnaires.models.survey import Survey
from leavingwell.questionnaires.models.survey_answer import SurveyAnswer
from leavingwell.questionnaires.models.survey_invitation import SurveyInvitation
from leavingwell.questionnaires.models.version import QuestionnaireVersion
from leavingwell.questionnaires.models.wording import Wording

__all__ = [
    "Answer",
    "AnswerRevision",
    "BankQuestion",
    "CheckIn",
    "CheckInRevision",
    "Choice",
    "ChoiceLabel",
    "Domain",
    "DomainArrangement",
    "Indicator",
    "Proposal",
    "QuestionArrangement",
    "QuestionMedia",
    "Questionnaire",
    "QuestionnaireRules",
    "QuestionnaireVersion",
    "Recording",
    "Remark",
    "Response",
    "Survey",
    "SurveyAnswer",
    "SurveyInvitation",
    "Wording",
]
