"""The dark and high-contrast colours that are made from a council's light ones."""

from random import Random

import pytest

from leavingwell.themes.contrast import failures, luminance
from leavingwell.themes.oklch import from_oklch, oklch
from leavingwell.themes.palettes import MODES, complete, plain
from leavingwell.themes.roles import ROLES

DERIVED = MODES[1:]


def any_light(seed: int) -> dict[str, str]:
    chance = Random(seed)
    return {
        role: f"#{chance.randrange(1 << 24):06x}" for role in plain() if not role.startswith(("face", "brand-line"))
    }


@pytest.mark.parametrize("mode", DERIVED)
def test_whatever_the_light_colours_are_the_derived_ones_pass(mode: str) -> None:
    for seed in range(40):
        made = complete({"light": any_light(seed)})[mode]
        assert failures(made, high_contrast=mode.startswith("contrast")) == [], seed


def test_the_hue_of_the_council_stays() -> None:
    teal, plum = (complete({"light": {"accent": colour}})["dark"]["accent"] for colour in ("#0b5d62", "#7a2a5a"))
    assert abs(oklch(teal)[2] - oklch("#0b5d62")[2]) < 0.1
    assert abs(oklch(plum)[2] - oklch("#7a2a5a")[2]) < 0.1
    assert teal != plum


def test_dark_is_dark_and_high_contrast_is_black_on_white() -> None:
    sets = complete({})
    assert luminance(sets["dark"]["page-bg"]) < 0.05 < luminance(sets["dark"]["ink"])
    assert (sets["contrast"]["ink"], sets["contrast"]["page-bg"]) == ("#000000", "#ffffff")
    assert (sets["contrast_dark"]["ink"], sets["contrast_dark"]["page-bg"]) == ("#ffffff", "#000000")


def test_a_colour_that_is_set_by_hand_stands_over_the_derived_one() -> None:
    sets = complete({"dark": {"accent": "#ffeeaa"}})
    assert sets["dark"]["accent"] == "#ffeeaa"
    assert sets["dark"] | {"accent": ""} == complete({})["dark"] | {"accent": ""}


@pytest.mark.parametrize("colour", ["#0b5d62", "#ffc629", "#ffffff", "#000000", "#7f7f7f", "#ff0000"])
def test_there_and_back_is_the_same_colour(colour: str) -> None:
    assert from_oklch(*oklch(colour)) == colour


def test_every_role_of_the_editor_is_in_every_set() -> None:
    assert all(role.role in complete({})[mode] for role in ROLES for mode in MODES)
