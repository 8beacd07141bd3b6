"""XLIFF 2.1, as OASIS wrote it down. A plural is one unit for each of its forms."""

from collections.abc import Sequence
from typing import Any

from lxml import etree  # type: ignore[import-untyped]

from leavingwell.translations.exchange.entries import Entry, Incoming, Line
from leavingwell.translations.exchange.safe_xml import below, first, name_of
from leavingwell.translations.exchange.xliff import (
    MARK,
    NOTE,
    PLACE,
    SPACE,
    checked_languages,
    every,
    line_of,
    notes_of,
)
from leavingwell.translations.languages import SOURCE
from leavingwell.translations.models import Status

NAMESPACE = "urn:oasis:names:tc:xliff:document:2.0"  # that of 2.1 as well
READY = ("translated", "reviewed", "final")
STATES = {Status.TRANSLATED: "translated", Status.REVIEWED: "reviewed"}


def written(entries: Sequence[Entry], language: str) -> bytes:
    root = etree.Element("xliff", nsmap={None: NAMESPACE}, version="2.1", srcLang=SOURCE, trgLang=language)
    file = etree.SubElement(root, "file", id="texts")
    for entry in entries:
        for form, source, words in entry.parts():
            add(file, entry, form, source, words)
    return bytes(etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True))


def add(file: Any, entry: Entry, form: str, source: str, words: str) -> None:
    unit = etree.SubElement(file, "unit", id=f"{entry.id}.{form}" if form else entry.id, name=entry.key)
    notes = etree.SubElement(unit, "notes")
    for about, told in ((PLACE, entry.about), *((NOTE, note) for note in entry.notes), (MARK, str(entry.mark))):
        etree.SubElement(notes, "note", category=about).text = told
    segment = etree.SubElement(unit, "segment", state=STATES.get(entry.status, "initial"))
    etree.SubElement(segment, "source", {SPACE: "preserve"}).text = source
    if words:
        etree.SubElement(segment, "target", {SPACE: "preserve"}).text = words


def read_root(root: Any) -> Incoming:
    language = checked_languages(root, root.get("srcLang", ""), root.get("trgLang", ""))
    return Incoming(language, [line(unit) for unit in every(root, "unit")])


def line(unit: Any) -> Line:
    """A tool may have cut the text into segments: they are put together again."""
    parts = below(unit, "segment", "ignorable")
    segments = [part for part in parts if name_of(part) == "segment"]
    is_begun = any(first(part, "target") is not None for part in segments)
    ready = bool(segments) and all(part.get("state") in READY for part in segments)
    seen = [first(part, "source") for part in parts]
    words = [words_in(part) for part in parts] if is_begun else []
    mark = notes_of(unit, MARK, "category")
    return line_of(unit, unit.get("id", ""), mark, seen, words, True if ready else None)


def words_in(part: Any) -> Any:
    """What stands between segments needs no translation; a segment without one stays empty."""
    target = first(part, "target")
    return first(part, "source") if target is None and name_of(part) == "ignorable" else target
