"""Keeping from a machine what it must not change: placeholders, addresses of links, and the marks of blocks.

Each is given as a numbered tag, which machines that read HTML or XML leave where it belongs.
"""

import html
import re
from collections import Counter

from leavingwell.translations.checks.placeholders import PLACEHOLDER
from leavingwell.translations.machine.interface import Source

# Nothing that is read once is read again: what a machine answers may be long, and made to take long.
TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]*+)([^<>]*+)>")
HELD = "m"  # the tag around a placeholder
NUMBER = r'\s++n="?([0-9]{1,5})"?\s*+'
GIVEN = re.compile(rf"<{HELD}{NUMBER}(?:/>|>[^<]*+</{HELD}\s*+>)", re.I)
NUMBERED = re.compile(rf"<([A-Za-z][A-Za-z0-9]*+){NUMBER}/?\s*+>")


class Lost(ValueError):
    """The machine has dropped, doubled or changed something that it was to leave alone."""


class Protected:
    """A source as it is given to a machine, and the way back."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.held: list[str] = []
        words = source.words if source.is_rich else html.escape(source.words, quote=False)
        if source.is_rich:
            words = TAG.sub(self.without_attributes, words)
        self.text = PLACEHOLDER.sub(self.hold, words)

    def keep(self, what: str) -> int:
        self.held.append(what)
        return len(self.held) - 1

    def without_attributes(self, tag: re.Match[str]) -> str:
        """Closing tags have none; each opening one is told again by its number."""
        closing, name, attributes = tag.groups()
        empty = "/" if attributes.endswith("/") else ""
        return f"</{name}>" if closing else f'<{name} n="{self.keep(tag[0])}"{empty}>'

    def hold(self, placeholder: re.Match[str]) -> str:
        return f'<{HELD} n="{self.keep(placeholder[0])}">{placeholder[0]}</{HELD}>'

    def restored(self, answer: str) -> str:
        """Raises `Lost`."""
        met: Counter[int] = Counter()

        def back(number: str) -> str:
            met[int(number)] += 1
            if int(number) >= len(self.held):
                raise Lost
            return self.held[int(number)]

        words = GIVEN.sub(lambda found: back(found[1]), answer)
        words = NUMBERED.sub(lambda found: back(found[2]), words)
        if met != Counter(range(len(self.held))) or closings(words) != closings(self.source.words):
            raise Lost
        return words if self.source.is_rich else self.plain(words)

    def plain(self, words: str) -> str:
        """Nothing in it is a tag: the machine has added none of its own. Raises `Lost`."""
        if TAG.search(words):
            raise Lost
        return html.unescape(words)


def closings(text: str) -> Counter[str]:
    return Counter(tag[2].lower() for tag in TAG.finditer(text) if tag[1])
