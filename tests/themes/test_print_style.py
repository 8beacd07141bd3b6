"""A theme on paper."""

from typing import Any

import pytest

from leavingwell.themes.contrast import ratio
from leavingwell.themes.models import Theme
from leavingwell.themes.print_style import ON_PAPER, PAPER, opaque, print_style
from tests.platform.documents.rich_plan import EASTMARSH, NORTHMOOR


def theme(colours: dict[str, Any], shape: str = "soft") -> Theme:
    return Theme(colours=colours, shape=shape, voice="quiet", scene="none")


@pytest.mark.parametrize("colours", [{}, NORTHMOOR, EASTMARSH])
def test_text_in_any_theme_can_be_read_on_white(colours: dict[str, Any]) -> None:
    style = print_style(theme(colours))
    assert all(ratio(style[role], PAPER) >= 4.5 for role in ON_PAPER)


def test_a_theme_on_tinted_pages_is_darkened_where_white_needs_it() -> None:
    pale = print_style(theme({"light": {"accent": "#8fd3ff"}}))
    assert pale["accent"] != "#8fd3ff"
    assert ratio(pale["accent"], PAPER) >= 4.5


def test_paper_knows_no_transparency() -> None:
    assert opaque("#11223380") == "#112233"
    assert opaque("#123") == "#123"


def test_shape_goes_with_the_theme_and_no_theme_is_plain() -> None:
    assert print_style(theme({}, "printed"))["corner"] != print_style(theme({}, "soft"))["corner"]
    assert print_style(None)["brand"] == print_style(theme({}))["brand"]
