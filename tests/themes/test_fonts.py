"""The fonts of documents: there, unchanged, told apart, and holding what they must."""

import hashlib
import re

import pytest
from arabic_reshaper import default_reshaper
from arabic_reshaper.letters import LETTERS_ARABIC
from arabic_reshaper.ligatures import LIGATURES
from fontTools.ttLib import TTFont

from leavingwell.themes.curated import CURATED
from leavingwell.themes.typefaces import (
    FONTS,
    LETTERS,
    TYPEFACES,
    every_letter,
    letters_of,
    symbols,
    typefaces_for,
)
from leavingwell.translations.languages import LANGUAGES

FILES = sorted(FONTS.rglob("*.ttf"))


def cmap(name: str) -> set[int]:
    return set(TTFont(FONTS / name).getBestCmap())


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=LANGUAGES)
def test_each_language_is_drawn_first_by_a_family_that_holds_its_own_name(language: object) -> None:
    own = typefaces_for(language.code)[0]  # type: ignore[attr-defined]
    assert own.family == language.font  # type: ignore[attr-defined]
    letters = {ord(letter) for letter in language.own_name if letter.isalpha()}  # type: ignore[attr-defined]
    assert letters <= letters_of(own)
    assert letters <= cmap(own.bold.name)


def test_the_files_are_those_of_the_readme() -> None:
    listed = dict(re.findall(r"\| (\S+\.ttf) \| ([0-9a-f]{64}) \|", (FONTS / "README.md").read_text()))
    found = {file.relative_to(FONTS).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest() for file in FILES}
    assert listed == found
    drawn = {*TYPEFACES, *(one.typeface for one in CURATED.values())}
    assert {face for one in drawn for face in (one.regular, one.bold)} == set(FILES)


def test_the_licence_comes_with_them() -> None:
    for folder in (FONTS, FONTS / "chosen", FONTS.parent / "static" / "themes" / "fonts"):
        assert "SIL OPEN FONT LICENSE Version 1.1" in (folder / "OFL.txt").read_text()
    assert all("Open Font License" in TTFont(file)["name"].getDebugName(13) for file in FILES)


def test_no_two_fonts_share_a_name_by_which_the_default_engine_would_mix_them_up() -> None:
    names = [TTFont(file)["name"].getDebugName(6) for file in FILES]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("weight", ["Regular", "Bold"])
def test_the_arabic_font_holds_every_joined_form_that_the_default_engine_writes(weight: str) -> None:
    known = cmap(f"NotoNaskhArabic-{weight}.ttf")
    forms = {form for row in LETTERS_ARABIC.values() for form in row if form}
    on = {name for name, _forms in LIGATURES if default_reshaper.configuration.getboolean(name, fallback=False)}
    forms |= {form for name, (_match, row) in LIGATURES if name in on for form in row if form}
    assert {form for form in forms if ord(form) not in known} == set()


@pytest.mark.parametrize("text", ["😀❤️🙏🏽👩‍🎓🇬🇧🏴󠁧󠁢󠁥󠁮󠁧󠁿", "✓✗★☆→←↑↓①", "≤≥≠≈∞√", "𝓦𝓻𝓮𝓷", "£€₽₹½™…–—‘’“”«»", "ëőşţțỡłøßñ"])
def test_what_people_put_between_letters_can_be_drawn(text: str) -> None:
    assert {letter for letter in text if ord(letter) not in every_letter()} <= {"\ufe0f", "\u200d"}


def test_symbols_are_what_no_family_of_letters_holds() -> None:
    assert ord("😀") in symbols()
    assert not any(ord(letter) in symbols() for letter in "aя5£.،।")
    assert len(LETTERS) == 5
