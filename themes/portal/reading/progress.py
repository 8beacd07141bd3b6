"""How far a checklist has come: by area, in words and never as a mark."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Area:
    """One area of life. `questions` are codes in their order; `seen` those with an answer, if only skipped."""

    code: str
    title: dict[str, Any]
    questions: list[str]
    seen: frozenset[str]

    @property
    def left(self) -> int:
        return len(self.questions) - len(self.seen)

    @property
    def begun(self) -> bool:
        return bool(self.seen)

    @property
    def done(self) -> bool:
        return self.left == 0

    @property
    def minutes(self) -> int:
        """A question takes about three quarters of a minute."""
        return max(1, round(self.left * 0.75))

    @property
    def next_question(self) -> str:
        """The first without an answer; the first of all when each has one."""
        return next((code for code in self.questions if code not in self.seen), self.questions[0])


def next_area(areas: list[Area], after: str) -> Area | None:
    """The next one with questions that are not answered yet, round to itself; None when all are through."""
    codes = [area.code for area in areas]
    at = codes.index(after) + 1
    return next((area for area in (*areas[at:], *areas[:at]) if not area.done), None)


def progress_of(response: dict[str, Any] | None) -> list[Area]:
    """The areas of a checklist in their order; none where there is no checklist.

    A question that is not asked after the other answers does not count, nor does an area without any other.
    """
    if response is None:
        return []
    answered = {answer["question"]["code"] for answer in response["answers"]}
    return [
        Area(domain["code"], domain["title"], codes, frozenset(answered & set(codes)))
        for domain in response["questionnaire"]["domains"]
        if (codes := [one["code"] for one in domain["questions"] if one["code"] not in response["notShown"]])
    ]
