"""What a check says about one piece of text. Each rule gives the words that it is about."""

import re
from collections.abc import Iterator

from bs4 import BeautifulSoup
from django.utils.translation import gettext as _

from leavingwell.content.checks.texts import Piece
from leavingwell.content.models import ContentFinding
from leavingwell.translations.languages import SOURCE
from leavingwell.translations.readability import SENTENCE_END, WORD

Kind = ContentFinding.Kind
Said = tuple[str, str]  # the kind of the finding, and its words
LONGEST_SENTENCE = 25  # words
CAPITALS = re.compile(r"\b[A-Z]{2,}(?:[\s,'’-]+[A-Z]{2,}){2,}\b")  # three words on end: an abbreviation is one
SAYS_NOTHING = frozenset({"click", "click here", "here", "this", "link", "this link", "more", "more info", "read more"})
BLOCKS = ("p", "li", "h3", "h4")


def plain(piece: Piece) -> str:
    """The words alone, each paragraph a sentence of its own."""
    if not piece.html:
        return piece.words
    text = BeautifulSoup(piece.html, "html.parser")
    return ". ".join(block.get_text(" ", strip=True) for block in text.find_all(BLOCKS))


def shortened(words: str) -> str:
    joined = " ".join(words.split())
    return joined if len(joined) <= 120 else f"{joined[:117]}…"


def long_sentences(piece: Piece) -> Iterator[Said]:
    for sentence in SENTENCE_END.split(plain(piece)):
        if len(WORD.findall(sentence)) > LONGEST_SENTENCE:
            yield Kind.LONG_SENTENCE, shortened(sentence)


def capitals(piece: Piece) -> Iterator[Said]:
    for found in CAPITALS.finditer(plain(piece)):
        yield Kind.CAPITALS, shortened(found[0])


def link_words(piece: Piece) -> Iterator[Said]:
    if piece.language != SOURCE:
        return
    for link in BeautifulSoup(piece.html, "html.parser").find_all("a"):
        words = link.get_text(" ", strip=True)
        if words.lower().strip(" .…»>") in SAYS_NOTHING:
            yield Kind.LINK_WORDS, shortened(words)


def heading_order(piece: Piece) -> Iterator[Said]:
    seen = ""
    for heading in BeautifulSoup(piece.html, "html.parser").find_all(("h3", "h4")):
        if heading.name == "h4" and not seen:
            yield Kind.HEADING_ORDER, shortened(heading.get_text(" ", strip=True)) or _("(no words)")
        seen = heading.name


RULES = (long_sentences, capitals, link_words, heading_order)


def said_of(piece: Piece) -> Iterator[Said]:
    for rule in RULES:
        yield from rule(piece)
