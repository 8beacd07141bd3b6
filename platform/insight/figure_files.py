"""The table of figures as a file. Whatever a cell begins with, no spreadsheet takes it for a formula."""

import csv
from collections.abc import Iterable, Sequence
from io import BytesIO, StringIO

from django.utils.translation import get_language_bidi
from django.utils.translation import gettext as _
from openpyxl import Workbook  # type: ignore[import-untyped]
from openpyxl.styles import Alignment, Font  # type: ignore[import-untyped]

from leavingwell.translations.exchange.cells import put
from leavingwell.translations.exchange.comma_separated import harmless

Row = Sequence[str | int]
WIDTHS = (12, 48, 24, 14, 14, 14, 16)
CONTENT_TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def as_csv(headers: Row, rows: Iterable[Row], notes: Sequence[str]) -> bytes:
    """The notes stand below the table, so that the first line names the columns."""
    text = StringIO(newline="")
    writer = csv.writer(text)
    for row in (headers, *rows, (), *((note,) for note in notes)):
        writer.writerow([harmless(cell) if isinstance(cell, str) else cell for cell in row])
    return text.getvalue().encode("utf-8-sig")


def as_xlsx(headers: Row, rows: Iterable[Row], notes: Sequence[str]) -> bytes:
    book = Workbook(write_only=True)
    sheet = book.create_sheet(_("Figures"))
    sheet.sheet_view.rightToLeft = get_language_bidi()
    for letter, width in zip("ABCDEFG", WIDTHS, strict=True):
        sheet.column_dimensions[letter].width = width
    sheet.freeze_panes = "A2"
    sheet.append([put(sheet, cell, font=Font(bold=True)) for cell in headers])
    for row in rows:
        sheet.append([put(sheet, cell, alignment=Alignment(wrap_text=True, vertical="top")) for cell in row])
    about = book.create_sheet(_("About these figures"))
    about.column_dimensions["A"].width = 100
    for note in notes:
        about.append([put(about, note, alignment=Alignment(wrap_text=True))])
    stored = BytesIO()
    book.save(stored)
    return stored.getvalue()


WRITERS = {"csv": as_csv, "xlsx": as_xlsx}
