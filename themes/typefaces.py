"""The fonts that documents are drawn with: which there are, which a language prefers, and what letters they hold."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from fontTools.ttLib import TTFont

from leavingwell.translations.languages import LANGUAGES, language_of

FONTS = Path(__file__).parent / "fonts"


@dataclass(frozen=True)
class Typeface:
    """One family under themes/fonts. A family of symbols has no bold of its own."""

    family: str
    file: str
    has_bold: bool = True

    @property
    def regular(self) -> Path:
        return FONTS / f"{self.file}-Regular.ttf"

    @property
    def bold(self) -> Path:
        return FONTS / f"{self.file}-Bold.ttf" if self.has_bold else self.regular


LATIN = Typeface("Noto Sans", "NotoSans")
LETTERS = (
    LATIN,
    Typeface("Noto Naskh Arabic", "NotoNaskhArabic"),
    Typeface("Noto Sans Bengali", "NotoSansBengali"),
    Typeface("Noto Sans Gurmukhi", "NotoSansGurmukhi"),
    Typeface("Noto Sans Ethiopic", "NotoSansEthiopic"),
)
SYMBOLS = (
    Typeface("Noto Sans Math", "NotoSansMath", has_bold=False),
    Typeface("Noto Sans Symbols", "NotoSansSymbols", has_bold=False),
    Typeface("Noto Sans Symbols 2", "NotoSansSymbols2", has_bold=False),
    Typeface("Noto Emoji", "NotoEmoji", has_bold=False),
)
TYPEFACES = LETTERS + SYMBOLS


def typefaces_for(language: str) -> tuple[Typeface, ...]:
    """Every typeface, the language's own first: each letter is drawn by the first that holds it."""
    own = language_of(language).font
    return tuple(sorted(TYPEFACES, key=lambda typeface: (typeface.family != own, TYPEFACES.index(typeface))))


def typefaces_in(text: str, language: str) -> list[Typeface]:
    """Those that draw the letters of a text; the Latin one in any case, for page numbers."""
    letters, order = set(map(ord, text)), typefaces_for(language)
    needed = {next((one for one in order if letter in letters_of(one)), LATIN) for letter in letters}
    return [one for one in order if one in needed | {LATIN}]


@cache
def letters_of(typeface: Typeface) -> frozenset[int]:
    """The code points that the typeface holds."""
    with TTFont(typeface.regular, lazy=True) as font:
        return frozenset(font.getBestCmap())


@cache
def every_letter() -> frozenset[int]:
    return frozenset().union(*(letters_of(typeface) for typeface in TYPEFACES))


@cache
def symbols() -> frozenset[int]:
    """The code points that only a typeface of symbols holds."""
    return every_letter() - frozenset().union(*(letters_of(typeface) for typeface in LETTERS))


def languages_of_script(script: str) -> list[str]:
    """The codes of the languages that are written in a script (ISO 15924), in the order of the register."""
    return [code for code, language in LANGUAGES.items() if language.script == script]
