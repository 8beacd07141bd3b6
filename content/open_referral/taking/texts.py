"""Texts of a directory as an offer's texts: no markup, no control characters, no longer than the offer's column."""

import re
from typing import Any

from bs4 import BeautifulSoup
from django.utils.html import escape

MARKUP = re.compile(r"<[a-zA-Z/!][^>]{0,2000}>|&(?:[a-zA-Z]{2,10}|#\d{1,6});")
UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
LONGEST_READ = 50_000  # characters of one text that are looked at
BLOCKS = ("p", "div", "li", "ul", "ol", "br", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "blockquote")


def from_markup(text: str) -> str:
    soup = BeautifulSoup(text, "html.parser")
    for tag in soup(["script", "style", "template", "iframe", "noscript"]):
        tag.decompose()
    for tag in soup.find_all(BLOCKS):
        tag.insert_after("\n" if tag.name in ("br", "li") else "\n\n")
    return soup.get_text()


def plain(value: Any) -> str:
    """Readable text: paragraphs parted by an empty line, single spaces."""
    text = value[:LONGEST_READ] if isinstance(value, str) else ""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if MARKUP.search(text):
        text = from_markup(text)
    text = UNSEEN.sub("", text.replace("\xa0", " ").replace("\t", " "))
    lines = (re.sub(r" {2,}", " ", line).strip() for line in text.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def line(value: Any) -> str:
    return " ".join(plain(value).split())


def shortened(text: str, longest: int) -> str:
    """Cut after the last whole sentence, or at least after a whole word."""
    if len(text) <= longest:
        return text
    cut = text[: longest - 1]
    for mark in (". ", "! ", "? ", "\n"):
        if (end := cut.rfind(mark)) > longest // 2:
            return cut[: end + 1].strip()
    return cut.rsplit(None, 1)[0].rstrip(" ,;:") + "…"


def parted(text: str, longest: int) -> tuple[str, str]:
    """The first paragraph (or as many of its sentences as fit), and the rest."""
    first, _gap, rest = text.partition("\n\n")
    if len(first) <= longest:
        return first, rest.strip()
    start = shortened(first, longest)
    if start.endswith("…"):
        start = start[:-1]
    return start.strip(), text[len(start) :].strip()


def paragraphs(*texts: str) -> str:
    return "\n\n".join(text for text in texts if text)


def as_html(text: str) -> str:
    """What an editor's rich text holds: paragraphs."""
    parts = (escape(part).replace("\n", "<br/>") for part in text.split("\n\n") if part.strip())
    return "".join(f"<p>{part}</p>" for part in parts)


def squeezed(text: Any) -> str:
    """For comparing: spaces, line ends and commas between lines make no difference."""
    return " ".join(re.sub(r"[,\s]+", " ", str(text or "")).split())
