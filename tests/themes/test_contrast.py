"""A theme that people could not read is refused, in words that an editor can act on."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError

from leavingwell.platform.councils.scope import scope
from leavingwell.themes.contrast import failures, nearest_passing, ratio
from leavingwell.themes.models import Theme
from leavingwell.themes.palettes import MODES, complete
from leavingwell.themes.tokens import stylesheet, tokens_of
from tests.api import ask, document
from tests.factories import Household


@pytest.mark.parametrize(
    ("one", "two", "expected"), [("#000", "#fff", 21), ("#ffffff", "#ffffff", 1), ("#767676", "#ffffff", 4.54)]
)
def test_ratios_are_wcags(one: str, two: str, expected: float) -> None:
    assert ratio(one, two) == pytest.approx(expected, abs=0.01)


@pytest.mark.parametrize("mode", MODES)
def test_the_plain_palette_passes_in_every_mode(mode: str) -> None:
    assert failures(complete({})[mode], high_contrast=mode.startswith("contrast")) == []


def test_the_nearest_colour_passes_and_is_close() -> None:
    found = nearest_passing("#8a8a8a", "#ffffff", 4.5)
    assert 4.5 <= ratio(found, "#ffffff") < 4.8


def refused(**fields: Any) -> dict[str, list[str]]:
    with pytest.raises(ValidationError) as caught:
        Theme(**fields).save()
    found: dict[str, list[str]] = caught.value.message_dict
    return found


def test_a_pair_that_is_too_close_is_named(in_north: Household) -> None:
    message = refused(colours={"light": {"accent": "#9fd8d4"}})["colours"][0]
    assert "accent-ink on accent is" in message
    assert "needs 4.5" in message
    assert "nearest that passes is #" in message
    assert not Theme.objects.exists()


def test_a_ratio_is_never_rounded_up_to_a_pass(in_north: Household) -> None:
    messages = refused(colours={"light": {"accent": "#777777", "accent-ink": "#ffffff"}})["colours"]
    assert any("accent-ink on accent is 4.47 to 1" in message for message in messages)


@pytest.mark.parametrize(
    ("colours", "message"),
    [
        ({"night": {}}, "There is no mode “night”."),
        ({"light": {"glow": "#fff"}}, "There is no colour role “glow”."),
        ({"light": {"accent": "red; } body { display: none"}}, "“accent” needs a colour like #1d4f7c."),
        ({"light": {"accent": 5}}, "“accent” needs a colour like #1d4f7c."),
        ([], "Give colours as {mode: {role: #colour}}."),
    ],
)
def test_nothing_but_colours_reaches_a_stylesheet(in_north: Household, colours: Any, message: str) -> None:
    assert refused(colours=colours)["colours"] == [message]


def test_the_api_serves_the_own_theme_alone(north: Household, east: Household) -> None:
    with scope(north.council):
        Theme.objects.create(colours={"light": {"accent": "#0b5d62"}}, shape="printed")
    shell = document("council")
    own = ask(None, north.council, shell)["data"]["council"]["theme"]
    other = ask(None, east.council, shell)["data"]["council"]["theme"]
    assert (own["tokens"]["colours"]["light"]["accent"], own["tokens"]["shape"]["r-m"]) == ("#0b5d62", "4px")
    assert other["tokens"] == tokens_of(None)
    assert own["logo"] is None


def test_the_stylesheet_holds_each_mode(db: Any) -> None:
    sheet = stylesheet(tokens_of(None))
    assert sheet.count("--page-bg:") == len(MODES)
    assert "(prefers-contrast: more) and (prefers-color-scheme: dark)" in sheet
