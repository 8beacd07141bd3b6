"""A theme on paper: its light colours and its corners, as the custom properties of a document's stylesheet."""

from collections.abc import Mapping
from typing import Any

from leavingwell.themes.contrast import LEAST_TEXT, nearest_passing, ratio
from leavingwell.themes.models import Theme
from leavingwell.themes.shapes import Shape
from leavingwell.themes.tokens import tokens_of

PAPER = "#ffffff"
ON_PAPER = ("ink", "ink-2", "accent", "second", "positive", "attention")  # roles that colour text on white
SOFT = {"corner": "9pt", "small-corner": "5pt", "outline": "0.75pt"}
PRINTED = {"corner": "2pt", "small-corner": "1pt", "outline": "1.5pt"}


def opaque(colour: str) -> str:
    """Paper knows no transparency."""
    return colour[:7] if len(colour) == 9 else colour


def readable(colour: str) -> str:
    """The colour, or the nearest that can be read on paper, for a theme whose pages are not white."""
    return colour if ratio(colour, PAPER) >= LEAST_TEXT else nearest_passing(colour, PAPER, LEAST_TEXT)


def colours_on_paper(tokens: Mapping[str, Any]) -> dict[str, str]:
    colours = {role: opaque(colour) for role, colour in tokens["colours"]["light"].items()}
    return colours | {role: readable(colours[role]) for role in ON_PAPER}


def print_style(theme: Theme | None) -> dict[str, str]:
    """`{property: value}`; the plain theme without one."""
    shape = theme.shape if theme else Shape.SOFT
    return colours_on_paper(tokens_of(theme)) | (PRINTED if shape == Shape.PRINTED else SOFT)
