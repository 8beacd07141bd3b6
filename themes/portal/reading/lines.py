"""A small line chart in per cent of its own size, so that its text keeps its size at any width."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

FIRST, LAST = 9.0, 84.0  # where the points stand across; beside the last one stands its number
TOP, BOTTOM = 5.0, 80.0
STEP, LEAST_RANGE = 20, 40  # per cent between the grid's lines, and from the lowest to the highest
APART = 9.0  # two numbers at the end of lines


@dataclass(frozen=True)
class Dot:
    x: str
    y: str
    percent: int


@dataclass(frozen=True)
class Stroke:
    """From one point to the next: none where a number between them is hidden."""

    x1: str
    y1: str
    x2: str
    y2: str


@dataclass(frozen=True)
class Line:
    style: int
    dots: list[Dot]
    strokes: list[Stroke]
    end: Dot | None


@dataclass(frozen=True)
class GridLine:
    y: str
    percent: int


@dataclass(frozen=True)
class Chart:
    lines: list[Line]
    grid: list[GridLine]
    places: list[str]  # across, one for each point in time
    first: str
    last: str
    grid_label: str
    end_label: str


def per_cent(number: float) -> str:
    return f"{number:.2f}%"


@dataclass(frozen=True)
class Frame:
    """From shares to places: the time runs as the page is read."""

    points: int
    low: int
    high: int
    rtl: bool

    def x(self, place: int) -> float:
        across = FIRST + (LAST - FIRST) * place / max(1, self.points - 1)
        return 100 - across if self.rtl else across

    def y(self, share: float) -> float:
        return BOTTOM - (BOTTOM - TOP) * (share - self.low) / (self.high - self.low)

    def beyond(self, across: float) -> str:
        return per_cent(100 - across if self.rtl else across)


def frame_of(series: Sequence[Sequence[int | None]], *, rtl: bool) -> Frame:
    shares = [share for line in series for share in line if share is not None] or [0]
    low, high = min(shares) // STEP * STEP, -(-max(shares) // STEP) * STEP
    while high - low < LEAST_RANGE:
        low, high = max(0, low - STEP), min(100, high + STEP)
    return Frame(len(series[0]), low, high, rtl)


def chart_of(series: Sequence[Sequence[int | None]], *, rtl: bool) -> Chart | None:
    """`series` are shares in whole per cent, oldest first; None is hidden. No chart of fewer than two numbers."""
    if not any(sum(share is not None for share in line) > 1 for line in series):
        return None
    frame = frame_of(series, rtl=rtl)
    return Chart(
        [line_of(shares, frame, style) for style, shares in enumerate(series, start=1)],
        [GridLine(per_cent(frame.y(share)), share) for share in range(frame.low, frame.high + 1, STEP)],
        [per_cent(frame.x(place)) for place in range(frame.points)],
        frame.beyond(FIRST),
        frame.beyond(LAST),
        frame.beyond(FIRST - 3),
        frame.beyond(LAST + 2.5),
    )


def line_of(shares: Sequence[int | None], frame: Frame, style: int) -> Line:
    spots = [None if share is None else (frame.x(place), frame.y(share)) for place, share in enumerate(shares)]
    dots = [
        Dot(per_cent(spot[0]), per_cent(spot[1]), share)
        for spot, share in zip(spots, shares, strict=True)
        if spot is not None and share is not None
    ]
    strokes = [
        Stroke(*(per_cent(number) for number in (*one, *other))) for one, other in pairwise(spots) if one and other
    ]
    return Line(style, dots, strokes, dots[-1] if spots[-1] else None)


def ends_apart(lines: Sequence[Line]) -> list[str]:
    """Where the numbers at the end of two lines stand, so that neither covers the other."""
    heights = [float(line.end.y[:-1]) if line.end else 0.0 for line in lines]
    if len(heights) == 2 and abs(heights[0] - heights[1]) < APART:
        middle, upper = sum(heights) / 2, heights[0] <= heights[1]
        heights = [middle - APART / 2, middle + APART / 2] if upper else [middle + APART / 2, middle - APART / 2]
    return [per_cent(height + 1.5) for height in heights]
