"""Where translatable texts come from. Each app names its own in a `translation_sources` module.

A source finds the texts of the scope that is open, with the translations that stand at their places, and writes an
approved translation there.
"""

import dataclasses
import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from leavingwell.translations.models.choices import Area, Kind

Words = str | list[str]  # a list: the forms of a plural, in the order of the language


@dataclass(frozen=True)
class Text:
    """One text as it stands now; the fields are those of `TranslationUnit`. `there` are its translations."""

    key: str
    area: Area
    label: str
    source: str
    kind: Kind = Kind.PLAIN
    source_plural: str = ""
    domain: str = ""
    address: str = ""
    object_type: str = ""
    object_id: str = ""
    field: str = ""
    max_length: int | None = None
    order: int = 0
    council_id: int | None = None
    there: Mapping[str, Words] = dataclasses.field(default_factory=dict)


class TextSource(Protocol):
    """`name` is the part of the keys before the first colon."""

    @property
    def name(self) -> str: ...

    def everything(self) -> Iterator[Sequence[Text]]:
        """All texts of the scope that is open, in portions that fit into memory."""

    def write(self, unit: Any, language: str, words: Words) -> bool:
        """Puts an approved translation to its place; inside the unit's own scope, in a transaction.

        False where it cannot be shown yet: a body of blocks waits until each of its texts is approved.
        """


_sources: dict[str, TextSource] = {}


def register(source: TextSource) -> None:
    _sources[source.name] = source


def sources() -> list[TextSource]:
    return list(_sources.values())


def source_of(unit: Any) -> TextSource | None:
    """None for a text whose app is gone."""
    return _sources.get(unit.key.partition(":")[0])


def hash_of(words: Words, plural: str = "") -> str:
    """Tells one text from another. Of a plural: of all its forms."""
    told = "\0".join(words if isinstance(words, list) else [words, plural] if plural else [words])
    return hashlib.sha256(told.encode()).hexdigest()[:32]


def always(value: Any) -> Callable[[Any], Any]:
    return lambda _instance: value
