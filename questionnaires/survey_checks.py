"""Which questions a short survey can ask, and why not the others."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _

from leavingwell.platform.problems import Message, Problem, ProblemCode
from leavingwell.questionnaires.content import Content
from leavingwell.questionnaires.models.survey import MOST_QUESTIONS

SMALLEST_GROUP = 6  # of fewer people no total can be told


def unfit_reason(question: Mapping[str, Any]) -> Message | None:
    """Why a question cannot be in a survey; None when it can."""
    if not question["choices"]:
        return _("it is not answered with a choice, so it cannot be told in totals")
    if question["tell_a_person"] or question["tell_if_repeated"]:
        return _("somebody must act on some of its answers, and nobody reads the answers of a survey one by one")
    return _("it is asked only after other answers") if question.get("show_when") else None


def fit_questions(content: Content) -> list[Mapping[str, Any]]:
    return [question for question in content.questions.values() if unfit_reason(question) is None]


def question_faults(codes: Sequence[str], content: Content) -> Iterator[Problem]:
    if not 1 <= len(codes) <= MOST_QUESTIONS:
        yield Problem(ProblemCode.INVALID, _("Choose between 1 and %d questions.") % MOST_QUESTIONS, "questions")
    if len(set(codes)) < len(codes):
        yield Problem(ProblemCode.INVALID, _("A question is there twice."), "questions")
    for code in dict.fromkeys(codes):
        reason = unfit_reason(content.question(code)) if content.has(code) else _("it is not asked here")
        if reason:
            message = _("%(question)s cannot be in a survey: %(reason)s.") % {"question": code, "reason": reason}
            yield Problem(ProblemCode.INVALID, message, "questions")
