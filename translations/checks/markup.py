"""Formatting and links: the same as in the English, and nothing that the editor of the text would not let through."""

import re
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

from django.utils.translation import gettext as _

from leavingwell.translations.checks.finding import Code, Finding, error, warning
from leavingwell.translations.models.choices import Kind

PLAIN_TAGS = frozenset({"p", "br", "b", "strong", "i", "em", "ul", "ol", "li", "h2", "h3", "h4", "a"})
LINK_ATTRIBUTES = frozenset({"href", "linktype", "id", "uuid"})
SAFE = ("https://", "http://", "mailto:", "tel:", "/", "#")
BLOCK_ATTRIBUTES = frozenset({"data-block-key"})
MOST_TAGS = 300  # more than in the English: nobody's translation, and slow to read
NEVER_CLOSED = re.compile(r"<[a-zA-Z!/?][^>]{1000}")
# Comments, instructions and what is never closed: a browser reads them in another way than this module does.
NO_TAG = re.compile(r"<[!?]|<[a-zA-Z/][^<>]*(?=<|\Z)")
CLOSED_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,500}>")


class Seen(HTMLParser):
    """The tags of a text, their attributes, and where links lead."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: Counter[str] = Counter()
        self.attributes: set[tuple[str, str]] = set()
        self.links: Counter[str] = Counter()
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1
        self.attributes |= {(tag, name) for name, _value in attrs}
        told = {name: value or "" for name, value in attrs}
        if tag == "a":
            self.links[told.get("href") or f"{told.get('linktype')}:{told.get('id')}"] += 1


def unreadable(source: str, text: str) -> Iterator[Finding]:
    """Asked before any other check, which would take far too long over it."""
    is_long = text.count("<") > source.count("<") + MOST_TAGS or NEVER_CLOSED.search(text)
    if is_long or len(NO_TAG.findall(text)) > len(NO_TAG.findall(source)):
        yield error(Code.MARKUP, _("The formatting is broken: close each tag that you open."))


def tags(unit: Any, source: str, text: str) -> Iterator[Finding]:
    """Nothing new where words are shown as they are; in rich text what its editor knows."""
    wanted, there = Seen(source), Seen(text)
    allowed = set(wanted.tags) | (PLAIN_TAGS if unit.kind == Kind.RICH else set())
    attributes = wanted.attributes | {("a", name) for name in LINK_ATTRIBUTES}
    foreign = {tag for tag in there.tags if tag not in allowed}
    foreign |= {tag for tag, name in there.attributes - attributes if name not in BLOCK_ATTRIBUTES}
    foreign |= {"a" for link in there.links if not link_is_safe(link, wanted)}
    if foreign:
        yield error(Code.MARKUP, _("This formatting cannot be used here: %s.") % ", ".join(sorted(foreign)))
    elif without_paragraphs(there.tags) != without_paragraphs(wanted.tags):
        yield warning(Code.MARKUP, _("The formatting is not the same as in the English."))


def link_is_safe(link: str, wanted: Seen) -> bool:
    return link in wanted.links or link.strip().lower().startswith(SAFE)


def without_paragraphs(found: Counter[str]) -> Counter[str]:
    return Counter({tag: number for tag, number in found.items() if tag not in ("p", "br")})


def links(unit: Any, source: str, text: str) -> Iterator[Finding]:
    wanted, there = addresses(source), addresses(text)
    if lost := wanted - there:
        yield warning(Code.LINKS, _("A link of the English is missing: %s.") % ", ".join(sorted(lost)))
    if new := there - wanted:
        yield warning(Code.LINKS, _("This link does not stand in the English: %s.") % ", ".join(sorted(new)))


def addresses(text: str) -> set[str]:
    """Those of links, and web and e-mail addresses in plain words."""
    shown = {word.strip(".,;:!?()<>\"'") for word in text.replace("<", " <").split() if "://" in word or "@" in word}
    in_words = {word for word in shown if not word.startswith(("href=", "<"))}
    return set(Seen(text).links) | {word for word in in_words if "=" not in word}
