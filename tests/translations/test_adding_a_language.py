"""The checks of docs/adding-a-language.md, for every language of the register."""

import json
import re
import unicodedata
from datetime import date
from functools import cache
from pathlib import Path

import polib
import pytest
from babel import Locale
from django.utils import translation
from django.utils.translation import trans_real
from fontTools.ttLib import TTFont

from leavingwell.content.models import OfferPage
from leavingwell.questionnaires.models import Wording
from leavingwell.themes.curated import SCREEN_FONT_OF_SCRIPT, alphabets
from leavingwell.themes.font_faces import web_fonts
from leavingwell.themes.typefaces import typefaces_for
from leavingwell.translations.days import ZEROS, solar_hijri, written_day, written_month
from leavingwell.translations.languages import LANGUAGES, RIGHT_TO_LEFT, SOURCE, language_of

ROOT = Path(__file__).parents[2]
WEB = ROOT / "themes" / "static" / "themes" / "fonts"
OURS = ("platform", "themes", "translations")
RIGHT_TO_LEFT_SCRIPTS = {"Arab", "Hebr", "Thaa", "Syrc", "Nkoo"}
BASIC = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
DAY = date(2026, 11, 27)
every_language = pytest.mark.parametrize("code", LANGUAGES)


def letters_needed(code: str) -> set[int]:
    """Its alphabet in small and capital letters, its own name, and its digits."""
    zero = ord(ZEROS[Locale(code).default_numbering_system])
    own = alphabets().get(code, "") + language_of(code).own_name
    found = {letter for letter in own + own.upper() if not letter.isspace()} | {chr(zero + n) for n in range(10)}
    return {ord(letter) for letter in found if unicodedata.category(letter)[0] in "LMN"}


@cache
def cmap(path: Path) -> frozenset[int]:
    with TTFont(path, lazy=True) as font:
        return frozenset(font.getBestCmap())


def points_in(ranges: str) -> set[int]:
    found: set[int] = set()
    for part in ranges.split(","):
        first, _dash, last = part.strip().removeprefix("U+").partition("-")
        found |= set(range(int(first, 16), int(last or first, 16) + 1))
    return found


def drawn_on_screens(family: str, weight: int) -> set[int]:
    """What a browser draws with its files: what is both in a file and in the range for which it is fetched."""
    known = web_fonts()[family]
    return {
        point
        for part, ranges in known["ranges"].items()
        for point in points_in(ranges) & cmap(WEB / f"{known['file']}-{part}-{weight}.woff2")
    }


@every_language
def test_the_row_of_the_register(code: str) -> None:
    language = language_of(code)
    assert language.code == code
    assert re.fullmatch(r"[a-z]{2,3}", code)
    assert language.own_name
    assert language.english_name
    assert (language.direction == "rtl") == (language.script in RIGHT_TO_LEFT_SCRIPTS) == (code in RIGHT_TO_LEFT)
    first = next(letter for letter in language.own_name if letter.isalpha())
    assert (unicodedata.bidirectional(first) in ("R", "AL")) == (language.direction == "rtl")


@every_language
def test_its_alphabet_is_known(code: str) -> None:
    assert code == SOURCE or alphabets()[code]


@every_language
def test_documents_can_draw_it(code: str) -> None:
    first = typefaces_for(code)[0]
    for path in (first.regular, first.bold):
        assert letters_needed(code) - cmap(path) - set(map(ord, BASIC)) == set(), path.name  # these Noto Sans draws


@every_language
def test_screens_can_draw_it_with_files_of_ours(code: str) -> None:
    family = SCREEN_FONT_OF_SCRIPT.get(language_of(code).script, "Noto Sans")
    for weight in (400, 700):
        drawn = drawn_on_screens(family, weight) | drawn_on_screens("Noto Sans", weight)
        assert {chr(point) for point in letters_needed(code) - drawn} == set()


def test_no_page_fetches_letters_that_it_does_not_have() -> None:
    """An English page needs one file of each weight; a script's own files hold no letter of English."""
    for family in SCREEN_FONT_OF_SCRIPT.values():
        for ranges in web_fonts()[family]["ranges"].values():
            assert not points_in(ranges) & set(map(ord, BASIC)), family
    latin = [part for part, ranges in web_fonts()["Noto Sans"]["ranges"].items() if points_in(ranges) & {ord("a")}]
    assert latin == ["latin"]


@every_language
def test_its_texts_have_a_place(code: str) -> None:
    assert OfferPage._meta.get_field(f"heading_{code}")
    assert Wording._meta.get_field(f"text_{code}")


@every_language
def test_its_plurals_are_counted_as_its_catalogues_say(code: str) -> None:
    plural = trans_real.translation(code).plural
    assert {plural(number) for number in (0, 1, 2, 3, 5, 11, 100)} <= set(range(6))
    paths = [path for top in OURS for path in (ROOT / top).rglob(f"locale/{code}/LC_MESSAGES/django.po")]
    for path in paths if code != SOURCE else ():
        catalogue = polib.pofile(str(path))
        count = int(re.search(r"nplurals\s*=\s*(\d)", catalogue.metadata["Plural-Forms"]).group(1))  # type: ignore[union-attr]
        for entry in catalogue:
            assert not entry.msgid_plural or len(entry.msgstr_plural) == count, (path, entry.msgid)


@every_language
def test_its_days_are_written_in_its_own_words_and_digits(code: str) -> None:
    for words in (written_day(DAY, code), written_day(DAY, code, "full"), written_month(DAY, code, with_year=True)):
        assert code == SOURCE or not re.search("November|Friday", words)
        if Locale(code).default_numbering_system != "latn":
            assert not re.search("[0-9]", words)


def test_english_is_that_of_england() -> None:
    assert written_day(DAY, "en") == "27 November 2026"


def test_the_day_of_the_other_calendar_stands_beside_it() -> None:
    assert written_day(DAY, "fa") == "۲۷ نوامبر ۲۰۲۶ (۱۴۰۵/۹/۶)"
    assert written_day(DAY, "fa", beside=False) == "۲۷ نوامبر ۲۰۲۶"
    assert solar_hijri(date(2027, 3, 21), "ps") == "۱۴۰۶/۱/۱"
    assert "(" not in written_day(DAY, "ur")
    assert written_month(DAY, "ckb", with_year=False) == "تشرینی دووەم"  # not the solar month that Django puts there


@every_language
def test_a_page_in_it_knows_its_direction(code: str) -> None:
    with translation.override(code):
        assert translation.get_language_bidi() == (language_of(code).direction == "rtl")


def test_the_recipe_names_what_this_file_looks_at() -> None:
    recipe = (ROOT / "docs" / "adding-a-language.md").read_text()
    for name in (
        "translations/languages.py",
        "themes/data/alphabets.json",
        "themes/data/web_fonts.json",
        "makemigrations",
    ):
        assert name in recipe
    assert set(json.loads((ROOT / "themes" / "data" / "alphabets.json").read_text())) == set(LANGUAGES) - {SOURCE}
