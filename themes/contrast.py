"""The colour pairs that a theme must hold apart (WCAG 2.2 AA), and how far apart they are."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

Colours = Mapping[str, str]
GROUNDS = ("page-bg", "surface", "sunken")
TEXT_PAIRS = (
    *((ink, ground) for ink in ("ink", "ink-2", "link", "second", "error") for ground in GROUNDS),
    *((f"{role}-soft-ink", f"{role}-soft") for role in ("accent", "second", "positive", "attention", "error")),
    ("accent-ink", "accent"),
    ("accent-ink", "accent-hover"),
    ("brand-ink", "brand"),
    ("brand-quiet", "brand"),
    ("surface", "second"),
    ("accent-soft-ink", "accent-soft"),
    ("ink", "accent-soft"),
    ("link", "accent-soft"),
)
PART_PAIRS = (
    *(
        (part, ground)
        for part in ("edge", "accent", "positive", "focus", "chart-1", "chart-2", "attention")
        for ground in ("page-bg", "surface")
    ),
    ("chart-1", "sunken"),
    ("accent", "accent-soft"),
    ("second", "second-soft"),
    ("focus", "focus-halo"),
    ("surface", "positive"),
    ("edge", "second-soft"),
    ("accent", "second-soft"),
    *(("face-ink", f"face-{number}") for number in range(1, 6)),
)
LEAST_TEXT, LEAST_PART, LEAST_TEXT_IN_HIGH_CONTRAST = 4.5, 3.0, 7.0


@dataclass(frozen=True)
class Failure:
    """A pair that is too close, with the nearest passing colour for its first part."""

    front: str
    back: str
    ratio: float
    least: float
    nearest: str


def channels(colour: str) -> tuple[int, int, int]:
    """Red, green, blue (0 to 255) of `#rgb` or `#rrggbb`."""
    digits = colour.lstrip("#")
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    return int(digits[0:2], 16), int(digits[2:4], 16), int(digits[4:6], 16)


def six_digits(colour: str) -> str:
    """What a colour input understands: `#fff` is `#ffffff` there. What shines through is shown whole."""
    return "#" + "".join(f"{channel:02x}" for channel in channels(colour))


def luminance(colour: str) -> float:
    """Relative luminance as WCAG defines it, 0 (black) to 1 (white)."""
    shares = (channel / 255 for channel in channels(colour))
    linear = [share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def ratio(one: str, two: str) -> float:
    """Contrast ratio, 1 to 21."""
    high, low = sorted((luminance(one), luminance(two)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def mixed(colour: str, other: str, share: float) -> str:
    """`colour` moved towards `other` by a share from 0 to 1."""
    pairs = zip(channels(colour), channels(other), strict=True)
    return "#" + "".join(f"{round(one + (two - one) * share):02x}" for one, two in pairs)


def nearest_passing(front: str, back: str, least: float) -> str:
    """The smallest step of `front` towards black or white that reaches `least` against `back`."""
    for step in range(1, 101):
        for end in ("#000000", "#ffffff"):
            if ratio(moved := mixed(front, end, step / 100), back) >= least:
                return moved
    return front


def nearest_for(role: str, colours: Colours, *, high_contrast: bool = False) -> str | None:
    """The smallest step of a role towards black or white that passes in all of its pairs; None when there is none."""
    wanted = [
        (colours[back if front == role else front], least)
        for front, back, least in pairs(high_contrast)
        if role in (front, back)
    ]
    for step in range(1, 101):
        for end in ("#000000", "#ffffff"):
            moved = mixed(colours[role], end, step / 100)
            if all(ratio(moved, other) >= least for other, least in wanted):
                return moved
    return None


def pairs(high_contrast: bool) -> Iterator[tuple[str, str, float]]:
    least_text = LEAST_TEXT_IN_HIGH_CONTRAST if high_contrast else LEAST_TEXT
    yield from ((front, back, least_text) for front, back in TEXT_PAIRS)
    yield from ((front, back, LEAST_PART) for front, back in PART_PAIRS)


def failures(colours: Colours, *, high_contrast: bool = False) -> list[Failure]:
    """Every pair of the theme that is too close; `colours` must name every role."""
    found = []
    for front, back, least in pairs(high_contrast):
        if (got := ratio(colours[front], colours[back])) < least:
            found.append(Failure(front, back, got, least, nearest_passing(colours[front], colours[back], least)))
    return found
