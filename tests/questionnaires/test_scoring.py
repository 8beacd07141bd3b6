"""Scores come out as the vectors that any client can use say."""

import json
from pathlib import Path
from typing import Any

import pytest

from leavingwell import questionnaires
from leavingwell.questionnaires import scoring
from leavingwell.questionnaires.kinds import AnswerKind
from leavingwell.questionnaires.scoring import Bands, Change, DomainScore, Phase

VECTORS = json.loads((Path(questionnaires.__file__).parent / "data" / "scoring_vectors.json").read_text())["vectors"]


def domain_of(vector: dict[str, Any], code: str = "HOME") -> dict[str, Any]:
    questions = [
        {
            "code": name,
            "is_core": core,
            "level": 1,
            "choices": [{"code": choice, "score": score} for choice, score in zip("abc", scores, strict=bool(scores))],
            "show_when": vector.get("show_when", {}).get(name),
        }
        for name, core, *scores in vector["questions"]
    ]
    return {"code": code, "questions": questions}


def answers_of(vector: dict[str, Any]) -> dict[str, tuple[str, Any]]:
    return {
        question: (given, "") if given in AnswerKind.values else (AnswerKind.ANSWERED.value, given)
        for question, given in vector["answers"].items()
    }


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector["name"])
def test_vectors(vector: dict[str, Any]) -> None:
    (score,) = scoring.domain_scores({"domains": [domain_of(vector)]}, answers_of(vector))
    assert score == DomainScore(
        "HOME", vector["answered"], vector["applicable"], vector["percent"], tuple(vector["strengths"])
    )
    assert Bands().phase(score.percent) == Phase[vector["phase"]]


def shown(percent: float | None) -> DomainScore:
    return DomainScore("X", 1, 1, percent, ())


def test_overall_needs_five_domains_and_counts_each_the_same() -> None:
    four = [shown(100), shown(100), shown(0), shown(0)]
    assert scoring.overall([*four, shown(None)]) is None
    assert scoring.overall([*four, shown(50), shown(None)]) == 50


def test_core_only_leaves_the_optional_questions_out() -> None:
    content = {"domains": [domain_of({"questions": [["A", True, 2, 1, 0], ["B", False, 2, 1, 0]]})]}
    assert [question["code"] for question in scoring.core_only(content)["domains"][0]["questions"]] == ["A"]


@pytest.mark.parametrize(
    ("now", "before", "change"),
    [
        (Phase.GOING_WELL, Phase.GROWING, Change.UP),
        (Phase.GROWING, Phase.GROWING, Change.SAME),
        (Phase.WORK_ON_THIS, Phase.GOING_WELL, Change.HARDER),
        (Phase.NOT_ENOUGH_ANSWERS, Phase.GROWING, None),
        (Phase.GROWING, Phase.NOT_ENOUGH_ANSWERS, None),
    ],
)
def test_change_is_told_in_steps(now: Phase, before: Phase, change: Change | None) -> None:
    assert scoring.change(now, before) == change


def test_focus_is_the_lowest_level_then_wanted_help_then_the_lowest_answer() -> None:
    domain = domain_of({"questions": [[code, True, 2, 1, 0] for code in "ABCD"]})
    domain["questions"][0]["level"] = 3
    answers = {code: (AnswerKind.ANSWERED.value, choice) for code, choice in zip("ABCD", "cbca", strict=True)}
    assert scoring.suggested_focus({"domains": [domain]}, answers, frozenset("BD")) == ["B", "D", "C", "A"]
