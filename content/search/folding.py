"""Words as a forgiving search compares them: without accents, case and the ways of writing one letter."""

import re
import unicodedata
from collections.abc import Iterator

MARKS = [*range(0x300, 0x370), *range(0x610, 0x61B), *range(0x64B, 0x660), 0x670, *range(0x6D6, 0x6EE)]
UNSEEN = [0x640, 0x200C, 0x200D, 0x200E, 0x200F, 0xAD]  # tatweel, joiners, marks of direction, soft hyphen
APOSTROPHES = [ord(character) for character in "'’ʼ‘`´"]
SIGNS = [0x9BC, 0x9CD, 0xA3C, 0xA4D]  # nukta and virama of Bengali and Gurmukhi: often left out
ALIKE = {
    **dict.fromkeys("ٱأإآء", "ا"),
    **dict.fromkeys("ىيۍېئے", "ی"),
    **dict.fromkeys("كګ", "ک"),
    **dict.fromkeys("ةۀەھہۃ", "ه"),
    **dict.fromkeys("ؤۆۇ", "و"),
    "ڕ": "ر",
    "ڵ": "ل",
    **dict.fromkeys("łľ", "l"),
    **dict.fromkeys("đð", "d"),
    "ø": "o",
    "ı": "i",
    "ß": "ss",
    "æ": "ae",
    "œ": "oe",
    "ґ": "г",
    "ё": "е",
}
# Rows of the Ethiopic syllabary that are said alike, and written for one another: ሐ and ኀ as ሀ, ሠ as ሰ, ዐ as አ, ፀ as ጸ.
ROWS = {0x1210: 0x1200, 0x1280: 0x1200, 0x1220: 0x1230, 0x12D0: 0x12A0, 0x1340: 0x1338}
FOLDS: dict[int, str | None] = {
    **dict.fromkeys([*MARKS, *UNSEEN, *APOSTROPHES, *SIGNS], None),
    **{ord(written): plain for written, plain in ALIKE.items()},
    **{row + step: chr(plain + step) for row, plain in ROWS.items() for step in range(8)},
}
BETWEEN_LETTERS = dict.fromkeys([*MARKS, *UNSEEN, *APOSTROPHES])
WORD = re.compile(r"[\w\u0980-\u0a7f]+")  # a vowel of Bengali or Gurmukhi is no letter to Python
THE = re.compile(r"^(?:[وبفک]?ال|لل)(?=\w{3})")  # Arabic articles are written in one with their word, folded


def fold(text: str) -> str:
    """The text in small letters, with what is written in more than one way written in one."""
    return unicodedata.normalize("NFKD", text.casefold()).translate(FOLDS)


def without_article(word: str) -> str:
    return THE.sub("", word)


def words_of(text: str) -> Iterator[tuple[str, str]]:
    """Each word of a text, folded and as it is written. The two are cut alike: no fold joins or parts words."""
    for written in WORD.findall(unicodedata.normalize("NFC", text).translate(BETWEEN_LETTERS)):
        yield without_article(fold(written)), written


def folded_words(text: str) -> list[str]:
    return [word for word, _written in words_of(text)]
