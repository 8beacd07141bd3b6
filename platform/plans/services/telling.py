"""Telling a person the same day, after an answer that says that somebody may not be safe (domain.md 2F)."""

from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.audit.services import record
from leavingwell.platform.people.models import Person, YoungPerson
from leavingwell.platform.plans.letters import tell_by_email
from leavingwell.platform.plans.models import SafetyNotice
from leavingwell.platform.plans.whom_to_tell import As, whom_to_tell
from leavingwell.platform.problems import wrong_state
from leavingwell.questionnaires.content import Content
from leavingwell.questionnaires.models import Answer, Response
from leavingwell.questionnaires.models.rules import rules
from leavingwell.questionnaires.values import said, value_of

Reason = SafetyNotice.Reason


def tell_after(response: Response, questions: Sequence[str], young_person: YoungPerson, *, by: Person) -> None:
    """Tells those who are to be told of the answers just saved, once for each. Inside the save's transaction."""
    telling = just_told(response, questions)
    if not telling:
        return
    set_up = rules()
    people = whom_to_tell(young_person, duty=set_up.tell_duty, manager=set_up.tell_manager)
    content = Content(response.questionnaire_version.content)
    for answer in telling:
        write_notices(answer, reason_of(answer, content), people, young_person, by)
    tell_by_email(people, young_person.council)


def just_told(response: Response, questions: Sequence[str]) -> list[Answer]:
    """The telling answers of this save. Who only adds words to one that told already tells nobody again."""
    rows = response.answers.filter(
        question_code__in=questions, tells_a_person=True, saved_in_version=response.version
    ).prefetch_related("safety_notices", "revisions")
    return [answer for answer in rows if is_new(answer)]


def is_new(answer: Answer) -> bool:
    notices = answer.safety_notices.all()
    if any(notice.saved_in_version == answer.saved_in_version for notice in notices):
        return False
    before = list(answer.revisions.all())[-1:]
    return not any(value_of(earlier) == value_of(answer) for earlier in before)


def reason_of(answer: Answer, content: Content) -> Reason:
    told_at_once = content.question(answer.question_code)["tell_a_person"]
    return Reason.SAID if any(choice in told_at_once for choice in said(answer)) else Reason.SAID_TWICE


def write_notices(
    answer: Answer, reason: Reason, people: dict[Person, As], young_person: YoungPerson, by: Person
) -> None:
    SafetyNotice.objects.bulk_create(
        SafetyNotice(
            answer=answer,
            saved_in_version=answer.saved_in_version,
            young_person=young_person,
            recipient=person,
            told_as=told_as,
            reason=reason,
        )
        for person, told_as in people.items()
    )
    names = [person.name for person in people]
    told: dict[str, list[Any]] = {"question": [None, answer.question_code], "told": [None, names]}
    record("safety_notice.sent", answer, by=by, young_person_id=young_person.pk, changes=told)


@transaction.atomic
def see_safety_notice(notice: SafetyNotice, *, by: Person) -> SafetyNotice:
    """Notes that it was seen. Raises WRONG_STATE when it was seen before."""
    notice = SafetyNotice.objects.select_for_update(of=("self",)).get(pk=notice.pk)
    if notice.seen_at:
        raise wrong_state(_("Somebody has seen this already."))
    notice.seen_at, notice.seen_by = timezone.now(), by
    notice.save(update_fields=["seen_at", "seen_by"])
    record("safety_notice.seen", notice, by=by, young_person_id=notice.young_person_id)
    return notice
