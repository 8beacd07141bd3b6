"""A wording sheet as a spreadsheet file. Whatever a text begins with, no spreadsheet ever runs it."""

from collections.abc import Iterable
from io import BytesIO
from typing import Any

from openpyxl import Workbook  # type: ignore[import-untyped]
from openpyxl.styles import Alignment, Font, NamedStyle, PatternFill, Protection  # type: ignore[import-untyped]
from openpyxl.styles.fonts import DEFAULT_FONT  # type: ignore[import-untyped]
from openpyxl.utils import get_column_letter  # type: ignore[import-untyped]

from leavingwell.questionnaires.exchange.lines import Line, check_of, shown
from leavingwell.translations.languages import SOURCE, language_of

TITLE = "Wording"
CODE, AREA, VARIANT, PART, ENGLISH = "Code", "Area", "Variant", "Part", "English"
WIDTHS = {CODE: 14, AREA: 20, VARIANT: 12, PART: 22}
WIDE = 48
LEFT_TO_RIGHT, RIGHT_TO_LEFT = 1, 2  # reading orders, as the format numbers them
FOR_US = PatternFill("solid", fgColor="FFF7E0")


def national_header(language: str) -> str:
    return f"National ({language})"


def own_header(language: str) -> str:
    return f"Ours ({language})"


def check_header(questionnaire: str) -> str:
    return f"Check ({questionnaire})"


def headers(questionnaire: str, language: str) -> list[str]:
    english = [] if language == SOURCE else [ENGLISH]
    texts = (national_header(language), own_header(language))
    return [CODE, AREA, VARIANT, PART, *english, *texts, check_header(questionnaire)]


def cells_of(line: Line, council: str, language: str) -> list[str]:
    code, variant, part = line.key.cells
    english = [] if language == SOURCE else [line.english]
    return [code, line.area, variant, part, *english, line.national, line.own, check_of(line, council, language)]


def named_style(name: str, order: int, *, bold: bool = False, **more: Any) -> NamedStyle:
    font = Font(name=DEFAULT_FONT.name, size=DEFAULT_FONT.size, bold=bold)  # a style's own would be none at all
    alignment = Alignment(wrap_text=True, vertical="top", readingOrder=order)
    return NamedStyle(name, font=font, number_format="@", alignment=alignment, **more)


def styles() -> list[NamedStyle]:
    """Made once for a file: to describe each cell anew takes most of the time."""
    ours = {"fill": FOR_US, "protection": Protection(locked=False)}
    return [
        named_style("Heading", LEFT_TO_RIGHT, bold=True),
        named_style("Text ltr", LEFT_TO_RIGHT),
        named_style("Text rtl", RIGHT_TO_LEFT),
        named_style("Ours ltr", LEFT_TO_RIGHT, **ours),
        named_style("Ours rtl", RIGHT_TO_LEFT, **ours),
    ]


def style_of(header: str, language: str) -> str:
    kind = "Ours" if header == own_header(language) else "Text"
    is_theirs = header in (national_header(language), own_header(language))
    return f"{kind} {language_of(language).direction if is_theirs else 'ltr'}"


def put(cell: Any, text: str, style: str) -> None:
    """As text, also where it begins like a formula: such a cell says so of itself, as if an apostrophe were typed."""
    cell.value = shown(text)
    cell.data_type = "s"
    cell.style = style
    if text.startswith(("=", "+", "-", "@")):
        cell.quotePrefix = True


def dress(sheet: Any, names: list[str]) -> None:
    """Only the council's column can be written in; who needs to can take the protection off, it has no password."""
    for number, name in enumerate(names, start=1):
        column = sheet.column_dimensions[get_column_letter(number)]
        column.width, column.hidden = WIDTHS.get(name, WIDE), number == len(names)  # the check
        put(sheet.cell(1, number), name, "Heading")
    sheet.freeze_panes = "B2"
    sheet.protection.sheet = True
    sheet.protection.formatColumns = sheet.protection.formatRows = False


def written(lines: Iterable[Line], council: str, questionnaire: str, language: str) -> bytes:
    book, names = Workbook(), headers(questionnaire, language)
    sheet = book.active
    sheet.title = TITLE
    for style in styles():
        book.add_named_style(style)
    dress(sheet, names)
    kinds = [style_of(name, language) for name in names]
    for at, line in enumerate(lines, start=2):
        for number, (kind, text) in enumerate(zip(kinds, cells_of(line, council, language), strict=True), start=1):
            put(sheet.cell(at, number), text, kind)
    stored = BytesIO()
    book.save(stored)
    return stored.getvalue()
