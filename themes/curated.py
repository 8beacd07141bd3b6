"""The typefaces that a council may choose: open (OFL), easy to read, drawn alike on screens and on paper."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from leavingwell.themes.typefaces import LATIN, Typeface, letters_of
from leavingwell.translations.languages import LANGUAGES, Language, language_of

NOTO = LATIN.family
SCREEN_FONT_OF_SCRIPT = {
    "Arab": "Noto Sans Arabic",
    "Ethi": "Noto Sans Ethiopic",
    "Beng": "Noto Sans Bengali",
    "Guru": "Noto Sans Gurmukhi",
}


@dataclass(frozen=True)
class Curated:
    """A typeface of the list, and what it is good for."""

    typeface: Typeface
    about: Any
    generic: str = "sans-serif"


CURATED = {
    one.typeface.family: one
    for one in (
        Curated(LATIN, gettext_lazy("plain and complete")),
        Curated(Typeface("Lexend", "chosen/Lexend"), gettext_lazy("wide and open, made for easy reading")),
        Curated(Typeface("Nunito", "chosen/Nunito"), gettext_lazy("round and friendly")),
        Curated(
            Typeface("Atkinson Hyperlegible", "chosen/AtkinsonHyperlegible"),
            gettext_lazy("letters that nobody mixes up, made for weak eyes"),
        ),
        Curated(Typeface("Bitter", "chosen/Bitter"), gettext_lazy("with serifs, like a book"), "serif"),
        Curated(
            Typeface("Barlow Condensed", "chosen/BarlowCondensed"), gettext_lazy("narrow, like a poster: for headings")
        ),
    )
}


@cache
def alphabets() -> dict[str, str]:
    """The letters beyond a to z that a language needs, by its code."""
    found: dict[str, str] = json.loads((Path(__file__).parent / "data" / "alphabets.json").read_text(encoding="utf-8"))
    return found


@cache
def covers(family: str, code: str) -> bool:
    """Whether a typeface of the list holds every letter of a language."""
    alphabet = alphabets().get(code, "") + language_of(code).own_name
    letters = {ord(letter) for letter in alphabet + alphabet.upper() if letter.isalpha() and len(letter) == 1}
    return letters <= letters_of(CURATED[family].typeface)


def drawn_by(family: str, code: str) -> str:
    """The family that draws a language on screens, where `family` was chosen: itself, or a Noto font."""
    return family if covers(family, code) else SCREEN_FONT_OF_SCRIPT.get(language_of(code).script, NOTO)


def uncovered(family: str) -> list[Language]:
    return [language for code, language in LANGUAGES.items() if not covers(family, code)]


def stack(family: str) -> str:
    """As CSS has it. Each Noto font is asked for only where a page has letters of its script."""
    names = dict.fromkeys((family, NOTO, *SCREEN_FONT_OF_SCRIPT.values()))
    return ", ".join([*(f'"{name}"' for name in names), CURATED[family].generic])


def listed(names: Sequence[str]) -> str:
    *most, last = names
    return _("%(most)s and %(last)s") % {"most": ", ".join(most), "last": last} if most else last


def coverage(family: str, codes: Iterable[str]) -> str:
    """In words, which of the languages the typeface draws and what draws the others."""
    groups: dict[str, list[str]] = {}
    for code in codes:
        groups.setdefault(drawn_by(family, code), []).append(language_of(code).english_name)
    own = groups.pop(family, [])
    parts = [_("%(font)s draws %(languages)s.") % {"font": family, "languages": listed(own)}] if own else []
    for font, languages in groups.items():
        words = _("It has not every letter of %(languages)s: %(font)s draws that.")
        parts.append(words % {"font": font, "languages": listed(languages)})
    return " ".join(parts)


def choices() -> list[tuple[str, Any]]:
    return [(family, format_lazy("{}: {}", family, one.about)) for family, one in CURATED.items()]
