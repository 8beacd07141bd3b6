"""The formats, and telling by its contents which one a file is in: names of files are not believed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from leavingwell.translations.exchange import comma_separated, po, workbook, xliff1, xliff2
from leavingwell.translations.exchange.entries import Entry, Incoming
from leavingwell.translations.exchange.refusals import LARGEST, MOST_LINES, not_ours, too_large, too_many
from leavingwell.translations.exchange.safe_xml import name_of, parsed


@dataclass(frozen=True)
class Format:
    label: str | Promise
    ending: str
    media_type: str
    written: Callable[[Sequence[Entry], str], bytes]


FORMATS = {
    "xliff2": Format(_("XLIFF 2.1, for translators' programs"), "xlf", "application/xliff+xml", xliff2.written),
    "xliff1": Format(_("XLIFF 1.2, for older programs"), "xlf", "application/x-xliff+xml", xliff1.written),
    "po": Format(_("PO, for Poedit and the like"), "po", "text/x-gettext-translation", po.written),
    "xlsx": Format(
        _("XLSX, for spreadsheets"),
        "xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        workbook.written,
    ),
    "csv": Format(_("CSV, for spreadsheets"), "csv", "text/csv; charset=utf-8", comma_separated.written),
}


def read_xliff(data: bytes) -> Incoming:
    """Either version. Raises INVALID."""
    root = parsed(data)
    if name_of(root) != "xliff":
        raise not_ours()
    is_new = str(root.get("version", "")).startswith("2")
    return xliff2.read_root(root) if is_new else xliff1.read_root(root)


def reader_of(data: bytes) -> Callable[[bytes], Incoming]:
    start = data[:400].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    if start.startswith(b"PK\x03\x04"):
        return workbook.read
    if start.startswith(b"<"):
        return read_xliff
    if start.startswith((b"msgid", b"msgctxt", b"#")):
        return po.read
    return comma_separated.read


def read(data: bytes) -> Incoming:
    """Raises TOO_LARGE, and INVALID with the line."""
    if len(data) > LARGEST:
        raise too_large()
    if not data.strip():
        raise not_ours()
    incoming = reader_of(data)(data)
    if not incoming.lines:
        raise not_ours()
    if len(incoming.lines) > MOST_LINES:
        raise too_many()
    return incoming
