"""What a sheet that came back would change. Nothing counts while a single row is wrong."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from leavingwell.questionnaires.exchange.lines import (
    LONGEST,
    NEEDED,
    ON_ONE_LINE,
    Key,
    Line,
    key_check,
    shown,
    text_check,
)
from leavingwell.questionnaires.exchange.sheet_reading import Row
from leavingwell.translations.languages import SOURCE


@dataclass(frozen=True)
class SheetChange:
    """One text that becomes another. `is_conflict`: somebody changed ours since the sheet was exported."""

    row: int
    line: Line
    after: str
    is_conflict: bool

    @property
    def before(self) -> str:
        return self.line.own or self.line.national

    @property
    def tick(self) -> str:
        """What a browser sends back to overwrite our present words, these and no others."""
        return f"{self.row}-{text_check(self.line.own)}"


@dataclass(frozen=True)
class RowFault:
    row: int
    code: str
    message: str


@dataclass
class Comparison:
    changes: list[SheetChange] = field(default_factory=list)
    faults: list[RowFault] = field(default_factory=list)


def tidied(key: Key, text: str) -> str:
    """New words as a form would keep them."""
    return " ".join(text.split()) if key.part in ON_ONE_LINE else text.strip()


def is_same(ours: str, text: str) -> bool:
    """Spreadsheets may lose spaces at the ends."""
    return shown(ours) == text or shown(ours).strip() == text.strip()


def place_fault(row: Row, line: Line | None, expected: str, seen: set[Key]) -> str:
    """Why a row cannot be told to be any line of ours."""
    if line is None:
        return _("We do not ask this question, or not in this form. Keep the code, the variant and the part.")
    if row.check.partition("-")[0] != expected:
        return _("The code, the variant, the part or the check is not as it was exported for this row.")
    if line.key in seen:
        return _("This row is there twice.")
    return row.fault


def text_fault(line: Line, text: str, language: str) -> str:
    if len(text) > LONGEST[line.key.part]:
        return _("This is longer than %d characters.") % LONGEST[line.key.part]
    if line.key.part not in NEEDED:
        return ""
    if not text and language == SOURCE:
        return _("These words cannot be empty. To go back to the national words, use the editor.")
    if text and language != SOURCE and not line.english:
        return _("There are no English words yet. Write these first: everybody without a translation reads them.")
    return ""


def compare(lines: Iterable[Line], rows: Sequence[Row], council: str, language: str) -> Comparison:
    by_cells = {line.key.cells: line for line in lines}
    found, seen = Comparison(), set[Key]()
    for row in rows:
        line = by_cells.get((row.code, row.variant, row.part))
        expected = key_check(line.key, council, language) if line else ""
        fault = place_fault(row, line, expected, seen)
        if line and not fault:
            seen.add(line.key)
            fault = take(row, line, language, found)
        if fault:
            found.faults.append(RowFault(row.number, row.code, fault))
    return found


def take(row: Row, line: Line, language: str, found: Comparison) -> str:
    """Notes the change of a row, or gives what is wrong with it. A row that its editor left alone changes nothing."""
    was = row.check.partition("-")[2]
    if is_same(line.own, row.text) or text_check(row.text) == was:
        return ""
    text = tidied(line.key, row.text)
    if text == line.own:
        return ""
    if fault := text_fault(line, text, language):
        return fault
    found.changes.append(SheetChange(row.number, line, text, text_check(line.own) != was))
    return ""


def wanted(changes: Iterable[SheetChange], ticks: Iterable[str]) -> Iterator[SheetChange]:
    """Those without a conflict, and the conflicts that were ticked."""
    ticked = set(ticks)
    return (change for change in changes if not change.is_conflict or change.tick in ticked)
