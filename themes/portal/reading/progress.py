"""How far a checklist has come: by area, in words and never as a mark."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Area:
    """One area of life. `seen` of the questions that are `asked` have an answer, if only skipped."""

    code: str
    title: dict[str, Any]
    asked: int
    seen: int
    next_question: str

    @property
    def left(self) -> int:
        return self.asked - self.seen

    @property
    def begun(self) -> bool:
        return self.seen > 0

    @property
    def done(self) -> bool:
        return self.left == 0

    @property
    def minutes(self) -> int:
        """A question takes about three quarters of a minute."""
        return max(1, round(self.left * 0.75))


def next_area(areas: list[Area], after: str) -> Area | None:
    """The next one with questions that are not answered yet, round to itself; None when all are through."""
    codes = [area.code for area in areas]
    at = codes.index(after) + 1
    return next((area for area in (*areas[at:], *areas[:at]) if not area.done), None)


def progress_of(response: dict[str, Any] | None) -> list[Area]:
    """The areas of a checklist in their order; none where there is no checklist."""
    if response is None:
        return []
    return [
        Area(one["domain"]["code"], one["domain"]["title"], one["asked"], one["answered"], one["nextQuestion"])
        for one in response["progress"]
    ]
