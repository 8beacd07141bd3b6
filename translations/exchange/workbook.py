"""XLSX. Sizes are looked at before anything is unfolded; formulas are neither written nor read."""

from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import islice
from typing import Any
from zipfile import ZipFile

from django.utils.translation import gettext as _
from openpyxl import Workbook, load_workbook  # type: ignore[import-untyped]
from openpyxl.styles import Alignment, Font, PatternFill  # type: ignore[import-untyped]

from leavingwell.platform.problems import Problems
from leavingwell.platform.untrusted_zip import UNREADABLE
from leavingwell.translations.exchange.cells import put
from leavingwell.translations.exchange.columns import Columns, headers, rows_of
from leavingwell.translations.exchange.entries import Entry, Incoming, Line
from leavingwell.translations.exchange.refusals import LARGEST, MOST_LINES, damaged, not_ours, too_many
from leavingwell.translations.languages import language_of

TITLE = "Translations"
WIDTHS = (30, 48, 48, 30, 9, 14, 7, 38, 20)
WORDS = 2  # the number of the column in which the translation is written
MOST_MEMBERS, LARGEST_UNFOLDED, MOST_COLUMNS = 100, 3 * LARGEST, 30
LEFT_TO_RIGHT, RIGHT_TO_LEFT = 1, 2  # reading orders, as the format numbers them
TO_WRITE_IN = PatternFill("solid", fgColor="FFF7E0")


def written(entries: Sequence[Entry], language: str) -> bytes:
    """Raises INVALID for a text that no cell holds."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(TITLE)
    for letter, width in zip("ABCDEFGHI", WIDTHS, strict=True):
        sheet.column_dimensions[letter].width = width
    sheet.freeze_panes = "A2"
    orders = [LEFT_TO_RIGHT] * len(WIDTHS)
    orders[WORDS] = RIGHT_TO_LEFT if language_of(language).direction == "rtl" else LEFT_TO_RIGHT
    looks = [Alignment(wrap_text=True, vertical="top", readingOrder=order) for order in orders]
    sheet.append([put(sheet, name, font=Font(bold=True)) for name in headers(language)])
    for entry in entries:
        for row in rows_of(entry):
            sheet.append(cells(sheet, row, looks))
    stored = BytesIO()
    book.save(stored)
    return stored.getvalue()


def cells(sheet: Any, row: list[str], looks: list[Any]) -> list[Any]:
    made = [put(sheet, text, alignment=look) for text, look in zip(row, looks, strict=True)]
    made[WORDS].fill = TO_WRITE_IN
    return made


def check_archive(data: bytes) -> None:
    """A small file can unfold into a very large one: what it says of itself is looked at first."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            members = archive.infolist()
    except UNREADABLE:
        raise damaged("XLSX") from None
    if len(members) > MOST_MEMBERS or sum(one.file_size for one in members) > LARGEST_UNFOLDED:
        raise too_many()


def cells_in(data: bytes) -> Iterator[Sequence[Any]]:
    """The rows of the first sheet."""
    book = load_workbook(BytesIO(data), read_only=True, data_only=False, keep_links=False)
    yield from book.worksheets[0].iter_rows(max_row=MOST_LINES + 2, max_col=MOST_COLUMNS)


def read(data: bytes) -> Incoming:
    """Raises TOO_LARGE or INVALID."""
    check_archive(data)
    try:
        rows = list(islice(cells_in(data), MOST_LINES + 2))
    except Problems:
        raise
    except Exception:  # the library does not expect bad files: it fails in whatever way the damage leads to
        raise damaged("XLSX") from None
    if len(rows) > MOST_LINES + 1:
        raise too_many()
    if not rows:
        raise not_ours()
    columns = Columns([text_in(cell)[0] for cell in rows[0]])
    return Incoming(columns.language, list(lines(columns, rows[1:])))


def lines(columns: Columns, rows: Sequence[Sequence[Any]]) -> Iterator[Line]:
    for number, row in enumerate(rows, start=2):
        told = [text_in(cell) for cell in row]
        if any(text or fault for text, fault in told):
            fault = told[columns.words][1] if columns.words < len(told) else ""
            yield columns.line(number, [text for text, _fault in told], fault)


def text_in(cell: Any) -> tuple[str, str]:
    """The cell as text, and in words what is wrong with it."""
    value, kind = cell.value, getattr(cell, "data_type", "n")
    if kind == "f":
        return "", _("There is a formula. Write the words themselves.")
    if kind in ("e", "d") or isinstance(value, bool) or not isinstance(value, str | int | float | None):
        return "", _("The spreadsheet made a date or an error of the words. Format the cell as text.")
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return "" if value is None else str(value).replace("_x000D_", ""), ""
