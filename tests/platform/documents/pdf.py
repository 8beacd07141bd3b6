"""Looking into a PDF."""

import re
import subprocess
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import pikepdf

UNSEEN = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def pdftotext(content: bytes, *options: str) -> str:
    command = ["pdftotext", *options, "-", "-"]
    return subprocess.run(command, input=content, capture_output=True, check=True).stdout.decode()


def text_in(content: bytes) -> str:
    """What can be copied out, in plain letters: the default engine writes the joined forms of Arabic ones."""
    return UNSEEN.sub("", unicodedata.normalize("NFKC", pdftotext(content, "-layout")))


def words_in(content: bytes) -> set[str]:
    return set(re.findall(r"\w+", text_in(content)))


SMALLEST = 8.0  # points from the top of a line to its foot
PAGE = re.compile(r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>', re.DOTALL)
PLACE = re.compile(r'xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">([^<]*)<')


def unreadable_words(content: bytes) -> list[str]:
    """Words that nobody could read: a part lies outside the page, or they were shrunk to make them fit."""
    html = pdftotext(content, "-bbox")
    found = []
    for width, height, words in PAGE.findall(html):
        for left, top, right, bottom, word in PLACE.findall(words):
            is_off = min(float(left), float(top)) < 0 or float(right) > float(width) or float(bottom) > float(height)
            if is_off or float(bottom) - float(top) < SMALLEST:
                found.append(word)
    return found


def opened(content: bytes) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(content))


def pages_of(content: bytes) -> int:
    with opened(content) as pdf:
        return len(pdf.pages)


@dataclass(frozen=True)
class Tagged:
    """One element of the structure tree."""

    kind: str
    scope: str
    alternative: str


def elements(content: bytes) -> list[Tagged]:
    """The elements of the structure tree, in reading order."""
    with opened(content) as pdf:
        return list(walk(pdf.Root.StructTreeRoot))


def walk(element: Any) -> Iterator[Tagged]:
    if not isinstance(element, pikepdf.Dictionary):
        return
    if "/S" in element:
        scope = element.get("/A", {}).get("/Scope", "") if isinstance(element.get("/A"), pikepdf.Dictionary) else ""
        yield Tagged(str(element.S), str(scope), str(element.get("/Alt", "")))
    children = element.get("/K", pikepdf.Array())
    for child in children if isinstance(children, pikepdf.Array) else [children]:
        yield from walk(child)


def made_by(content: bytes) -> str:
    with opened(content) as pdf:
        return str(pdf.docinfo["/Producer"])
