"""Sheets with wrong rows, and files that are no sheets: each is refused in words, and nothing is changed."""

from datetime import date
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook

from tests.admin.asking import at
from tests.questionnaires.wording_sheets import (
    Sheet,
    carry_out,
    draft,
    faults,
    own,
    reword,
    upload,
)


@pytest.fixture
def client(north):
    return at(north.council, north.questionnaire_editor)


def edit(name, value):
    """Changes a cell, and gives the number of its row."""

    def change(sheet):
        row = sheet.row()
        sheet.cell(name).value = value
        return row

    return change


def written(text, **place):
    def change(sheet):
        sheet.write(text, **place)
        return sheet.row(**place)

    return change


def doubled(sheet):
    sheet.sheet.append([cell.value for cell in sheet.sheet[sheet.row()]])
    return sheet.sheet.max_row


FAULTS = {
    "unknown code": (edit("Code", "HOME-99"), "We do not ask this question"),
    "another's code": (edit("Code", "HOME-04"), "not as it was exported for this row"),
    "another variant": (edit("Variant", "Easy read"), "not as it was exported for this row"),
    "unknown variant": (edit("Variant", "Loud"), "We do not ask this question"),
    "another part": (edit("Part", "Why we ask"), "not as it was exported for this row"),
    "no check": (edit("Check", None), "not as it was exported for this row"),
    "other check": (edit("Check", "0-0"), "not as it was exported for this row"),
    "too long": (written("x" * 301), "longer than 300 characters"),
    "too long help": (written("x" * 601, part="Why we ask"), "longer than 600 characters"),
    "formula": (written("=1+1"), "There is a formula"),
    "date": (written(date(2026, 1, 2)), "made a date or an error"),
    "error": (written("#REF!"), "made a date or an error"),
    "emptied": (written(None), "cannot be empty"),
    "spaces": (written("   "), "cannot be empty"),
    "twice": (doubled, "there twice"),
}


@pytest.mark.parametrize("kind", FAULTS)
def test_a_wrong_row_is_named_and_nothing_is_saved(client, north, kind):
    reword(north, text_en="Warm?", help_en="Why")
    change, words = FAULTS[kind]
    sheet = Sheet(client).write("Good words", "HOME-05")
    row = change(sheet)
    (found,) = faults(upload(client, sheet))
    assert found.startswith(f"Row {row} (")
    assert words in found
    assert own(north).text_en == "Warm?"
    assert own(north, "HOME-05") is None


def test_a_translation_needs_english_words_first(client, north):
    sheet = Sheet(client, "ar").write("دافئ؟", variant="Spoken")
    assert any("no English words yet" in fault for fault in faults(upload(client, sheet)))


def test_a_sheet_of_another_council_is_refused(client, north, east):
    sheet = Sheet(at(east.council, east.questionnaire_editor)).write("Taken over?")
    assert any("not as it was exported" in fault for fault in faults(upload(client, sheet)))


def test_a_text_that_begins_like_a_formula_but_is_none_is_a_text(client, north):
    sheet = Sheet(client)
    cell = sheet.cell("Ours", part="Why we ask")
    cell.value, cell.data_type = "=not a formula", "s"
    carry_out(client, sheet)
    assert own(north).help_en == "=not a formula"


# Files that are no sheets


def zipped(**files):
    data = BytesIO()
    with ZipFile(data, "w", ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name.replace("__", "/"), content)
    return data.getvalue()


def rebuilt(data, name, change):
    """The file with one of its members changed."""
    stored = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(stored, "w", ZIP_DEFLATED) as new:
        for member in old.namelist():
            content = old.read(member)
            new.writestr(member, change(content) if member == name else content)
    return stored.getvalue()


SHEET_XML = "xl/worksheets/sheet1.xml"
ENTITY = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>'


def merged(sheet):
    sheet.sheet.merge_cells(start_row=2, end_row=4, start_column=6, end_column=6)
    return sheet.saved()


def two_sheets(sheet):
    sheet.book.create_sheet("More")
    return sheet.saved()


def renamed(sheet):
    sheet.sheet.cell(1, sheet.column("Ours")).value = "Mine"
    return sheet.saved()


def long_one(sheet):
    sheet.sheet.cell(6000, 1).value = "x"
    return sheet.saved()


def empty_book(_sheet):
    stored = BytesIO()
    Workbook().save(stored)
    return stored.getvalue()


def chart_alone(_sheet):
    stored = BytesIO()
    book = Workbook()
    book.create_chartsheet()
    book.remove(book.worksheets[0])
    book.save(stored)
    return stored.getvalue()


HARM = {
    "csv": (lambda s: b"Code,Ours\nHOME-03,Warm?\n", "We cannot read this file"),
    "xls": (lambda s: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "We cannot read this file"),
    "other zip": (lambda s: zipped(a="b"), "We cannot read this file"),
    "cut short": (lambda s: s.saved()[:-200], "We cannot read this file"),
    "damaged": (lambda s: rebuilt(s.saved(), SHEET_XML, lambda xml: xml[:5000]), "We cannot read this file"),
    "entities": (lambda s: rebuilt(s.saved(), SHEET_XML, lambda xml: ENTITY + xml), "We cannot read this file"),
    "bomb": (lambda s: zipped(xl__a=b"\0" * (61 * 1024 * 1024)), "unfolds into more"),
    "many members": (lambda s: zipped(**{f"m{number}": b"" for number in range(101)}), "unfolds into more"),
    "too large": (lambda s: b"x" * (5 * 1024 * 1024 + 1), "larger than 5 MB"),
    "merged": (merged, "Some cells are merged"),
    "two sheets": (two_sheets, "more than one sheet"),
    "other columns": (renamed, "The columns are not those"),
    "too many rows": (long_one, "more than 5000 rows"),
    "empty": (empty_book, "The columns are not those"),
    "chart": (chart_alone, "We cannot read this file"),
}


@pytest.mark.parametrize("kind", HARM)
def test_what_is_no_sheet_of_ours_is_refused_in_words(client, north, kind):
    make, words = HARM[kind]
    before = draft(north)
    assert any(words in fault for fault in faults(upload(client, make(Sheet(client))))), kind
    assert draft(north) == before


def test_an_unknown_questionnaire_or_language_in_the_header_is_refused(client, north):
    for name, value, words in (("Check", "Check (other)", "no questionnaire"), ("Ours", "Ours (pl)", "has not chosen")):
        sheet = Sheet(client)
        sheet.sheet.cell(1, sheet.column(name)).value = value
        assert any(words in fault for fault in faults(upload(client, sheet)))
