"""Saving the answers of one sitting: all of them or none, each with its history."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.audit.services import record
from leavingwell.platform.people.models import Person
from leavingwell.platform.problems import Problem, ProblemCode, Problems, wrong_state
from leavingwell.questionnaires.conditions import Values
from leavingwell.questionnaires.content import Content
from leavingwell.questionnaires.kinds import AnswerKind, Channel, Variant
from leavingwell.questionnaires.models import Answer, AnswerRevision, QuestionnaireVersion, Response
from leavingwell.questionnaires.services import checks
from leavingwell.questionnaires.services.merging import differs, merged
from leavingwell.questionnaires.values import FIELDS, field_of, said, values_of
from leavingwell.translations.localised import council_chain

KEPT = (
    "kind",
    *FIELDS,
    "comment",
    "worker_note",
    "wants_help",
    "channel",
    "language",
    "variant",
    "with_interpreter",
    "shown_text",
    "answered_at",
)


@dataclass(frozen=True)
class GivenAnswer:
    """What came in for one question. None leaves a part as it is; the value stands in the field of its type."""

    question: str
    kind: AnswerKind | None = None
    choice: str | None = None
    choices: Sequence[str] | None = None
    number: Decimal | None = None
    day: date | None = None
    text: str | None = None
    comment: str | None = None
    worker_note: str | None = None
    wants_help: bool | None = None


@dataclass(frozen=True)
class Sitting:
    """Who sat where, and in which words: the provenance of each answer."""

    answered_by: Person
    typed_by: Person
    channel: Channel
    language: str
    variant: Variant = Variant.STANDARD
    with_interpreter: bool = False


def start_response(young_person: Any, version: QuestionnaireVersion) -> Response:
    """A fresh checklist in the given version; it is the young person's latest from now on."""
    Response.objects.filter(young_person=young_person, is_latest=True).update(is_latest=False)
    return Response.objects.create(young_person=young_person, questionnaire_version=version)


def revision_of(answer: Answer) -> AnswerRevision:
    kept = {name: getattr(answer, name) for name in KEPT}
    return AnswerRevision(answer=answer, answered_by_id=answer.answered_by_id, typed_by_id=answer.typed_by_id, **kept)


def written(answer: Answer, given: GivenAnswer, sitting: Sitting, content: Content, version: int) -> Answer:
    """`answer` with what was given laid over it; not saved."""
    question = content.question(given.question)
    answer.kind, value = merged(given, answer if answer.kind else None)
    if value["text"] != answer.text:
        answer.text_typed_by = sitting.typed_by if value["text"] else None
    for name, part in value.items():
        setattr(answer, name, part)
    if given.comment is not None and given.comment != answer.comment:
        answer.comment, answer.comment_typed_by = given.comment, sitting.typed_by
    if given.worker_note is not None and given.worker_note != answer.worker_note:
        answer.worker_note, answer.worker_note_by = given.worker_note, sitting.typed_by
    answer.wants_help = answer.wants_help if given.wants_help is None else given.wants_help
    answer.tells_a_person = tells_a_person(answer, question)
    answer.answered_by, answer.typed_by, answer.channel = sitting.answered_by, sitting.typed_by, sitting.channel
    answer.language, answer.variant = sitting.language, sitting.variant
    answer.with_interpreter = sitting.with_interpreter
    languages = council_chain(sitting.language, answer.response.council)  # as the API shows it
    answer.shown_text = content.text(question, "text", sitting.variant, sitting.language, languages).value
    answer.answered_at, answer.saved_in_version = timezone.now(), version
    return answer


def tells_a_person(answer: Answer, question: Mapping[str, Any]) -> bool:
    """Whether somebody is told the same day, after this answer or after its having been said twice in a row."""
    told = any(choice in question["tell_a_person"] for choice in said(answer))
    return told or (answer.choice in question["tell_if_repeated"] and answer.choice == said_before(answer))


def said_before(answer: Answer) -> str | None:
    """The choice at the young person's checklist before this one."""
    response = answer.response
    earlier = Answer.objects.filter(
        response__young_person_id=response.young_person_id,
        response__started_at__lt=response.started_at,
        question_code=answer.question_code,
    )
    return earlier.order_by("-response__started_at").values_list("choice", flat=True).first()


def check_open(response: Response) -> None:
    if response.complete:
        raise wrong_state(_("This checklist is finished. Its answers can change at the next review."))


@transaction.atomic
def save_answers(
    response: Response, given: Sequence[GivenAnswer], sitting: Sitting, expected_version: int | None = None
) -> Response:
    """Saves the answers and returns the response with its version counted up.

    Raises `Problems` with one problem for each fault, the field being `answers.<place>.<part>`; then nothing is saved.
    STALE_VERSION names an answer that somebody else changed after `expected_version`, unless what they made of it is
    just what is given: then there is nothing to overwrite.
    """
    response = Response.objects.select_for_update().get(pk=response.pk)  # its version alone: publishing may change it
    check_open(response)
    content = Content(response.questionnaire_version.content)
    before = {answer.question_code: answer for answer in answers_to(response, codes(given))}
    checks.check_version(response, expected_version)
    problems = checks.faults(given, before, content, sitting, expected_version)
    problems = problems or checks.unseen_faults(given, values_after(response, given, before, content), content)
    if problems:
        raise Problems(problems)
    changed = [one for one in given if one.question not in before or differs(before[one.question], one)]
    if changed:
        write(response, changed, before, sitting, content)
    return response


def values_after(
    response: Response, given: Sequence[GivenAnswer], before: Mapping[str, Answer], content: Content
) -> Values:
    """The values of the whole checklist as they would be; not asked for where no question depends on another."""
    if not content.has_conditions:
        return {}
    values = values_of(response.answers.all())
    for one in given:
        kind, value = merged(one, before.get(one.question))
        values.pop(one.question, None)
        if kind == AnswerKind.ANSWERED:
            values[one.question] = value[field_of(content.question(one.question))]
    return values


def answers_to(response: Response, questions: list[str]) -> Any:
    return response.answers.select_related("response__young_person").filter(question_code__in=questions)


def codes(given: Iterable[GivenAnswer]) -> list[str]:
    return [one.question for one in given]


def write(
    response: Response, changed: list[GivenAnswer], before: dict[str, Answer], sitting: Sitting, content: Content
) -> None:
    response.version += 1
    response.save(update_fields=["version"])
    AnswerRevision.objects.bulk_create([revision_of(before[one.question]) for one in changed if one.question in before])
    for one in changed:
        answer = before.get(one.question) or Answer(response=response, question_code=one.question)
        written(answer, one, sitting, content, response.version).save()
    record(
        "answers.saved",
        response,
        by=sitting.typed_by,
        young_person_id=response.young_person_id,
        changes={"questions": [None, codes(changed)], "channel": [None, sitting.channel]},
    )


@transaction.atomic
def submit_response(response: Response, by: Person) -> Response:
    """Finishes the checklist: its answers stay as they are from now on. Raises WRONG_STATE when it is finished."""
    response = Response.objects.select_for_update().get(pk=response.pk)
    check_open(response)
    if not response.answers.exists():
        raise Problems([Problem(ProblemCode.INVALID, _("Answer at least one question first."))])
    response.submitted_at = timezone.now()
    response.save(update_fields=["submitted_at"])
    record("response.submitted", response, by=by, young_person_id=response.young_person_id)
    return response
