"""A theme on paper: its light colours and its corners, as the custom properties of a document's stylesheet."""

from collections.abc import Mapping
from typing import Any

from leavingwell.themes.contrast import LEAST_TEXT, nearest_passing, ratio
from leavingwell.themes.models import Theme
from leavingwell.themes.shapes import CORNERS_ON_PAPER
from leavingwell.themes.shapes import ON_PAPER as SHAPES_ON_PAPER
from leavingwell.themes.tokens import tokens_of

PAPER = "#ffffff"
ON_PAPER = ("ink", "ink-2", "accent", "second", "positive", "attention")  # roles that colour text on white


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
    look = theme or Theme()
    return colours_on_paper(tokens_of(look)) | SHAPES_ON_PAPER[look.shape] | CORNERS_ON_PAPER[look.corners]


def print_fonts(theme: Theme | None) -> dict[str, str]:
    """The families of a document's text and of its headings."""
    look = theme or Theme()
    return {"text": look.body_font, "head": look.heading_font}
