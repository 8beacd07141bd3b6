"""Checklists that were finished in the past, made without walking through them."""

from datetime import date, datetime, time
from typing import Any

from django.utils import timezone

from leavingwell.questionnaires.kinds import AnswerKind, Channel
from leavingwell.questionnaires.models import Answer, QuestionnaireVersion, Response
from leavingwell.questionnaires.services.publishing import latest_version

HEATING = "HOME-03"


def moment(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(12)))


def finished(
    young_person: Any, choice: str, on: date, *, version: QuestionnaireVersion | None = None, code: str = HEATING
) -> Response:
    """Somebody's checklist with one answer; it is their latest if they have none that is."""
    is_latest = not Response.objects.filter(young_person=young_person, is_latest=True).exists()
    response = Response.objects.create(
        young_person=young_person,
        questionnaire_version=version or latest_version("outcomes"),
        started_at=moment(on),
        submitted_at=moment(on),
        is_latest=is_latest,
    )
    own = young_person.person
    Answer.objects.create(
        response=response, question_code=code, kind=AnswerKind.ANSWERED, choice=choice,
        answered_by=own, typed_by=own, channel=Channel.ALONE, language="en", shown_text="?",
    )  # fmt: skip
    return response
