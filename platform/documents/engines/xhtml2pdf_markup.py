"""What xhtml2pdf cannot read from HTML and CSS, written in the way that it can."""

import re
from itertools import groupby
from xml.etree.ElementTree import Element

from leavingwell.platform.documents.markup import Piece, drawn, spread
from leavingwell.themes.typefaces import symbols

KEEPS_DIRECTION = {"html", "body", "div", "p", "h1", "h2", "h3", "h4"}
ALIGNS = {"div", "p", "h1", "h2", "h3", "h4"}
ISOLATES = {"ltr": "\u2066", "rtl": "\u2067"}
END = "\u2069"
PAGE_NUMBERS = {"page-number": "pdf:pagenumber", "page-total": "pdf:pagecount"}
# Signs that choose, colour or join emoji, which only an engine that shapes can obey.
SELECTORS = re.compile("[\ufe0e\ufe0f\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]|(?<=[^\u0600-\u06ff])\u200d")


def adapt(root: Element) -> None:
    for element in list(drawn(root)):
        isolate(element)
        align(element, root.get("dir"))
        if (kind := element.get("class", "")) in PAGE_NUMBERS:
            element.append(Element(PAGE_NUMBERS[kind]))
        if element.tag == "table":
            element.set("repeat", "1")  # the heading row on every page
        if element.get("class") == "cover":
            element.extend([Element("pdf:nexttemplate", {"name": "inside"}), Element("pdf:nextpage")])
    for element in list(drawn(root)):
        mark_symbols(element)


def isolate(element: Element) -> None:
    """`dir` counts on blocks alone: inside a line, invisible signs do the same."""
    direction = element.get("dir")
    if direction in ISOLATES and element.tag not in KEEPS_DIRECTION and not len(element):
        element.text = f"{ISOLATES[direction]}{element.text or ''}{END}"


def align(element: Element, page: str | None) -> None:
    """A left-to-right block of a right-to-left page stays on the right, under its heading; own words do not."""
    is_words = "words" in element.get("class", "").split()
    if page == "rtl" and element.tag in ALIGNS and element.get("dir") == "ltr" and not is_words:
        element.set("align", "right")


def mark_symbols(element: Element) -> None:
    """Symbols get their own span, so that the space after them is not as wide as an emoji."""
    for child in list(element):
        place = list(element).index(child) + 1
        child.tail = spread(element, place, child.tail, pieces(child.tail or ""))
    element.text = spread(element, 0, element.text, pieces(element.text or ""))


def pieces(text: str) -> list[Piece]:
    text = SELECTORS.sub("", text)
    return [
        ("".join(letters), {"class": "symbol"} if is_symbol else {})
        for is_symbol, letters in groupby(text, key=lambda letter: ord(letter) in symbols())
    ]
