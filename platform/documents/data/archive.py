"""The copy of all the data as one zip, written piece by piece: memory does not grow with the record."""

import csv
import json
from collections.abc import Iterator
from io import TextIOWrapper
from itertools import chain
from typing import IO, Any
from zipfile import ZIP_DEFLATED, ZipFile

from leavingwell.platform.documents.data.covering import Cover
from leavingwell.platform.documents.data.tables import TABLES, Table
from leavingwell.platform.documents.data.values import cell, record_of
from leavingwell.platform.documents.data.words import log_lines, readme
from leavingwell.platform.documents.models import Document
from leavingwell.platform.documents.plan_page import plan_page
from leavingwell.platform.documents.rendering import CannotDraw, render
from leavingwell.platform.people.models import YoungPerson


def is_own(document: Document, young_person: YoungPerson) -> bool:
    """Asked for by the young person themselves, and not by the council."""
    return document.requested_by_id == young_person.person_id


def pieces_of_json(young_person: YoungPerson, cover: Cover, *, own: bool) -> Iterator[str]:
    """`{"tables": {"details": [{…}, …], …}}`, a row at a time."""
    yield '{"tables": {'
    for place, table in enumerate(TABLES):
        yield f"{', ' if place else ''}{json.dumps(table.name)}: ["
        for number, row in enumerate(table.rows(young_person, own=own)):
            record = json.dumps(record_of(row, table, cover), ensure_ascii=False)
            yield f"{',' if number else ''}\n{record}"
        yield "]"
    yield "}}\n"


def write_pieces(archive: ZipFile, name: str, pieces: Iterator[str]) -> None:
    with archive.open(name, "w") as file:
        for piece in pieces:
            file.write(piece.encode(errors="replace"))


def write_table(archive: ZipFile, table: Table, young_person: YoungPerson, cover: Cover, *, own: bool) -> bool:
    """Whether there was anything. It begins with a mark by which spreadsheets know its letters."""
    rows = table.rows(young_person, own=own)
    first = next(rows, None)
    if first is None:
        return False
    names = [field.name for field in table.fields]
    with archive.open(f"tables/{table.name}.csv", "w") as file:
        text = TextIOWrapper(file, encoding="utf-8-sig", errors="replace", newline="")
        writer = csv.writer(text)
        writer.writerow(names)
        for row in chain([first], rows):
            writer.writerow(cells(row, table, cover))
        text.flush()
        text.detach()
    return True


def cells(row: Any, table: Table, cover: Cover) -> list[str]:
    return [cell(value) for value in record_of(row, table, cover).values()]


def write_plan(archive: ZipFile, document: Document, cover: Cover) -> str:
    """As a PDF; as a page for a browser where no engine draws its language. Returns the file's name."""
    page = cover.page(plan_page(document))
    try:
        name, content = "plan.pdf", render(page, document.language)
    except CannotDraw:
        name, content = "plan.html", page.encode()
    archive.writestr(name, content)
    return name


def write_archive(document: Document, young_person: YoungPerson, file: IO[bytes]) -> None:
    """In the document's language, which the caller has made the active one."""
    cover, own = Cover(young_person), is_own(document, young_person)
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        plan = write_plan(archive, document, cover)
        tables = [table for table in TABLES if write_table(archive, table, young_person, cover, own=own)]
        write_pieces(archive, "log.txt", log_lines(young_person, own=own))
        write_pieces(archive, "data.json", pieces_of_json(young_person, cover, own=own))
        archive.writestr("README.txt", readme(document, young_person, cover, tables, plan, own=own))
