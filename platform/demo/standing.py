"""Answers that give an area of life the standing that a story needs: well, growing, or to be worked on."""

from random import Random
from typing import Any

from leavingwell.platform.demo.answering import questions_of
from leavingwell.platform.demo.sheets import Question, Sheet
from leavingwell.platform.demo.stories import Said
from leavingwell.questionnaires.kinds import AnswerKind
from leavingwell.questionnaires.scoring import TOP

AIM = {"well": 0.86, "growing": 0.56, "work": 0.24}  # in the middle of each phase
RARE = {"HEALTH-06", "PEOPLE-09", "LIFE-05"}  # apply to few, so only where a story says so
Wish = dict[str, str | None]


def aim_for(area: str, standing: Wish) -> float | None:
    phase = standing.get(area, standing.get("*"))
    return AIM[phase] if phase else None


def told(question: Question, given: dict[str, Any]) -> Said:
    kind = given.get("kind", AnswerKind.ANSWERED.value)
    before = told(question, given["before"]) if "before" in given else None
    choice = given.get("choice", "")
    return Said(
        question["code"],
        kind,
        choice,
        comment=given.get("comment", ""),
        worker_note=given.get("worker_note", ""),
        wants_help=given.get("wants_help", False),
        tells_a_person=choice in question["tell_a_person"],
        before=before,
    )


def points(question: Question, choice: str) -> int:
    return int(next(option["score"] for option in question["choices"] if option["code"] == choice))


class Area:
    """Fills one area, keeping its share of points as near to the aim as the next answer can bring it."""

    def __init__(self, aim: float) -> None:
        self.aim, self.sum, self.most = aim, 0, 0

    def count(self, question: Question, said: Said) -> Said:
        if said.kind == AnswerKind.ANSWERED:
            self.sum, self.most = self.sum + points(question, said.choice), self.most + TOP
        return said

    def fill(self, question: Question, chance: Random) -> Said:
        if question["code"] in RARE:
            return Said(question["code"], AnswerKind.DOES_NOT_APPLY.value)
        wanted = [o for o in question["choices"] if o["code"] not in question["tell_a_person"]]
        off = {o["code"]: abs((self.sum + o["score"]) / (self.most + TOP) - self.aim) for o in wanted}
        nearest = min(off.values())
        choice = chance.choice([code for code, distance in off.items() if distance == nearest])
        return self.count(question, Said(question["code"], AnswerKind.ANSWERED.value, choice))


def said_for(sheet: Sheet, standing: Wish, given: dict[str, Any], chance: Random) -> list[Said]:
    """One sitting: the answers given by the story, and in the areas that have a standing all the others too."""
    areas: dict[str, Area] = {}
    found: dict[str, Said] = {}
    asked = list(questions_of(sheet))
    for area, question in asked:
        aim = aim_for(area, standing)
        if aim is not None:
            areas.setdefault(area, Area(aim))
        if question["code"] in given:
            said = found[question["code"]] = told(question, given[question["code"]])
            if area in areas:
                areas[area].count(question, said)
    for area, question in asked:
        if area in areas and question["code"] not in found:
            found[question["code"]] = areas[area].fill(question, chance)
    return [found[question["code"]] for _area, question in asked if question["code"] in found]
