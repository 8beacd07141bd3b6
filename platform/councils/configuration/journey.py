"""What goes along on the way out and on the way in."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from leavingwell.platform.councils.configuration.book import Book
from leavingwell.platform.councils.configuration.media import MediaOut
from leavingwell.platform.councils.configuration.unpacking import MediaIn


@dataclass
class Outbound:
    """`for_another`: for another council, without what only holds in one place, and without people's names."""

    media: MediaOut
    for_another: bool = False
    book: Book = field(default_factory=Book)


def nothing() -> None:
    """Nobody watches."""


@dataclass
class Inbound:
    """`by` is the person whose revisions and uploads it makes; `step` is called after each row.

    `drafted` are the pages of which it has itself left a draft.
    """

    media: MediaIn
    by: Any = None  # people stand above this layer
    book: Book = field(default_factory=Book)
    step: Callable[[], None] = nothing
    drafted: set[Any] = field(default_factory=set)

    @property
    def user(self) -> Any:
        """The account in whose name revisions are made; None for a command."""
        return self.by.user if self.by else None
