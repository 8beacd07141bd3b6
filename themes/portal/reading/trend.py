"""How somebody has been, as points in a small picture: time runs the way the page is read."""

from dataclasses import dataclass
from typing import Any

from leavingwell.themes.portal import words

MOST, STEP, ROW = 12, 26, 28  # points; the room of one, across and down, in units of the picture


@dataclass(frozen=True)
class Point:
    """One check-in. `x` and `y` are the corner of its face."""

    face: int
    x: int
    y: int

    @property
    def middle(self) -> str:
        return f"{self.x + STEP // 2},{self.y + ROW // 2}"


@dataclass(frozen=True)
class Trend:
    points: list[Point]
    faces: list[int]
    width: int = MOST * STEP
    height: int = len(words.FACES) * ROW

    @property
    def line(self) -> str:
        return " ".join(point.middle for point in self.points)

    @property
    def rows(self) -> list[int]:
        """The height of each face's line."""
        return [place * ROW + ROW // 2 for place in range(len(words.FACES))]


def trend_of(check_ins: list[dict[str, Any]], *, rtl: bool) -> Trend:
    """`check_ins` are oldest first; very good stands at the top."""
    faces = [sent["face"] for sent in check_ins[-MOST:]]
    room = (MOST - 1) * STEP
    apart = room / max(1, len(faces) - 1)
    steps = [round(place * apart) for place in range(len(faces))]
    points = [
        Point(face, room - step if rtl else step, (len(words.FACES) - face) * ROW)
        for face, step in zip(faces, steps, strict=True)
    ]
    return Trend(points, sorted(words.FACES, reverse=True))
