"""How a made-up young person answers the checklist: like themselves, a little different each time, and like the times.

Each question has a share of best answers that drifts over two years (`data/words/shares.json`). Whether somebody is
among them comes from a standing inclination of theirs, one for the area of life, one for the question, and the day's
mood; each is normally distributed, and so is their weighted sum, so that the shares come out as written.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from math import erfc, sqrt
from random import Random
from typing import Any

from leavingwell.platform.demo.files import read
from leavingwell.platform.demo.sheets import Question, Sheet
from leavingwell.platform.demo.stories import Said
from leavingwell.questionnaires.kinds import AnswerKind

PERSON, AREA, QUESTION, MOOD = 0.55, 0.35, 0.6, 0.4594  # the squares add up to 1
ADULT = 18
LEFT_OUT = {True: 0.04, False: 0.1}  # core questions are asked more often than optional ones
RATHER_NOT_SAY = {"MIND": 0.03, "HEALTH": 0.02, "PEOPLE": 0.02, "LIFE": 0.01}
WANTS_HELP = (0.006, 0.07, 0.17)  # after the best, the middle and the lowest answer
COMMENTS = (0.02, 0.04, 0.06)
NOTES = (0.003, 0.02, 0.04)


def share_of_best(points: list[list[float]], months_ago: float) -> float:
    """Between the points `[months ago, per cent]`, oldest first, on a straight line; outside them the nearest one's."""
    for (older, before), (newer, after) in pairwise(points):
        if older >= months_ago >= newer:
            return (before + (after - before) * (older - months_ago) / (older - newer)) / 100
    return points[0 if months_ago > points[0][0] else -1][1] / 100


@dataclass(frozen=True)
class Temper:
    """What stays the same about somebody: higher means that things are harder for them."""

    person: float
    areas: dict[str, float]
    questions: dict[str, float]
    not_mine: frozenset[str]  # questions that do not apply

    def place(self, area: str, code: str, mood: float) -> float:
        """Where they stand among everybody, from 0 (easiest) to 1."""
        weighed = PERSON * self.person + AREA * self.areas[area] + QUESTION * self.questions[code] + MOOD * mood
        return erfc(-weighed / sqrt(2)) / 2


def questions_of(sheet: Sheet) -> Iterator[tuple[str, Question]]:
    """With their areas. The council's own are too new for anybody to have answered them."""
    for domain in sheet.domains:
        for question in domain["questions"]:
            if not question["is_own"]:
                yield domain["code"], question


def temper_of(sheet: Sheet, age: int, chance: Random) -> Temper:
    shares = read("words", "shares")["questions"]
    codes = [question["code"] for _area, question in questions_of(sheet)]
    not_mine = frozenset(code for code in codes if chance.random() * 100 < shares[code]["na"][age >= ADULT])
    return Temper(
        person=chance.gauss(0, 1),
        areas={domain["code"]: chance.gauss(0, 1) for domain in sheet.domains},
        questions={code: chance.gauss(0, 1) for code in codes},
        not_mine=not_mine,
    )


def choice_place(place: float, best: float, middle: float) -> int:
    """0 for the best choice, 1 for the middle, 2 for the lowest."""
    return 0 if place < best else 1 if place < best + middle else 2


def words_for(code: str, level: int, language: str, chance: Random) -> str:
    bank: dict[str, Any] = read("words", "comments").get(language, {})
    fitting = bank.get(code, {}).get("good" if level == 0 else "low", [])
    return chance.choice(fitting) if fitting else ""


def said_to(
    area: str, question: Question, temper: Temper, months_ago: float, language: str, chance: Random
) -> Said | None:
    """What they say to one question; None when they leave it out."""
    code = question["code"]
    if chance.random() < LEFT_OUT[question["is_core"]]:
        return None
    if code in temper.not_mine:
        return Said(code, AnswerKind.DOES_NOT_APPLY.value)
    if chance.random() < RATHER_NOT_SAY.get(area, 0):
        return Said(code, AnswerKind.RATHER_NOT_SAY.value)
    share = read("words", "shares")["questions"][code]
    best, middle = share_of_best(share["best"], months_ago), share["middle"] / 100
    level = choice_place(temper.place(area, code, chance.gauss(0, 1)), best, middle)
    choice = question["choices"][level]["code"]
    return Said(
        code,
        AnswerKind.ANSWERED.value,
        choice,
        comment=words_for(code, level, language, chance) if chance.random() < COMMENTS[level] else "",
        worker_note=chance.choice(read("words", "life")["worker_notes"]) if chance.random() < NOTES[level] else "",
        wants_help=chance.random() < WANTS_HELP[level],
        tells_a_person=choice in question["tell_a_person"],
    )


def said_in(
    sheet: Sheet, temper: Temper, months_ago: float, language: str, chance: Random, areas: Iterable[str] | None = None
) -> list[Said]:
    """A sitting through the areas given, all eight by default."""
    wanted = None if areas is None else set(areas)
    told = (
        said_to(area, question, temper, months_ago, language, chance)
        for area, question in questions_of(sheet)
        if wanted is None or area in wanted
    )
    return [one for one in told if one is not None]


def mark_repeated(sittings: list[list[Said]], sheet: Sheet) -> None:
    """Some answers tell a person only when they were the answer at the review before as well."""
    before: dict[str, str] = {}
    for answers in sittings:
        for one in answers:
            question = sheet.content.question(one.question)
            if one.choice in question["tell_if_repeated"] and before.get(one.question) == one.choice:
                one.tells_a_person = True
        before = {one.question: one.choice for one in answers}
