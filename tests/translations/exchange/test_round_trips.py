"""A file that goes through translators' tools untouched changes nothing; what they write comes in."""

import csv
from collections.abc import Callable
from io import BytesIO, StringIO
from typing import Any

import polib
import pytest
from openpyxl import load_workbook
from translate.storage import pypo, xliff, xliff2

from leavingwell.translations.exchange.comma_separated import as_written, harmless
from leavingwell.translations.exchange.formats import FORMATS
from leavingwell.translations.models import Kind, Origin, Status
from tests.translations.exchange.conftest import HELLO, Desk, states, statuses


def by_polib(data: bytes) -> bytes:
    return str(polib.pofile(data.decode())).encode()


def by_toolkit(kind: Any) -> Callable[[bytes], bytes]:
    return lambda data: bytes(kind(BytesIO(data)) if kind is pypo.pofile else kind.parsestring(data))


def by_spreadsheet(data: bytes) -> bytes:
    """As it is saved elsewhere: with semicolons, in UTF-16, and with the columns moved."""
    rows = [row[::-1] for row in csv.reader(StringIO(data.decode("utf-8-sig"), newline=""))]
    text = StringIO(newline="")
    csv.writer(text, delimiter=";").writerows(rows)
    return text.getvalue().encode("utf-16")


def by_openpyxl(data: bytes) -> bytes:
    stored = BytesIO()
    load_workbook(BytesIO(data)).save(stored)
    return stored.getvalue()


def as_it_is(data: bytes) -> bytes:
    return data


TOOLS = [
    *((code, as_it_is) for code in FORMATS),
    ("po", by_polib),
    ("po", by_toolkit(pypo.pofile)),
    ("xliff1", by_toolkit(xliff.xlifffile)),
    ("xliff2", by_toolkit(xliff2.Xliff2File)),
    ("csv", by_spreadsheet),
    ("xlsx", by_openpyxl),
]


@pytest.mark.parametrize(("code", "tool"), TOOLS)
def test_there_and_back_nothing_is_changed(desk: Desk, code: str, tool: Callable[[bytes], bytes]) -> None:
    before, data = statuses(), desk.out(code)
    found = states(desk.plan(tool(data)))
    assert found.pop("same") == 3
    assert set(found) == {"empty"}
    desk.bring(tool(data))
    assert statuses() == before


def test_what_toolkit_writes_into_xliff_comes_in(desk: Desk) -> None:
    for code, kind in (("xliff1", xliff.xlifffile), ("xliff2", xliff2.Xliff2File)):
        heading = desk.unit(":heading")
        file = kind.parsestring(desk.out(code))
        texts = {unit.source: unit for unit in file.units}
        assert texts[HELLO].target == desk.now(desk.hello).text
        texts["Moving in"].target = f"الانتقال {code}"
        assert states(desk.bring(bytes(file)))["changed" if code == "xliff2" else "new"] == 1
        row = desk.now(heading)
        assert (row.text, row.status, row.origin, row.made_by) == (
            f"الانتقال {code}",
            Status.TRANSLATED,
            Origin.FILE,
            desk.translator,
        )


def test_fuzzy_is_a_draft_and_no_longer_fuzzy_says_it_is_right(desk: Desk) -> None:
    file = polib.pofile(desk.out("po").decode())
    entries = {entry.msgid: entry for entry in file}
    assert "fuzzy" in entries["%(number)d day"].flags
    assert len(entries["%(number)d day"].msgstr_plural) == 6
    entries["%(number)d day"].flags.clear()
    entries["Moving in"].msgstr, entries["Moving in"].flags = "الانتقال", ["fuzzy"]
    assert states(desk.bring(str(file).encode())).items() >= {"confirmed": 1, "new": 1}.items()
    assert desk.now(desk.days).status == Status.TRANSLATED
    assert desk.now(desk.unit(":heading")).status == Status.DRAFT


def test_rich_text_comes_in_as_its_editor_keeps_it(desk: Desk) -> None:
    body = next(unit for unit in [desk.unit(":body")] if unit.kind == Kind.RICH)
    file = polib.pofile(desk.out("po").decode())
    entry = next(one for one in file if one.msgctxt == str(body.pk))
    entry.msgstr = "<p>المزيد <b>هنا</b>.</p>"
    desk.bring(str(file).encode())
    assert "<b>هنا</b>" in desk.now(body).text


def test_no_cell_of_a_csv_begins_like_a_formula() -> None:
    for text in ("=1+1", "+44", "-a", "@b", "'=c", "''+d", "'e", "f", "\tg", "", "'"):
        assert harmless(text)[:1] not in ("=", "+", "-", "@", "\t")
        assert as_written(harmless(text)) == text


def test_spreadsheets_hold_text_and_no_formula(desk: Desk) -> None:
    sheet = load_workbook(BytesIO(desk.out("xlsx"))).active
    cells = {cell.value: cell for row in sheet.iter_rows() for cell in row}
    assert cells["=1+1 is 2"].data_type == "s"
    assert sheet["C2"].alignment.readingOrder == 2
    assert "'=1+1 is 2" in desk.out("csv").decode("utf-8-sig")


def test_only_what_was_asked_for_goes_out(desk: Desk) -> None:
    def sources(**more: Any) -> set[str]:
        return {entry.msgid for entry in polib.pofile(desk.out("po", **more).decode())}

    assert sources(statuses=[Status.DRAFT]) == {"%(number)d day"}
    assert sources(areas=["portal"], statuses=[Status.TRANSLATED]) == {HELLO, "=1+1 is 2"}
    assert "Moving in" in sources(statuses=[Status.MISSING])
