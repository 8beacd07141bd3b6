"""What a machine that translates has to do. To add one: a class like this, and a line in `machines`."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from leavingwell.platform.problems import Message


@dataclass(frozen=True)
class Source:
    """English words as they stand: placeholders like `%(name)s` in them, and tags where they are rich text."""

    words: str
    is_rich: bool = False


class MachineFailed(Exception):
    """Nothing more can be translated now. Its argument says in words why; it names no key and no address."""

    def __init__(self, message: Message) -> None:
        super().__init__(message)
        self.message = message


class Machine(Protocol):
    name: str  # in the history of what it wrote
    at_once: int  # how many texts it is given at a time

    def translate(self, sources: Sequence[Source], language: str) -> list[str]:
        """As many answers, in the same order; an empty one where it does not know. Raises `MachineFailed`."""
