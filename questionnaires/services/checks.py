"""What can be wrong with answers that came in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from leavingwell.platform.problems import Message, Problem, ProblemCode
from leavingwell.questionnaires.content import Content
from leavingwell.questionnaires.kinds import AnswerKind
from leavingwell.questionnaires.models import Answer

if TYPE_CHECKING:
    from leavingwell.questionnaires.services.answering import GivenAnswer, Sitting

LONGEST = 4000
MOST_ANSWERS = 200


def fault(place: int, part: str, code: ProblemCode, message: Message) -> Problem:
    return Problem(code, message, f"answers.{place}.{part}")


def choice_faults(place: int, given: GivenAnswer, content: Content) -> Iterator[Problem]:
    answered = given.kind in (None, AnswerKind.ANSWERED)
    if given.choice and not answered:
        yield fault(place, "choice", ProblemCode.INVALID, _("A choice is only for a question that is answered."))
    elif given.choice and given.choice not in content.choice_codes(given.question):
        yield fault(place, "choice", ProblemCode.INVALID, _("This is not one of the choices of this question."))
    elif given.kind == AnswerKind.ANSWERED and not given.choice:
        yield fault(place, "choice", ProblemCode.INVALID, _("Choose an answer, or skip the question."))


def text_faults(place: int, given: GivenAnswer, answer: Answer | None, sitting: Sitting) -> Iterator[Problem]:
    for part, text in (("comment", given.comment), ("workerNote", given.worker_note)):
        if text is not None and len(text) > LONGEST:
            yield fault(place, part, ProblemCode.TOO_LARGE, _("Please keep this to %d characters.") % LONGEST)
    if given.worker_note is not None and sitting.typed_by == sitting.answered_by and not is_without(sitting):
        yield fault(
            place, "workerNote", ProblemCode.NOT_ALLOWED, _("This note is the worker's. Use your own words box.")
        )
    if answer and given.comment is not None and is_someone_elses(answer, given.comment, sitting):
        message = _("These are the young person's own words, and only they can change them.")
        yield fault(place, "comment", ProblemCode.NOT_ALLOWED, message)


def is_without(sitting: Sitting) -> bool:
    return sitting.channel == "without"


def is_someone_elses(answer: Answer, comment: str, sitting: Sitting) -> bool:
    """Words that the young person typed themselves are changed by nobody else."""
    own_typing = answer.comment and answer.comment_typed_by_id == answer.response.young_person.person_id
    return bool(own_typing and comment != answer.comment and sitting.typed_by.pk != answer.comment_typed_by_id)


def is_stale(answer: Answer | None, expected_version: int | None) -> bool:
    return answer is not None and expected_version is not None and answer.saved_in_version > expected_version


def faults(
    given: Sequence[GivenAnswer],
    before: Mapping[str, Answer],
    content: Content,
    sitting: Sitting,
    expected_version: int | None,
) -> list[Problem]:
    found: list[Problem] = []
    if not given or len(given) > MOST_ANSWERS:
        found.append(Problem(ProblemCode.INVALID, _("Send between 1 and %d answers.") % MOST_ANSWERS, "answers"))
    seen: set[str] = set()
    for place, one in enumerate(given[:MOST_ANSWERS]):
        answer = before.get(one.question)
        if not content.has(one.question):
            found.append(fault(place, "question", ProblemCode.NOT_FOUND, _("There is no such question here.")))
            continue
        if one.question in seen:
            found.append(fault(place, "question", ProblemCode.INVALID, _("This question is there twice.")))
        seen.add(one.question)
        found += [*choice_faults(place, one, content), *text_faults(place, one, answer, sitting)]
        if is_stale(answer, expected_version):
            message = _("Somebody else has changed this answer in the meantime. Look at both and choose.")
            found.append(fault(place, "question", ProblemCode.STALE_VERSION, message))
    return found
