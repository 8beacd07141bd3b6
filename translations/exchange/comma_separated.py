"""CSV. Whatever a text begins with, no spreadsheet ever takes it for a formula, and it comes back as it was."""

import csv
import re
from collections.abc import Iterator, Sequence
from io import StringIO

from django.utils.translation import gettext as _

from leavingwell.translations.exchange.columns import Columns, headers, rows_of
from leavingwell.translations.exchange.decoding import decoded
from leavingwell.translations.exchange.entries import Entry, Incoming, Line
from leavingwell.translations.exchange.refusals import MOST_LINES, damaged, not_ours, too_many

LIKE_A_FORMULA = re.compile(r"'*[=+\-@\t]")
LONGEST_CELL = 1_000_000
csv.field_size_limit(LONGEST_CELL)


def harmless(text: str) -> str:
    return f"'{text}" if LIKE_A_FORMULA.match(text) else text


def as_written(text: str) -> str:
    return text[1:] if text.startswith("'") and LIKE_A_FORMULA.match(text) else text


def written(entries: Sequence[Entry], language: str) -> bytes:
    text = StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(headers(language))
    writer.writerows([harmless(cell) for cell in row] for entry in entries for row in rows_of(entry))
    return text.getvalue().encode("utf-8-sig")


def separator(first_line: str) -> str:
    """Spreadsheets in other countries save with a semicolon, or with tabs."""
    return max(",;\t", key=first_line.count)


def read(data: bytes) -> Incoming:
    """Raises INVALID with the line."""
    text = decoded(data)
    rows = numbered(text)
    names = next(rows, None)
    if names is None:
        raise not_ours()
    columns = Columns(names[1])
    return Incoming(columns.language, list(lines(columns, rows)))


def numbered(text: str) -> Iterator[tuple[int, list[str]]]:
    """Each row with the number of the line at which it begins. A text may go over several lines."""
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator(text.partition("\n")[0]), strict=True)
    begins = 1
    while True:
        try:
            row = next(reader, None)
        except csv.Error as error:
            raise damaged("CSV", begins, str(error)) from None
        if row is None:
            return
        yield begins, row
        begins = reader.line_num + 1


def lines(columns: Columns, rows: Iterator[tuple[int, list[str]]]) -> Iterator[Line]:
    for count, (number, cells) in enumerate(rows):
        if count >= MOST_LINES:
            raise too_many()
        if any(cells):
            yield columns.line(number, [as_written(cell) for cell in cells], fault_of(columns, cells))


def fault_of(columns: Columns, cells: list[str]) -> str:
    """Nobody's translation begins with an equals sign where the English does not: somebody put a formula there."""
    told = [cells[at].lstrip() if at < len(cells) else "" for at in (columns.words, columns.english)]
    if told[0].startswith("=") and not as_written(told[1]).startswith("="):
        return _("There is a formula. Write the words themselves.")
    return ""
