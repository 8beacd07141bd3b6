"""Check-ins over the months as a picture: each at its own day, and no line over a time of which nothing is known."""

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from django.utils import timezone

from leavingwell.themes.portal import words
from leavingwell.themes.portal.tags.days import day_of

GAP = timedelta(weeks=6)  # longer than this, nobody knows how it was in between
FEWEST, MOST_TICKS = timedelta(days=90), 4


@dataclass(frozen=True)
class Dot:
    """A check-in. `x` and `y` are per cent of the picture, as SVG writes them."""

    face: int
    on: date
    x: str
    y: str


@dataclass(frozen=True)
class Line:
    begins: Dot
    ends: Dot


@dataclass(frozen=True)
class Tick:
    """The first day of a month."""

    on: str
    x: str


@dataclass(frozen=True)
class Months:
    dots: list[Dot]
    ticks: list[Tick]
    faces: list[int]
    rows: list[str]

    @property
    def lines(self) -> list[Line]:
        return [Line(one, other) for one, other in pairwise(self.dots) if other.on - one.on <= GAP]


def per_cent(share: float) -> str:
    return f"{share:.1f}%"


def height_of(face: int) -> str:
    """Very good stands at the top."""
    number = len(words.FACES)
    return per_cent((number - face + 0.5) * 100 / number)


def firsts_of_months(begin: date, end: date) -> list[date]:
    found = []
    day = begin.replace(day=1)
    while day <= end:
        if day >= begin:
            found.append(day)
        day = (day + timedelta(days=32)).replace(day=1)
    return found[:: max(1, -(-len(found) // MOST_TICKS))]


def months_of(check_ins: list[dict[str, Any]], *, rtl: bool) -> Months:
    """`check_ins` are oldest first. Time runs the way the page is read."""
    sent = [(day, one["face"]) for one in check_ins if (day := day_of(one["sentAt"]))]
    today = timezone.localdate()
    begin = min([today - FEWEST, *(day for day, _face in sent)])
    whole = (today - begin).days

    def across(day: date) -> str:
        share = 3 + 94 * (day - begin).days / whole
        return per_cent(100 - share if rtl else share)

    dots = [Dot(face, day, across(day), height_of(face)) for day, face in sent]
    ticks = [Tick(day.isoformat(), across(day)) for day in firsts_of_months(begin, today)]
    faces = sorted(words.FACES, reverse=True)
    return Months(dots, ticks, faces, [height_of(face) for face in faces])
