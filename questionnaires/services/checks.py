"""What can be wrong with answers that came in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from leavingwell.platform.problems import Problem, ProblemCode, invalid
from leavingwell.questionnaires.conditions import Values, hidden
from leavingwell.questionnaires.content import Content
from leavingwell.questionnaires.models import Answer, Response
from leavingwell.questionnaires.services.merging import differs
from leavingwell.questionnaires.services.value_checks import fault, value_faults

if TYPE_CHECKING:
    from leavingwell.questionnaires.services.answering import GivenAnswer, Sitting

LONGEST = 4000
MOST_ANSWERS = 200


def text_faults(place: int, given: GivenAnswer, answer: Answer | None, sitting: Sitting) -> Iterator[Problem]:
    for part, text in (("comment", given.comment), ("workerNote", given.worker_note)):
        if text is not None and len(text) > LONGEST:
            yield fault(place, part, ProblemCode.TOO_LARGE, _("Please keep this to %d characters.") % LONGEST)
    if given.worker_note is not None and sitting.typed_by == sitting.answered_by and not is_without(sitting):
        yield fault(
            place, "workerNote", ProblemCode.NOT_ALLOWED, _("This note is the worker's. Use your own words box.")
        )
    if answer and sitting.typed_by.pk != (owner := answer.response.young_person.person_id):
        yield from own_words_faults(place, given, answer, owner)


def own_words_faults(place: int, given: GivenAnswer, answer: Answer, owner: object) -> Iterator[Problem]:
    """Words that the young person typed themselves are changed by nobody else."""
    message = _("These are the young person's own words, and only they can change them.")
    if answer.comment and answer.comment_typed_by_id == owner and given.comment not in (None, answer.comment):
        yield fault(place, "comment", ProblemCode.NOT_ALLOWED, message)
    changes_value = given.kind is not None or given.text is not None
    if answer.text and answer.text_typed_by_id == owner and changes_value and given.text != answer.text:
        yield fault(place, "text", ProblemCode.NOT_ALLOWED, message)


def is_without(sitting: Sitting) -> bool:
    return sitting.channel == "without"


def check_version(response: Response, expected_version: int | None) -> None:
    """Raises INVALID for a version that the checklist never had."""
    if expected_version is not None and not 0 <= expected_version <= response.version:
        raise invalid(_("This checklist has no such version. Load it again."), "expectedVersion")


def is_stale(answer: Answer, expected_version: int | None) -> bool:
    return expected_version is not None and answer.saved_in_version > expected_version


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
        of_value = list(value_faults(place, one, content))
        found += [*of_value, *text_faults(place, one, answer, sitting)]
        if not of_value and answer and is_stale(answer, expected_version) and differs(answer, one):
            message = _("Somebody else has changed this answer in the meantime. Look at both and choose.")
            found.append(fault(place, "question", ProblemCode.STALE_VERSION, message))
    return found


def unseen_faults(given: Sequence[GivenAnswer], values: Values, content: Content) -> list[Problem]:
    """Answers to questions which the other answers hide. `values` are those of the whole checklist, as saved then."""
    unseen = hidden(content.content, values) if content.has_conditions else frozenset()
    message = _("This question is not asked after what was said before.")
    return [
        fault(place, "question", ProblemCode.INVALID, message)
        for place, one in enumerate(given)
        if one.question in unseen and one.question in values
    ]
