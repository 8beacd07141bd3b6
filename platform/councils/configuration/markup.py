"""Rich text: its links by key rather than by number, and whether it is what our editor could have written."""

import re
from collections.abc import Callable
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urlsplit

from django.utils.translation import gettext as _
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page

from leavingwell.platform.problems import invalid

TAGS = frozenset(
    [
        "p",
        "br",
        "hr",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "b",
        "strong",
        "i",
        "em",
        "ul",
        "ol",
        "li",
        "a",
        "embed",
        "blockquote",
        "sub",
        "sup",
        "code",
        "s",
        "u",
        "small",
        "span",
    ]
)
ATTRIBUTES = frozenset({"href", "linktype", "id", "embedtype", "alt", "format", "data-block-key", "lang", "dir"})
SCHEMES = frozenset({"", "http", "https", "mailto", "tel"})
LINK = re.compile(r"<(a|embed)\b[^>]*>")
NUMBER = re.compile(r'\bid="([^"]*)"')
KIND = re.compile(r'\b(?:linktype|embedtype)="([^"]*)"')
ToKey = Callable[[type, str], str | None]


def models() -> dict[str, type[Any]]:
    return {"page": Page, "document": get_document_model(), "image": get_image_model()}


def with_links(html: str, change: ToKey) -> str:
    """The text with the `id` of each link replaced. A link whose new one is None becomes one that leads nowhere."""

    def changed(match: re.Match[str]) -> str:
        tag = match.group(0)
        kind, number = KIND.search(tag), NUMBER.search(tag)
        if not kind or not number or kind.group(1) not in models():
            return tag
        new = change(models()[kind.group(1)], number.group(1))
        return tag.replace(number.group(0), f'id="{new}"') if new is not None else f"<{match.group(1)}>"

    return LINK.sub(changed, html)


class Reader(HTMLParser):
    """Finds what our editor never writes."""

    def __init__(self) -> None:
        super().__init__()
        self.strange: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in TAGS:
            self.strange.append(f"<{tag}>")
        for name, value in attrs:
            if name not in ATTRIBUTES:
                self.strange.append(name)
            elif name == "href" and not is_harmless(value or ""):
                self.strange.append(value or "")

    def handle_decl(self, decl: str) -> None:
        self.strange.append(f"<!{decl}>")

    def unknown_decl(self, data: str) -> None:
        self.strange.append(f"<![{data}]>")

    def handle_comment(self, data: str) -> None:
        self.strange.append("<!-- -->")

    def handle_pi(self, data: str) -> None:
        self.strange.append("<? >")


def is_harmless(address: str) -> bool:
    if any(letter in address for letter in "\t\r\n\0\\"):
        return False
    try:
        return urlsplit(address.strip()).scheme.lower() in SCHEMES
    except ValueError:
        return False


def check(html: str, where: str) -> None:
    """Raises INVALID for a script, a drawing, a form or whatever else could do harm where the text is shown."""
    reader = Reader()
    reader.feed(html)
    reader.close()
    if reader.strange:
        words = _("%(where)s holds what no text may hold: %(what)s. The file is refused.")
        raise invalid(words % {"where": where, "what": ", ".join(sorted(set(reader.strange)))[:200]})
