"""Scores as domain.md 2F writes them: words and change for the young person, never a mark.

Pure functions over a published version's content and a map of answers, so that any client can do the same; the test
vectors stand in `data/scoring_vectors.json`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

from leavingwell.questionnaires.conditions import hidden
from leavingwell.questionnaires.kinds import AnswerKind

Answers = Mapping[str, tuple[str, Any]]  # question code -> (kind, value: a choice's code, or what its type says)
NONE_YET = (AnswerKind.SKIPPED, "")
TOP = 2  # points of the best choice
DOMAINS_FOR_OVERALL = 5


class Phase(Enum):
    GOING_WELL = "GOING_WELL"
    GROWING = "GROWING"
    WORK_ON_THIS = "WORK_ON_THIS"
    NOT_ENOUGH_ANSWERS = "NOT_ENOUGH_ANSWERS"


class Change(Enum):
    UP = "UP"
    SAME = "SAME"
    HARDER = "HARDER"


@dataclass(frozen=True)
class Bands:
    """The lowest per cent of each phase."""

    going_well: int = 70
    growing: int = 40

    def phase(self, percent: float | None) -> Phase:
        if percent is None:
            return Phase.NOT_ENOUGH_ANSWERS
        if percent >= self.going_well:
            return Phase.GOING_WELL
        return Phase.GROWING if percent >= self.growing else Phase.WORK_ON_THIS


@dataclass(frozen=True)
class DomainScore:
    """`percent` is None while too few core questions are answered; `strengths` are the questions with full points."""

    code: str
    answered: int
    applicable: int
    percent: float | None
    strengths: tuple[str, ...]


@dataclass(frozen=True)
class Tally:
    answered: int = 0
    applicable: int = 0
    core_answered: int = 0
    core_applicable: int = 0
    points: int = 0


OUT_OF_REACH = (AnswerKind.DOES_NOT_APPLY, AnswerKind.NOT_SHOWN)


def is_scored(question: Mapping[str, Any]) -> bool:
    """A council's own questions have no points: they change no score."""
    return any(option["score"] is not None for option in question["choices"])


def scored(domain: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    return [question for question in domain["questions"] if is_scored(question)]


def points_of(question: Mapping[str, Any], choice: str) -> int:
    return int(next(option["score"] for option in question["choices"] if option["code"] == choice))


def as_shown(content: Mapping[str, Any], answers: Answers) -> Answers:
    """The answers, with those of questions that the others hide marked as not shown."""
    values = {code: value for code, (kind, value) in answers.items() if kind == AnswerKind.ANSWERED}
    unseen = dict.fromkeys(hidden(content, values), (AnswerKind.NOT_SHOWN, ""))
    return {**answers, **unseen}


def tally(questions: list[Mapping[str, Any]], answers: Answers) -> Tally:
    answered = applicable = core_answered = core_applicable = points = 0
    for question in questions:
        kind, choice = answers.get(question["code"], NONE_YET)
        if kind in OUT_OF_REACH:
            continue
        applicable += 1
        core_applicable += question["is_core"]
        if kind == AnswerKind.ANSWERED:
            answered += 1
            core_answered += question["is_core"]
            points += points_of(question, choice)
    return Tally(answered, applicable, core_answered, core_applicable, points)


def strengths(questions: list[Mapping[str, Any]], answers: Answers) -> tuple[str, ...]:
    found = []
    for question in questions:
        kind, choice = answers.get(question["code"], NONE_YET)
        if kind == AnswerKind.ANSWERED and points_of(question, choice) == TOP:
            found.append(question["code"])
    return tuple(found)


def domain_score(domain: Mapping[str, Any], answers: Answers) -> DomainScore:
    questions = scored(domain)
    sums = tally(questions, answers)
    enough = sums.answered > 0 and sums.core_answered * 2 >= sums.core_applicable
    percent = 100 * sums.points / (TOP * sums.answered) if enough else None
    return DomainScore(domain["code"], sums.answered, sums.applicable, percent, strengths(questions, answers))


def domain_scores(content: Mapping[str, Any], answers: Answers) -> list[DomainScore]:
    """Every domain's, in the order of the questionnaire."""
    told = as_shown(content, answers)
    return [domain_score(domain, told) for domain in content["domains"]]


def overall(scores: list[DomainScore]) -> float | None:
    """The plain mean of the domains that can be shown; None with fewer than five of them."""
    shown = [score.percent for score in scores if score.percent is not None]
    return sum(shown) / len(shown) if len(shown) >= DOMAINS_FOR_OVERALL else None


def core_only(content: Mapping[str, Any]) -> dict[str, Any]:
    """The same content with its core questions alone: what can be compared between people and over time."""
    domains = [
        {**domain, "questions": [question for question in domain["questions"] if question["is_core"]]}
        for domain in content["domains"]
    ]
    return {**content, "domains": domains}


def change(now: Phase, before: Phase) -> Change | None:
    """The step from one phase to another; None when either cannot be told."""
    steps = (Phase.WORK_ON_THIS, Phase.GROWING, Phase.GOING_WELL)
    if now not in steps or before not in steps:
        return None
    difference = steps.index(now) - steps.index(before)
    return Change.UP if difference > 0 else Change.HARDER if difference < 0 else Change.SAME


def suggested_focus(content: Mapping[str, Any], answers: Answers, wanted: frozenset[str] = frozenset()) -> list[str]:
    """Question codes to talk about first: lowest level, then wanted help, then lowest answer. Advice only."""
    rows = []
    told = as_shown(content, answers)
    for domain in content["domains"]:
        for question in domain["questions"]:
            kind, choice = told.get(question["code"], NONE_YET)
            counts = kind == AnswerKind.ANSWERED and is_scored(question)
            points = points_of(question, choice) if counts else TOP
            if points < TOP or question["code"] in wanted:
                rows.append((question["level"], question["code"] not in wanted, points, question["code"]))
    return [row[-1] for row in sorted(rows)]
