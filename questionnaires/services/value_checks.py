"""What can be wrong with the value of one answer that came in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from leavingwell.platform.problems import Message, Problem, ProblemCode
from leavingwell.questionnaires.conditions import is_empty
from leavingwell.questionnaires.content import Content, Question
from leavingwell.questionnaires.kinds import LONGEST_TEXT, AnswerKind
from leavingwell.questionnaires.values import FIELDS, field_of

if TYPE_CHECKING:
    from leavingwell.questionnaires.services.answering import GivenAnswer

INPUT_NAMES = {"day": "date"}  # where the API calls a field otherwise
MOST_PLACES = 2
HIGHEST = Decimal(10) ** 10
YEARS = range(1900, 2200)
MISSING = _("Choose an answer, or skip the question.")
ONE_OF_BOTH = _("Give an answer, or say why not. It cannot be both.")
HOW = {
    "choice": _("This question is answered with one of its choices."),
    "choices": _("This question is answered with some of its choices."),
    "number": _("This question is answered with a number."),
    "day": _("This question is answered with a date."),
    "text": _("This question is answered in words."),
}


def fault(place: int, part: str, code: ProblemCode, message: Message) -> Problem:
    return Problem(code, message, f"answers.{place}.{part}")


def value_faults(place: int, given: GivenAnswer, content: Content) -> Iterator[Problem]:
    question = content.question(given.question)
    field = field_of(question)
    answered = given.kind in (None, AnswerKind.ANSWERED)
    present = [name for name in FIELDS if getattr(given, name) is not None]
    filled = [name for name in present if not is_empty(getattr(given, name))]
    for name in filled:
        if not answered:
            yield fault(place, input_name(name), ProblemCode.INVALID, ONE_OF_BOTH)
        elif name != field:
            yield fault(place, input_name(name), ProblemCode.INVALID, HOW[field])
        elif problem := wrong_with(getattr(given, name), field, question):
            yield fault(place, input_name(name), *problem)
    if (given.kind == AnswerKind.ANSWERED or (given.kind is None and field in present)) and field not in filled:
        yield fault(place, input_name(field), ProblemCode.INVALID, MISSING)


def input_name(field: str) -> str:
    return INPUT_NAMES.get(field, field)


def wrong_with(value: Any, field: str, question: Question) -> tuple[ProblemCode, Message] | None:
    """What is wrong with a value in the field of its question."""
    message: Message | None
    if field == "text" and len(value) > LONGEST_TEXT:
        return ProblemCode.TOO_LARGE, _("Please keep this to %d characters.") % LONGEST_TEXT
    if field == "text":
        message = None if value.strip() else MISSING
    elif field == "number":
        message = wrong_number(value, question)
    elif field == "day":
        message = None if value.year in YEARS else _("This is too far from today. Check the year.")
    else:
        message = wrong_choice([value] if field == "choice" else list(value), question)
    return (ProblemCode.INVALID, message) if message else None


def wrong_choice(given: list[str], question: Question) -> Message | None:
    known = {choice["code"] for choice in question["choices"]}
    if any(choice not in known for choice in given):
        return _("This is not one of the choices of this question.")
    return _("A choice is there twice.") if len(set(given)) < len(given) else None


def wrong_number(value: Decimal, question: Question) -> Message | None:
    limits: Mapping[str, float | None] = question.get("limits") or {}
    least, most = limits.get("least"), limits.get("most")
    if not value.is_finite() or value.copy_abs() >= HIGHEST:  # `abs` would round, and fail for 1e999999999
        return _("This is not a number that we can keep.")
    if value != round(value, MOST_PLACES):
        return _("Use no more than two decimal places.")
    if least is not None and value < Decimal(str(least)):
        return _("This is less than %s.") % least
    if most is not None and value > Decimal(str(most)):
        return _("This is more than %s.") % most
    return None
