"""Reading a wording sheet that somebody brings back. Sizes are looked at before anything is unfolded."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import islice
from typing import Any
from zipfile import ZipFile

from django.utils.translation import gettext as _
from openpyxl import load_workbook  # type: ignore[import-untyped]

from leavingwell.platform.problems import ProblemCode, Problems, invalid, refuse
from leavingwell.platform.untrusted_zip import UNREADABLE
from leavingwell.questionnaires.exchange.lines import shown
from leavingwell.questionnaires.exchange.sheet_writing import CODE, PART, VARIANT

MEGABYTE = 1024 * 1024
LARGEST, LARGEST_UNFOLDED = 5 * MEGABYTE, 60 * MEGABYTE
MOST_MEMBERS, MOST_ROWS, MOST_COLUMNS = 100, 5000, 20
OWN = re.compile(r"Ours \(([a-z]{2,3})\)")
CHECK = re.compile(r"Check \(([A-Za-z0-9_-]{1,40})\)")
MERGED = re.compile(rb"<(\w+:)?mergeCell\b")


@dataclass(frozen=True)
class Row:
    """One line as it came. `fault` says in words why the text cannot be read."""

    number: int
    code: str
    variant: str
    part: str
    text: str
    check: str
    fault: str = ""


@dataclass(frozen=True)
class Sheet:
    questionnaire: str  # its code
    language: str
    rows: list[Row]


def damaged() -> Problems:
    return invalid(_("We cannot read this file. Bring a sheet that was exported here, saved as .xlsx."))


def check_archive(data: bytes) -> None:
    """What a small file can unfold into is limited, and told by its contents before they are read."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            members = archive.infolist()
            if len(members) > MOST_MEMBERS or sum(one.file_size for one in members) > LARGEST_UNFOLDED:
                raise refuse(ProblemCode.TOO_LARGE, _("This file unfolds into more than a wording sheet can be."))
            sheets = [one for one in members if one.filename.startswith("xl/worksheets/") and not one.is_dir()]
            if any(MERGED.search(archive.read(one)) for one in sheets):
                raise invalid(_("Some cells are merged. Take the cells apart again, then bring the sheet back."))
    except UNREADABLE:
        raise damaged() from None


def cells_in(data: bytes) -> Iterator[Sequence[Any]]:
    """The rows of the only sheet."""
    book = load_workbook(BytesIO(data), read_only=True, data_only=False, keep_links=False)
    if len(book.sheetnames) != 1:
        raise invalid(_("There is more than one sheet in this file. Leave the one that was exported, alone."))
    yield from book.worksheets[0].iter_rows(max_row=MOST_ROWS + 1, max_col=MOST_COLUMNS)


def table(data: bytes) -> list[Sequence[Any]]:
    try:
        return list(islice(cells_in(data), MOST_ROWS + 1))
    except Problems:
        raise
    except Exception:  # the library does not expect bad files: it fails in whatever way the damage leads to
        raise damaged() from None


def text_of(cell: Any) -> str:
    """The cell as text; a number as it was typed. Raises ValueError, with words, for what is none."""
    value, kind = cell.value, getattr(cell, "data_type", "n")
    if kind == "f":
        raise ValueError(_("There is a formula. Write the words themselves."))
    if kind in ("e", "d") or not isinstance(value, str | int | float | None):
        raise ValueError(_("The spreadsheet made a date or an error of the words. Format the cell as text."))
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else shown(str(value))


def texts_of(cells: Sequence[Any]) -> tuple[list[str], str]:
    """The texts of a row, and what is wrong with the first that is none."""
    texts, fault = [], ""
    for cell in cells:
        try:
            texts.append(text_of(cell))
        except ValueError as error:
            texts.append("")
            fault = fault or str(error)
    return texts, fault


@dataclass(frozen=True)
class Columns:
    """Where each of the columns stands that we read."""

    code: int
    variant: int
    part: int
    own: int
    check: int


def columns_of(names: Sequence[str]) -> Columns:
    """Told by their names: somebody may have moved them."""
    wanted = (re.compile(CODE), re.compile(VARIANT), re.compile(PART), OWN, CHECK)
    found = [[at for at, name in enumerate(names) if one.fullmatch(name)] for one in wanted]
    if any(len(places) != 1 for places in found):
        raise invalid(_("The columns are not those that were exported. Keep their names in the first row."))
    return Columns(*(places[0] for places in found))


def in_brackets(name: str) -> str:
    return name.partition("(")[2].rstrip(")")


def read(data: bytes) -> Sheet:
    """Raises TOO_LARGE or INVALID."""
    if len(data) > LARGEST:
        raise refuse(ProblemCode.TOO_LARGE, _("This file is larger than %d MB.") % (LARGEST // MEGABYTE))
    check_archive(data)
    rows = table(data)
    if len(rows) > MOST_ROWS:
        raise refuse(ProblemCode.TOO_LARGE, _("There are more than %d rows.") % MOST_ROWS)
    names = texts_of(rows[0])[0] if rows else []
    columns = columns_of(names)
    found = list(read_rows(rows[1:], columns))
    return Sheet(in_brackets(names[columns.check]), in_brackets(names[columns.own]), found)


def read_rows(rows: Sequence[Sequence[Any]], columns: Columns) -> Iterator[Row]:
    """Empty rows are no rows."""
    for number, cells in enumerate(rows, start=2):
        texts, fault = texts_of(cells)
        if not any(texts) and not fault:
            continue
        _own, own_fault = texts_of([cells[columns.own]])
        places = (columns.code, columns.variant, columns.part)
        code, variant, part = (texts[at].strip() for at in places)
        yield Row(number, code, variant, part, texts[columns.own], texts[columns.check].strip(), own_fault)
