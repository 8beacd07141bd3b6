"""Reading, cleaning and marking the HTML of a document before an engine draws it."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element, SubElement

import html5lib

from leavingwell.platform.documents.languages_in_text import Run, language_of_text, runs
from leavingwell.translations.languages import Direction, language_of

Piece = tuple[str, dict[str, str]]  # a part of a text, and the attributes of its span; none for plain text
BLOCKS = {"p", "h1", "h2", "h3", "h4", "li", "dt", "dd", "td", "th", "caption", "figcaption", "div", "blockquote"}
NOT_DRAWN = {"head", "style", "script"}
# Characters that nobody sees and that carry no letter: controls, overrides of direction (which would reach beyond
# somebody's own words), soft hyphens, joiners of words, and the places of objects that some keyboards leave behind.
INVISIBLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b"
    "\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffc]"
)


def clean(text: str) -> str:
    """The same letters, composed where Unicode has them composed, without what nobody can see."""
    return INVISIBLE.sub("", unicodedata.normalize("NFC", text))


def read(html: str) -> Element:
    """The root of the document, its text cleaned."""
    root: Element = html5lib.parse(html, treebuilder="etree", namespaceHTMLElements=False)
    for element in drawn(root):
        element.text = clean(element.text) if element.text else element.text
        for child in element:
            child.tail = clean(child.tail) if child.tail else child.tail
    return root


def write(root: Element) -> str:
    html = html5lib.serialize(root, tree="etree", omit_optional_tags=False, quote_attr_values="always")
    return f"<!DOCTYPE html>{html}"


def drawn(element: Element) -> Iterator[Element]:
    """The elements whose text appears on paper, the element itself first."""
    if element.tag in NOT_DRAWN or not isinstance(element.tag, str):
        return
    yield element
    for child in element:
        yield from drawn(child)


def text_of(root: Element) -> str:
    """Everything that will be drawn."""
    return "".join(texts(root))


def texts(element: Element) -> Iterator[str]:
    if element.tag in NOT_DRAWN or not isinstance(element.tag, str):
        return
    yield element.text or ""
    for child in element:
        yield from texts(child)
        yield child.tail or ""


def mark(element: Element, language: str = "", direction: Direction = "ltr") -> None:
    """Gives every part in another language than what is around it its own `lang` and, where that differs, its `dir`."""
    if element.tag in NOT_DRAWN or not isinstance(element.tag, str):
        return
    language, direction = own_language(element, language, direction)
    for child in list(element):
        mark(child, language, direction)
        place = list(element).index(child) + 1
        child.tail = spread(element, place, child.tail, pieces(child.tail or "", language, direction))
    element.text = spread(element, 0, element.text, pieces(element.text or "", language, direction))


def own_language(element: Element, language: str, direction: Direction) -> tuple[str, Direction]:
    """The language and direction of an element. A block that is all in another language is marked as a whole."""
    language = element.get("lang") or language
    said: Any = element.get("dir") or direction
    if is_text_block(element):
        found = language_of_text("".join(element.itertext()), language)
        if found != language:
            element.set("lang", found)
        if language_of(found).direction != said:
            element.set("dir", language_of(found).direction)
        return found, language_of(found).direction
    return language, said


def is_text_block(element: Element) -> bool:
    has_text = any(text.strip() for text in element.itertext())
    holds_blocks = any(child.tag in BLOCKS for child in element.iter() if child is not element)
    return element.tag in BLOCKS and has_text and not holds_blocks


def pieces(text: str, language: str, direction: Direction) -> list[Piece]:
    return [(run.text, attributes_of(run)) for run in runs(text, language, direction)]


def attributes_of(run: Run) -> dict[str, str]:
    found = {"lang": run.language, "dir": run.direction}
    return {name: value for name, value in found.items() if value}


def spread(parent: Element, place: int, text: str | None, parts: list[Piece]) -> str | None:
    """Puts the parts with attributes in as spans from `place` on; returns the text that stands before the first."""
    before, last = "", None
    for content, attributes in parts:
        if attributes:
            last = Element("span", attributes)
            last.text = content
            parent.insert(place, last)
            place += 1
        elif last is None:
            before += content
        else:
            last.tail = (last.tail or "") + content
    return before or None


def add_style(root: Element, css: str) -> None:
    """After the document's own."""
    head = root.find("head")
    SubElement(root if head is None else head, "style").text = css
