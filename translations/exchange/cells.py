"""A cell of a spreadsheet that is written. Whatever a text begins with, it is no formula."""

from typing import Any

from django.utils.translation import gettext as _
from openpyxl.cell import WriteOnlyCell  # type: ignore[import-untyped]

from leavingwell.platform.problems import invalid
from leavingwell.translations.exchange.entries import portable

LONGEST_CELL = 32_767  # characters: the format's own limit


def put(sheet: Any, value: str | int, **looks: Any) -> Any:
    """A number as it is. A text as text, also where it begins like a formula: such a cell says so of itself, as if an
    apostrophe were typed. Raises INVALID for a text that no cell holds.
    """
    cell = WriteOnlyCell(sheet)
    if isinstance(value, str):
        as_text(cell, value)
    else:
        cell.value = value
    for name, look in looks.items():
        setattr(cell, name, look)
    return cell


def as_text(cell: Any, text: str) -> None:
    if len(text) > LONGEST_CELL:
        raise invalid(_("One of the texts is too long for a spreadsheet. Take one of the other formats."))
    cell.value = portable(text)
    cell.data_type, cell.number_format = "s", "@"
    cell.quotePrefix = text.startswith(("=", "+", "-", "@"))
