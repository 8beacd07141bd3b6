"""Who was told of the answers of the last days after which somebody is told. Nobody has seen it yet."""

from leavingwell.platform.plans.caseload import ALERT_DAYS, since
from leavingwell.platform.plans.models import SafetyNotice
from leavingwell.platform.plans.services.telling import reason_of, write_notices
from leavingwell.platform.plans.whom_to_tell import whom_to_tell
from leavingwell.questionnaires.content import Content
from leavingwell.questionnaires.models import Answer


def store_notices() -> None:
    told = Answer.objects.filter(tells_a_person=True, response__is_latest=True, answered_at__gte=since(ALERT_DAYS))
    for answer in told.select_related("response__questionnaire_version", "response__young_person", "typed_by"):
        young_person = answer.response.young_person
        people = whom_to_tell(young_person, duty=True, manager=False)
        reason = reason_of(answer, Content(answer.response.questionnaire_version.content))
        write_notices(answer, reason, people, young_person, answer.typed_by)
        SafetyNotice.objects.filter(answer=answer).update(sent_at=answer.answered_at)
