"""Numbers, length, spaces, and signs that nobody sees."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from leavingwell.translations.checks.finding import Code, Finding, error, warning
from leavingwell.translations.checks.markup import CLOSED_TAG
from leavingwell.translations.checks.placeholders import PLACEHOLDER

TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")  # the marks U+200E and U+200F may stay
NUMBER = re.compile(r"\d+")
ADDRESS = re.compile(r"(?<!\S)\S*(?:://|@)\S*")


def numbers_in(text: str) -> Counter[str]:
    """In the digits of any script; not those of addresses and placeholders."""
    bare = ADDRESS.sub(" ", PLACEHOLDER.sub(" ", CLOSED_TAG.sub("", text)))
    return Counter("".join(str(unicodedata.digit(sign)) for sign in number) for number in NUMBER.findall(bare))


def numbers(unit: Any, source: str, text: str) -> Iterator[Finding]:
    wanted, there = numbers_in(source), numbers_in(text)
    if wanted != there and not unit.source_plural:
        different = ", ".join(sorted((wanted - there) + (there - wanted)))
        yield warning(Code.NUMBERS, _("The numbers are not the same as in the English: %s.") % different)


def length(unit: Any, source: str, text: str) -> Iterator[Finding]:
    over = len(text) - unit.max_length if unit.max_length else 0
    if over > 0:
        words = ngettext("This is %d letter too long.", "This is %d letters too long.", over)
        yield error(Code.LENGTH, words % over)


def untranslated(unit: Any, source: str, text: str) -> Iterator[Finding]:
    words = PLACEHOLDER.sub("", CLOSED_TAG.sub("", source))
    if text.strip() == source.strip() and any(map(str.isalpha, words)):
        yield warning(Code.UNTRANSLATED, _("This is the same as the English."))


def spaces(unit: Any, source: str, text: str) -> Iterator[Finding]:
    if (starts(text), ends(text)) != (starts(source), ends(source)):
        yield warning(Code.SPACES, _("It does not begin or end with the same spaces as the English."))


def starts(text: str) -> str:
    return text[: len(text) - len(text.lstrip())]


def ends(text: str) -> str:
    return text[len(text.rstrip()) :]


def direction(unit: Any, source: str, text: str) -> Iterator[Finding]:
    if TURNING & set(text) - set(source):
        yield error(Code.DIRECTION, _("There is a hidden sign in it that turns the direction of writing."))


def control(unit: Any, source: str, text: str) -> Iterator[Finding]:
    if any(unicodedata.category(sign) in ("Cc", "Cs") and sign not in "\n\r\t" for sign in text):
        yield error(Code.SIGNS, _("There is a hidden sign in it that no text has."))
