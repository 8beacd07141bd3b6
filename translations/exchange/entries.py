"""What a file carries of one text, and what comes back of it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from leavingwell.translations.models import Status
from leavingwell.translations.registry import Words, hash_of

FOR_NOBODY = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # what no file of text can hold
LINE_BREAK = re.compile("\r\n|[\r\x85\u2028\u2029]")
MARK = re.compile(r"(\d{1,9})-([0-9a-f]{32})-([0-9a-f]{32}|none)")
NOT_READY = (Status.MISSING, Status.DRAFT, Status.MACHINE_DRAFT, Status.STALE, Status.REJECTED)


def portable(text: str) -> str:
    """As any of the formats gives it back: with one kind of line break, without what it cannot hold."""
    return FOR_NOBODY.sub("", LINE_BREAK.sub("\n", text))


def hash_of_forms(forms: Sequence[str]) -> str:
    """That of a translation as a file carries it; "none" where there is none."""
    return hash_of([portable(form) for form in forms]) if any(forms) else "none"


def forms_of(words: Words) -> tuple[str, ...]:
    return tuple(words) if isinstance(words, list) else (words,)


@dataclass(frozen=True)
class Mark:
    """Tells, when the file comes back, what has happened meanwhile.

    `version` is the translation's (0: there was none), `source` the hash of the English, `target` that of the words
    that were there.
    """

    version: int
    source: str
    target: str

    def __str__(self) -> str:
        return f"{self.version}-{self.source}-{self.target}"


def mark_in(text: str) -> Mark | None:
    found = MARK.fullmatch(text.strip())
    return Mark(int(found[1]), found[2], found[3]) if found else None


@dataclass(frozen=True)
class Entry:
    """A text on its way out. `forms` has one member, or as many as a plural has in the language."""

    id: str
    key: str
    about: str
    source: str
    forms: tuple[str, ...]
    mark: Mark
    status: Status
    source_plural: str = ""
    is_plural: bool = False
    max_length: int | None = None
    notes: tuple[str, ...] = field(default=())

    @property
    def is_ready(self) -> bool:
        return self.status not in NOT_READY

    def parts(self) -> Iterator[tuple[str, str, str]]:
        """For formats that know no plurals: which form (nothing for a text without), the English, and the words."""
        for number, form in enumerate(self.forms):
            of_many = self.is_plural and (number > 0 or len(self.forms) == 1)
            source = self.source_plural if of_many else self.source
            yield str(number) if self.is_plural else "", portable(source), portable(form)


@dataclass(frozen=True)
class Line:
    """A text, or a form of one, as it came. `is_ready`: None where the format does not tell.

    `seen` is the English beside it; `fault` says in words why it cannot be read.
    """

    number: int
    id: str
    form: str
    text: str
    mark: str
    seen: str = ""
    is_ready: bool | None = None
    fault: str = ""

    @property
    def is_plain(self) -> bool:
        """Without signs that no text has, and that some of the formats let through."""
        return not FOR_NOBODY.search(LINE_BREAK.sub("", self.text))


@dataclass(frozen=True)
class Incoming:
    """A file that was read: the language that it says of itself, and its lines."""

    language: str
    lines: list[Line]
