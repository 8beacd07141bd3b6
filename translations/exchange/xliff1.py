"""XLIFF 1.2, which older tools read. A plural is one unit for each of its forms."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _
from lxml import etree  # type: ignore[import-untyped]

from leavingwell.platform.problems import invalid
from leavingwell.translations.exchange.entries import Entry, Incoming, Line
from leavingwell.translations.exchange.refusals import at_line, not_ours
from leavingwell.translations.exchange.safe_xml import first
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

NAMESPACE = "urn:oasis:names:tc:xliff:document:1.2"
READY = ("translated", "signed-off", "final")
STATES = {
    Status.TRANSLATED: "translated",
    Status.REVIEWED: "final",
    Status.STALE: "needs-adaptation",
    Status.REJECTED: "needs-translation",
}


def written(entries: Sequence[Entry], language: str) -> bytes:
    root = etree.Element("xliff", nsmap={None: NAMESPACE}, version="1.2")
    told = {"original": "texts", "source-language": SOURCE, "target-language": language, "datatype": "plaintext"}
    body = etree.SubElement(etree.SubElement(root, "file", told), "body")
    for entry in entries:
        for form, source, words in entry.parts():
            add(body, entry, form, source, words)
    return bytes(etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True))


def add(body: Any, entry: Entry, form: str, source: str, words: str) -> None:
    told = {"id": f"{entry.id}.{form}" if form else entry.id, "resname": entry.key, SPACE: "preserve"}
    if entry.max_length:
        told |= {"maxwidth": str(entry.max_length), "size-unit": "char"}
    unit = etree.SubElement(body, "trans-unit", told)
    etree.SubElement(unit, "source").text = source
    if words:
        state = STATES.get(entry.status, "needs-review-translation")
        etree.SubElement(unit, "target", state=state).text = words
    for about, note in ((PLACE, entry.about), *((NOTE, note) for note in entry.notes), (MARK, str(entry.mark))):
        etree.SubElement(unit, "note", {"from": about}).text = note


def read_root(root: Any) -> Incoming:
    files = list(every(root, "file"))
    if not files:
        raise not_ours()
    languages = [
        checked_languages(one, one.get("source-language", ""), one.get("target-language", "")) for one in files
    ]
    if len(set(languages)) > 1:
        raise invalid(at_line(files[1].sourceline or 1, _("There are several languages in this file.")))
    return Incoming(languages[0], [line(unit) for unit in every(root, "trans-unit")])


def line(unit: Any) -> Line:
    """Proposals of a tool's memory (`alt-trans`) are not the translation."""
    target = first(unit, "target")
    words = [] if target is None else [target]
    ready = target is not None and (target.get("state") in READY or unit.get("approved") == "yes")
    mark = notes_of(unit, MARK, "from")
    return line_of(unit, unit.get("id", ""), mark, [first(unit, "source")], words, True if ready else None)
