"""What young people say about questions, and what the council answers."""

from dataclasses import dataclass

from django.db import transaction
from django.db.models import Count
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.audit.services import record
from leavingwell.platform.people.models import Person, YoungPerson
from leavingwell.platform.problems import Message, ProblemCode, invalid, not_allowed, not_found, refuse, wrong_state
from leavingwell.questionnaires.content import Content
from leavingwell.questionnaires.models import Remark, Response

LONGEST, LONGEST_REASON = 1000, 200


@dataclass(frozen=True)
class GivenRemark:
    question: str
    kind: Remark.Kind
    suggestion: str = ""


def checked(text: str, field: str, longest: int, empty: Message | None = None) -> str:
    """The text without outer spaces. Raises INVALID with the message `empty` when there is none, else TOO_LARGE."""
    text = text.strip()
    if empty and not text:
        raise invalid(empty, field)
    if len(text) > longest:
        raise refuse(ProblemCode.TOO_LARGE, _("Please keep this to %d characters.") % longest, field)
    return text


@transaction.atomic
def remark_on_question(young_person: YoungPerson, given: GivenRemark, *, by: Person, language: str) -> Remark:
    """About a question of their present checklist.

    Raises NOT_ALLOWED for anybody but the young person, NOT_FOUND for a question that they are not asked, TOO_LARGE.
    """
    if by.pk != young_person.person_id:
        raise not_allowed(_("Only the young person can say this."))
    response = Response.objects.filter(young_person=young_person, is_latest=True).first()
    if response is None or not Content(response.questionnaire_version.content).has(given.question):
        raise not_found("question")
    remark = Remark.objects.create(
        young_person=young_person,
        questionnaire_version_id=response.questionnaire_version_id,
        question_code=given.question,
        kind=given.kind,
        suggestion=checked(given.suggestion, "suggestion", LONGEST),
        language=language,
    )
    record("remark.made", remark, by=by, young_person_id=young_person.pk)
    return remark


def locked(remark: Remark) -> Remark:
    """The remark with its row locked: two editors at once come one after the other."""
    return Remark.objects.select_for_update(of=("self",)).get(pk=remark.pk)


@transaction.atomic
def close_remark(remark: Remark, answer: str, *, by: Person | None) -> Remark:
    """Answers it, for the young person to read. Raises INVALID without words, TOO_LARGE, WRONG_STATE when it is closed.

    The audit entry does not say whose remark it is: editors never know.
    """
    remark = locked(remark)
    if remark.answered_at:
        raise wrong_state(_("Somebody has answered this already."))
    empty = _("Write an answer first: the young person reads it.")
    remark.answer, remark.answered_by = checked(answer, "answer", LONGEST, empty), by
    remark.answered_at = timezone.now()
    remark.save(update_fields=["answer", "answered_by", "answered_at"])
    record("remark.closed", remark, by=by, changes={"answer": ["", remark.answer]})
    return remark


@transaction.atomic
def hide_words(remark: Remark, reason: str, *, by: Person | None) -> Remark:
    """Hides the words from editors; the row keeps them, and their writer sees them. Raises INVALID, TOO_LARGE."""
    remark = locked(remark)
    if remark.hidden_because:
        raise wrong_state(_("These words are hidden already."))
    remark.hidden_because = checked(reason, "reason", LONGEST_REASON, _("Say why the words should be hidden."))
    remark.save(update_fields=["hidden_because"])
    record("remark.hidden", remark, by=by, reason=remark.hidden_because)
    return remark


def open_remarks() -> dict[str, int]:
    """How many remarks wait for an answer, by question code; of the council whose scope is open. One query."""
    waiting = Remark.objects.filter(answered_at=None).order_by().values("question_code")
    return {row["question_code"]: row["number"] for row in waiting.annotate(number=Count("pk"))}
