"""What an answer becomes when something comes in for it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from leavingwell.questionnaires.conditions import is_empty
from leavingwell.questionnaires.kinds import AnswerKind
from leavingwell.questionnaires.models import Answer
from leavingwell.questionnaires.values import FIELDS, NOTHING

if TYPE_CHECKING:
    from leavingwell.questionnaires.services.answering import GivenAnswer

Value = Mapping[str, Any]  # each of `FIELDS`, one of them filled at most


def value_fields(answer: Answer) -> Value:
    return {name: getattr(answer, name) for name in FIELDS}


def merged(given: GivenAnswer, answer: Answer | None) -> tuple[AnswerKind, Value]:
    """The kind and value after this save: a value alone means answered, nothing at all leaves what was there."""
    value = {name: part for name in FIELDS if not is_empty(part := getattr(given, name))}
    if given.kind is None and not value:
        return (AnswerKind(answer.kind), value_fields(answer)) if answer else (AnswerKind.SKIPPED, NOTHING)
    kind = given.kind or AnswerKind.ANSWERED
    return kind, {**NOTHING, **value} if kind == AnswerKind.ANSWERED else NOTHING


def differs(answer: Answer, given: GivenAnswer) -> bool:
    """Whether saving what was given would change what is there."""
    kind, value = merged(given, answer)
    return (kind, value) != (answer.kind, value_fields(answer)) or any(
        part is not None and part != getattr(answer, name)
        for name, part in (
            ("comment", given.comment),
            ("worker_note", given.worker_note),
            ("wants_help", given.wants_help),
        )
    )
