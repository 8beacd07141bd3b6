"""The typefaces to choose from: what each draws, what draws the rest, and that their files are there."""

from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.core.exceptions import ValidationError
from fontTools.ttLib import TTFont

from leavingwell.themes.curated import CURATED, SCREEN_FONT_OF_SCRIPT, coverage, covers, drawn_by
from leavingwell.themes.font_faces import WEIGHTS, font_faces, web_fonts
from leavingwell.themes.models import Theme
from leavingwell.themes.tokens import stylesheet, tokens_of
from leavingwell.translations.languages import LANGUAGES
from tests.factories import Household


def test_each_language_is_drawn_whole_by_something_whatever_is_chosen() -> None:
    for family in CURATED:
        for code in LANGUAGES:
            assert covers(family, code) or drawn_by(family, code).startswith("Noto "), (family, code)


def test_a_font_without_the_welsh_letters_is_said_to_have_none() -> None:
    assert not covers("Atkinson Hyperlegible", "cy")
    assert covers("Lexend", "cy")
    words = coverage("Atkinson Hyperlegible", ["en", "cy", "ar"])
    assert "Atkinson Hyperlegible draws English." in words
    assert "every letter of Welsh: Noto Sans draws that" in words
    assert "every letter of Arabic: Noto Sans Arabic draws that" in words


def test_no_word_of_an_uncovered_language_is_drawn_with_two_fonts() -> None:
    sheet = stylesheet(tokens_of(Theme(body_font="Atkinson Hyperlegible", heading_font="Lexend")))
    (rule,) = [line for line in sheet.splitlines() if ":root:lang(cy)" in line]
    assert '--font-text: "Noto Sans"' in rule
    assert '--font-head: "Lexend"' in rule


def test_every_file_that_a_stylesheet_names_is_there_and_is_a_font() -> None:
    for family, files in web_fonts().items():
        for part in files["ranges"]:
            for weight in WEIGHTS:
                found = finders.find(f"themes/fonts/{files['file']}-{part}-{weight}.woff2")
                assert isinstance(found, str), (family, part, weight)
                assert Path(found).read_bytes()[:4] == b"wOF2"
    assert set(web_fonts()) == {*CURATED, *SCREEN_FONT_OF_SCRIPT.values()}


@pytest.mark.parametrize("family", CURATED)
def test_what_is_chosen_is_what_the_file_is_called(family: str) -> None:
    typeface = CURATED[family].typeface
    assert TTFont(typeface.regular)["name"].getDebugName(1) == family
    assert "glyf" in TTFont(typeface.bold)  # the default engine of documents reads no other outlines


def test_nothing_is_fetched_from_elsewhere() -> None:
    assert not [rule for rule in font_faces(CURATED) if "http" in rule]


def test_a_font_that_is_not_of_the_list_is_refused(in_north: Household) -> None:
    with pytest.raises(ValidationError) as caught:
        Theme(body_font='Comic"; } body { display: none').save()
    assert caught.value.message_dict == {"body_font": ["Choose a font of the list."]}
