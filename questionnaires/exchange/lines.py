"""The lines of a wording sheet: one text each, in one language.

A line knows what the nation says there, what the council says instead (nothing: the nation's words hold), and the
English that is read now. Its check tells, when the sheet comes back, whether somebody changed the line's own cells, or
the council's words in the meantime.
"""

import hashlib
import re
from dataclasses import dataclass

VARIANTS = {"standard": "Standard", "easy_read": "Easy read", "spoken": "Spoken"}
PARTS = {
    "text": "Question",
    "help": "Why we ask",
    "prompt": "Prompt for the worker",
    "picture_text": "What the picture shows",
    "label": "Answer",
}
LONGEST = {"text": 300, "help": 600, "prompt": 600, "picture_text": 200, "label": 80}
NEEDED = ("text", "label")  # whoever has no translation reads the English, so that is never empty
ON_ONE_LINE = ("text", "picture_text", "label")
UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")  # what XML cannot hold


@dataclass(frozen=True)
class Key:
    """`code` is a question's or, for the answers that questions share, an answer type; `choice` for answers alone."""

    code: str
    variant: str
    part: str
    choice: str = ""

    @property
    def cells(self) -> tuple[str, str, str]:
        part = f"{PARTS[self.part]}: {self.choice}" if self.choice else PARTS[self.part]
        return self.code, VARIANTS[self.variant], part


@dataclass(frozen=True)
class Line:
    key: Key
    area: str
    national: str
    own: str
    english: str


def shown(text: str) -> str:
    """As a cell gives it back: without what a spreadsheet cannot hold, and with one kind of line break."""
    return UNWRITABLE.sub("", text.replace("_x000D_", "").replace("\r\n", "\n").replace("\r", "\n"))


def digest(*parts: str) -> str:
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:12]


def key_check(key: Key, council: str, language: str) -> str:
    return digest(council, language, *key.cells)


def text_check(text: str) -> str:
    return digest(shown(text))


def check_of(line: Line, council: str, language: str) -> str:
    return f"{key_check(line.key, council, language)}-{text_check(line.own)}"
