"""Hard words, found where they stand in a text."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from html import unescape
from typing import Any

from django.utils.html import strip_tags

from leavingwell.content.models import GlossaryTerm
from leavingwell.content.national.standing import standing

ENDINGS = {"en": r"(?:['’]s|e?s)?"}  # of several, or of what is somebody's
BEGINNINGS = dict.fromkeys(("ar",), r"(?:[وبلف]?ال|لل|[وب])?")  # written in one with the word
LETTER = r"[\w\u0300-\u036f\u064b-\u065f\u0980-\u0a7f]"

LEFT_ALONE = re.compile(r"<(a|h[1-6])\b.*?</\1\s*>", re.DOTALL | re.IGNORECASE)


@dataclass(frozen=True)
class HardWord:
    """`words` as they stand in the text, whose `term` and `meaning` are in its own language."""

    words: str
    term: str
    meaning: str


def glossary_terms() -> Any:
    """Those that young people are shown here. The one place that says so."""
    return standing(GlossaryTerm.objects.all()).order_by("term_en", "pk")


def words_in(html: str) -> str:
    """Those of its paragraphs and lists: a link or a heading is no place to explain anything."""
    return unescape(strip_tags(LEFT_ALONE.sub(" ", html).replace("<", " <")))


def written(term: str, language: str) -> str:
    words = r"\s+".join(re.escape(word) for word in term.split())
    return rf"(?<!{LETTER}){BEGINNINGS.get(language, '')}{words}{ENDINGS.get(language, '')}(?!{LETTER})"


class Glossary:
    """The terms of one language, ready to be looked for."""

    def __init__(self, terms: Iterable[GlossaryTerm], language: str) -> None:
        pairs = [(getattr(one, f"term_{language}", ""), getattr(one, f"meaning_{language}", "")) for one in terms]
        self.language = language
        self.pairs = sorted(
            ((term.strip(), meaning) for term, meaning in pairs if term and term.strip() and meaning),
            key=lambda pair: -len(pair[0]),  # "council tax" before "council"
        )

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        parts = [f"({written(term, self.language)})" for term, _meaning in self.pairs]
        return re.compile("|".join(parts), re.IGNORECASE)

    def in_text(self, text: str) -> list[HardWord]:
        """Each term that the text uses, once, in the order of their first places."""
        if not self.pairs or not text:
            return []
        found: dict[int, HardWord] = {}
        for match in self.pattern.finditer(words_in(text) if "<" in text else text):
            place = (match.lastindex or 1) - 1
            found.setdefault(place, HardWord(match.group(), *self.pairs[place]))
        return list(found.values())
