"""The words of the interface: what stands in gettext's catalogues. They are the nation's.

An approved translation is kept in the database and laid over the catalogue when it is shown (`laid_over`).
"""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import polib

from leavingwell.platform.councils import scope
from leavingwell.translations import registry
from leavingwell.translations.languages import LANGUAGES, SOURCE
from leavingwell.translations.models.choices import Area, Kind
from leavingwell.translations.registry import Text, Words

SHOWN_OF_A_TEXT = 100


@dataclass(frozen=True)
class Catalogue:
    """`folder` holds a folder for each language, as gettext lays it out."""

    name: str
    folder: Path
    area: Area

    def everything(self) -> Iterator[Sequence[Text]]:
        if scope.current() == scope.NATIONAL:
            yield list(self.texts())

    def texts(self) -> Iterator[Text]:
        """In the order of the files; one that is in several of them once."""
        found: dict[str, Any] = {}
        there: dict[str, dict[str, Words]] = {}
        for language in LANGUAGES:
            path = self.folder / language / "LC_MESSAGES" / "django.po"
            for entry in polib.pofile(str(path)) if path.exists() else ():
                if not entry.obsolete:
                    key = self.key_of(entry)
                    found.setdefault(key, entry)
                    if entry.translated() and language != SOURCE:
                        there.setdefault(key, {})[language] = words_of(entry)
        for order, (key, entry) in enumerate(found.items()):
            yield self.text(key, entry, order, there.get(key, {}))

    def key_of(self, entry: Any) -> str:
        digest = hashlib.sha256(entry.msgid.encode()).hexdigest()[:24]
        return f"{self.name}:{entry.msgctxt or ''}:{digest}"

    def text(self, key: str, entry: Any, order: int, there: dict[str, Words]) -> Text:
        said = entry.comment or entry.msgctxt or entry.msgid
        return Text(
            key,
            area=self.area,
            label=" ".join(said.split())[:SHOWN_OF_A_TEXT],
            source=entry.msgid,
            source_plural=entry.msgid_plural,
            kind=Kind.PLURAL if entry.msgid_plural else Kind.PLAIN,
            field=(entry.msgctxt or "")[:40],
            order=order,
            there=there,
        )

    def write(self, unit: Any, language: str, words: Words) -> bool:
        return True


def words_of(entry: Any) -> Words:
    if entry.msgid_plural:
        return [entry.msgstr_plural[number] for number in sorted(entry.msgstr_plural)]
    return str(entry.msgstr)


def register_catalogue(name: str, folder: Path, area: Area) -> None:
    registry.register(Catalogue(name, folder, area))
