"""The value of an answer: in which field it stands, and what its question lets it be."""

from collections.abc import Iterable, Mapping
from typing import Any, Protocol

from leavingwell.questionnaires.kinds import AnswerKind, AnswerType

FIELD_OF = {
    AnswerType.YES_NO: "choice",
    AnswerType.THREE_POINT: "choice",
    AnswerType.FACES: "choice",
    AnswerType.ONE: "choice",
    AnswerType.SEVERAL: "choices",
    AnswerType.NUMBER: "number",
    AnswerType.DATE: "day",
    AnswerType.TEXT: "text",
}
NOTHING: dict[str, Any] = {"choice": "", "choices": [], "number": None, "day": None, "text": ""}
FIELDS = tuple(NOTHING)


class Chosen(Protocol):
    """Anything that holds choices, be it in a survey."""

    choice: Any
    choices: Any


class Valued(Chosen, Protocol):
    """Anything with the value fields: an answer, an earlier state of it, what came in."""

    number: Any
    day: Any
    text: Any


def field_of(question: Mapping[str, Any]) -> str:
    """The one field in which the value of this question's answers stands."""
    return FIELD_OF[AnswerType(question["answer_type"])]


def value_of(answer: Valued) -> Any:
    """The value, wherever it stands; None when there is none."""
    return next((value for name in FIELDS if (value := getattr(answer, name)) not in (None, "", [])), None)


def said(answer: Chosen) -> list[str]:
    """The codes of the choices that were made."""
    return [answer.choice] if answer.choice else list(answer.choices or ())


def values_of(answers: Iterable[Any]) -> dict[str, Any]:
    """The values of those answers that are answered, by question: what conditions are evaluated over."""
    return {answer.question_code: value_of(answer) for answer in answers if answer.kind == AnswerKind.ANSWERED}
