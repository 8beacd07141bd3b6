"""Rich text: read once and written anew, its links by key rather than by number.

What is stored is what was read, never what was given: so nothing stays that one reader sees and another does not.
"""

import re
from collections.abc import Callable
from html import escape
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urlsplit

from django.utils.translation import gettext as _
from wagtail.documents import get_document_model
from wagtail.models import Page

from leavingwell.platform.problems import invalid

# What our editor writes: the features of `content.rich_text`, and how it keeps its paragraphs apart.
TAGS = frozenset({"p", "br", "h3", "h4", "b", "strong", "i", "em", "ul", "ol", "li", "a"})
BLOCK_KEY = "data-block-key"
BLOCK_KEYS = re.compile(r"[\w-]{1,40}", re.ASCII)
DEEPEST = 40  # lists in lists
SCHEMES = frozenset({"http", "https", "mailto", "tel"})
ToKey = Callable[[type, str], str | None]
Attributes = list[tuple[str, str | None]]


def models() -> dict[str, type[Any]]:
    """What a link of ours may lead to, by its `linktype`."""
    return {"page": Page, "document": get_document_model()}


def is_harmless(address: str) -> bool:
    """The web, a mail, a telephone; or a place in this portal."""
    if any(letter < " " or letter in "\\\x7f" for letter in address):
        return False
    try:
        scheme = urlsplit(address.strip()).scheme.lower()
    except ValueError:
        return False
    return scheme in SCHEMES or (not scheme and address.startswith(("/", "#")))


class Reader(HTMLParser):
    """`written` is the text with the number of each link changed; `strange` is what our editor never writes, left out.

    A link whose new number is None becomes one that leads nowhere.
    """

    def __init__(self, change: ToKey) -> None:
        super().__init__()
        self.change = change
        self.written: list[str] = []
        self.open: list[str] = []
        self.strange: list[str] = []

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        if tag not in TAGS or len(self.open) == DEEPEST:
            self.strange.append(f"<{tag}>")
            return
        kept = self.link(attrs) if tag == "a" else self.block_key(attrs)
        told = "".join(f' {name}="{attribute(value)}"' for name, value in kept.items())
        self.written.append(f"<{tag}{told}/>" if tag == "br" else f"<{tag}{told}>")
        if tag != "br":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in TAGS:
            self.strange.append(f"</{tag}>")
        elif tag in self.open:
            self.end(len(self.open) - self.open[::-1].index(tag) - 1)

    def end(self, depth: int) -> None:
        """Closes what is open, down to this depth."""
        while len(self.open) > depth:
            self.written.append(f"</{self.open.pop()}>")

    def block_key(self, attrs: Attributes) -> dict[str, str]:
        given = self.alone(attrs, {BLOCK_KEY})
        if given and not BLOCK_KEYS.fullmatch(given[BLOCK_KEY]):
            self.strange.append(BLOCK_KEY)
            return {}
        return given

    def link(self, attrs: Attributes) -> dict[str, str]:
        given = self.alone(attrs, {"href", "linktype", "id"})
        if set(given) == {"linktype", "id"} and given["linktype"] in models():
            new = self.change(models()[given["linktype"]], given["id"])
            return {} if new is None else {"id": new, "linktype": given["linktype"]}
        if set(given) == {"href"} and is_harmless(given["href"]):
            return given
        if given:
            self.strange.append(" ".join(f"{name}={value}" for name, value in given.items()))
        return {}

    def alone(self, attrs: Attributes, known: set[str]) -> dict[str, str]:
        """Each of these once, and no other: of two of a name one reader takes the first, another the last."""
        names = [name for name, _value in attrs]
        self.strange += [name for name in names if name not in known or names.count(name) > 1]
        return {name: value or "" for name, value in attrs if name in known and names.count(name) == 1}

    def handle_data(self, data: str) -> None:
        self.written.append(escape(data, quote=False))

    def handle_decl(self, decl: str) -> None:
        self.strange.append(f"<!{decl}>")

    def unknown_decl(self, data: str) -> None:
        self.strange.append(f"<![{data}]>")

    def handle_comment(self, data: str) -> None:
        self.strange.append("<!-- -->")

    def handle_pi(self, data: str) -> None:
        self.strange.append("<? >")


def attribute(value: str) -> str:
    """As Wagtail reads it again: it knows these four alone."""
    return escape(value, quote=False).replace('"', "&quot;")


def reading(html: str, change: ToKey) -> Reader:
    reader = Reader(change)
    reader.feed(html)
    reader.close()
    reader.end(0)
    return reader


def with_links(html: str, change: ToKey) -> str:
    """The text with the `id` of each link replaced, and without what our editor never writes."""
    return "".join(reading(html, change).written)


def checked(html: str, where: str, change: ToKey) -> str:
    """As `with_links`. Raises INVALID for a script, a drawing, a form or whatever else our editor never writes."""
    reader = reading(html, change)
    if reader.strange:
        words = _("%(where)s holds what no text may hold: %(what)s. The file is refused.")
        raise invalid(words % {"where": where, "what": ", ".join(sorted(set(reader.strange)))[:200]})
    return "".join(reader.written)
