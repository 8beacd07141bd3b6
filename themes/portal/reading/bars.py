"""Bars for one question, its choices side by side or one below the other. A hidden number has no share."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Part:
    """A choice with its share of the answers in whole per cent, and where its piece of the bar lies (SVG lengths)."""

    label: dict[str, Any]
    count: int | None
    suppressed: bool
    percent: int | None
    start: str
    width: str


def parts_of(question: dict[str, Any]) -> list[Part]:
    found: list[Part] = []
    start = 0.0
    for one in question["counts"]:
        exact = share(one["count"], question["total"])
        percent = None if exact is None else round(exact)
        width = exact or 0.0
        found.append(
            Part(one["choice"]["label"], one["count"], one["suppressed"], percent, f"{start:.2f}%", f"{width:.2f}%")
        )
        start += width
    return found


SIDE_BY_SIDE = 3  # as many pieces of one bar as can be told apart


def row_of(question: dict[str, Any]) -> dict[str, Any]:
    """A question with its parts. One bar holds a few choices of which one is taken; else each has a bar of its own.

    Questions that are answered in words, by a number or a day have no choices, and no bar.
    """
    parts = parts_of(question)
    several = question["question"]["answerType"] == "SEVERAL"
    return {**question, "parts": parts, "in_one_bar": bool(parts) and len(parts) <= SIDE_BY_SIDE and not several}


def share(count: int | None, total: int | None) -> float | None:
    return 100 * count / total if count is not None and total else None
