"""What a short survey came to: told once it is closed, so that nobody can watch single answers come in."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q
from django.utils import timezone

from leavingwell.platform.insight.suppression import ALL, SMALLEST_SHOWN, suppressed, with_sums
from leavingwell.platform.insight.tables import Told
from leavingwell.questionnaires.content import Content
from leavingwell.questionnaires.kinds import AnswerKind
from leavingwell.questionnaires.models import Survey, SurveyAnswer
from leavingwell.questionnaires.values import said

NO_ANSWER = ""  # beside the choices


@dataclass(frozen=True)
class SurveyQuestionTotals:
    question: dict[str, Any]
    total: Told
    counts: tuple[tuple[dict[str, Any], Told], ...]


@dataclass(frozen=True)
class SurveyTotals:
    survey: Survey
    asked: Told
    answered: Told
    questions: tuple[SurveyQuestionTotals, ...]


def told(count: int, *, hidden: bool = False) -> Told:
    hide = hidden or 0 < count < SMALLEST_SHOWN
    return Told(None if hide else count, suppressed=hide)


def totals_of_one_choice(counts: Counter[str], asked: int, question: dict[str, Any]) -> SurveyQuestionTotals:
    """Those who said nothing are a number like any other: else it could be worked out from all who were asked."""
    answered = sum(counts.values())
    silent, few = asked - answered, 0 < answered < SMALLEST_SHOWN
    sums = with_sums({(code,): number for code, number in {**counts, NO_ANSWER: silent}.items()})
    hidden = suppressed(sums, known={(ALL,)})
    shown = tuple(
        (choice, told(sums.get((choice["code"],), 0), hidden=few or (choice["code"],) in hidden))
        for choice in question["choices"]
    )
    return SurveyQuestionTotals(question, told(answered, hidden=(NO_ANSWER,) in hidden), shown)


def totals_of_several(counts: Counter[str], people: int, asked: int, question: dict[str, Any]) -> SurveyQuestionTotals:
    """Each choice stands against those who did not make it: a small number of either is hidden."""
    few = 0 < people < SMALLEST_SHOWN
    shown = tuple(
        (choice, told(counts[choice["code"]], hidden=few or 0 < people - counts[choice["code"]] < SMALLEST_SHOWN))
        for choice in question["choices"]
    )
    return SurveyQuestionTotals(question, told(people, hidden=0 < asked - people < SMALLEST_SHOWN), shown)


def question_totals(question: dict[str, Any], answers: list[SurveyAnswer], asked: int) -> SurveyQuestionTotals:
    counts = Counter(code for answer in answers for code in said(answer))
    if any(answer.choices for answer in answers):
        return totals_of_several(counts, len(answers), asked, question)
    return totals_of_one_choice(counts, asked, question)


def totals_of(survey: Survey, answers: list[SurveyAnswer]) -> SurveyTotals:
    version: Any = survey.questionnaire_version
    content = Content(version.content)
    numbers: Any = survey
    return SurveyTotals(
        survey,
        told(numbers.asked),
        told(numbers.answered, hidden=0 < numbers.asked - numbers.answered < SMALLEST_SHOWN),
        tuple(
            question_totals(
                dict(content.question(code)), [one for one in answers if one.question_code == code], numbers.asked
            )
            for code in survey.question_codes
        ),
    )


def survey_totals() -> list[SurveyTotals]:
    """Every closed survey, newest first. Two queries."""
    over = Q(state=Survey.State.CLOSED) | Q(state=Survey.State.SENT, closes_on__lt=timezone.localdate())
    surveys = list(
        Survey.objects.filter(over)
        .select_related("questionnaire_version")
        .annotate(asked=Count("invitations"), answered=Count("invitations__answered_at"))
        .order_by("-sent_at")
    )
    answers = SurveyAnswer.objects.filter(invitation__survey__in=surveys, kind=AnswerKind.ANSWERED)
    by_survey: dict[Any, list[SurveyAnswer]] = {survey.pk: [] for survey in surveys}
    for answer in answers.select_related("invitation"):
        by_survey[answer.invitation.survey_id].append(answer)
    return [totals_of(survey, by_survey[survey.pk]) for survey in surveys]
