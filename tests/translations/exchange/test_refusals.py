"""Bad files are refused with the line and the reason, and nothing of them comes in; nobody's newer words are lost."""

import csv
import re
import zipfile
from collections.abc import Callable
from io import BytesIO, StringIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from leavingwell.platform.councils.scope import national_scope, scope
from leavingwell.platform.people.models import Person
from leavingwell.platform.problems import ProblemCode, Problems
from leavingwell.translations.exchange.choosing import entries
from leavingwell.translations.exchange.comparing import State
from leavingwell.translations.exchange.finding import find
from leavingwell.translations.exchange.formats import read
from leavingwell.translations.exchange.refusals import LARGEST
from leavingwell.translations.models import Origin, Status, TranslationUnit
from leavingwell.translations.services.collecting import collect_instance
from leavingwell.translations.services.filing import bring_in, preview
from leavingwell.translations.services.reviewing import approve
from tests.factories import Household, make_offer
from tests.translations.exchange.conftest import Desk, make_unit, states, statuses

ENGLISH, WORDS, FORM, ID, MARK = 1, 2, 6, 7, 8
Change = Callable[[list[list[str]]], object]


def edited(desk: Desk, change: Change) -> bytes:
    """The CSV with `change` made to its rows; the texts of the portal stand in lines 2 (days, six forms) to 9."""
    rows = list(csv.reader(StringIO(desk.out(areas=["portal"]).decode("utf-8-sig"), newline="")))
    rows[1:] = sorted(rows[1:], key=lambda row: (row[0], row[FORM]))
    change(rows)
    text = StringIO(newline="")
    csv.writer(text).writerows(rows)
    return text.getvalue().encode()


def put(place: int, column: int, text: str) -> Change:
    return lambda rows: rows[place].__setitem__(column, text)


SUM = 8  # the row whose English is one line
LINES = [
    (put(7, WORDS, "مرحبا"), "Keep %(name)s as it is"),
    (put(SUM, WORDS, "%(other)s"), "does not stand in the English"),
    (put(SUM, WORDS, "\u202eolleh"), "turns the direction"),
    (put(SUM, WORDS, "a\x07b"), "hidden sign"),
    (put(SUM, WORDS, "<script>x</script>"), "formatting cannot be used"),
    (put(7, WORDS, "=HYPERLINK(1)"), "There is a formula"),
    (put(SUM, ID, "00000000-0000-0000-0000-000000000000"), "We do not know this text"),
    (put(SUM, ID, "' OR 1=1"), "We do not know this text"),
    (put(SUM, MARK, "1-2-3"), "mark is missing or was changed"),
    (put(3, WORDS, ""), "One of its forms for numbers"),
    (put(3, FORM, "9"), "each of its 6 forms"),
    (put(SUM, FORM, "1"), "no forms for numbers"),
    (lambda rows: rows.append([*rows[SUM][:WORDS], "twice", *rows[SUM][WORDS + 1 :]]), "in the file twice"),
]


@pytest.mark.parametrize(("change", "why"), LINES)
def test_a_line_that_cannot_be_right_refuses_the_whole_file(desk: Desk, change: Change, why: str) -> None:
    def with_another(rows: list[list[str]]) -> None:
        change(rows)
        rows.insert(1, ["", "", "", "", "", "", "", "", ""])

    before, data = statuses(), edited(desk, change)
    told = desk.plan(data).told
    assert len(told) == 1
    assert why in told[0]
    assert told[0].startswith("Line ")
    shifted = desk.plan(edited(desk, with_another)).told[0]
    assert int(shifted.split(":")[0][5:]) == int(told[0].split(":")[0][5:]) + 1
    with pytest.raises(Problems):
        desk.bring(data)
    assert statuses() == before


def xliff(inner: str, attributes: str = 'srcLang="en" trgLang="ar"') -> bytes:
    start = f'<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" {attributes}>'
    return f'{start}<file id="f">{inner}</file></xliff>'.encode()


UNIT = '<unit id="1"><segment><source>a</source><target>{}</target></segment></unit>'
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
PO = b'msgid ""\nmsgstr ""\n"Language: ar\\n"\n\n'
FILES = [
    (b"", "not a file of translations"),
    (b"\0\0\0", "columns are not those"),
    (b"a,b,c\n1,2,3\n", "Line 1: The columns"),
    (b"<html></html>", "not a file of translations"),
    (b"<xliff", "as XML. Line 1"),
    (b'<xliff version="2.1">\n<file>\n</xliff>', "Line 3"),
    (xliff(UNIT.format("b"), 'srcLang="fr" trgLang="ar"'), "not translated from English"),
    (xliff(UNIT.format("b"), 'srcLang="en"'), "does not say into which language"),
    (xliff(UNIT.format("b"), 'srcLang="en" trgLang="de"'), "none of our languages"),
    (xliff(UNIT.format("b"), 'srcLang="en" trgLang="pl"'), "Polish: The council does not offer"),
    (b'<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>' + xliff(UNIT.format("&f;")), "DOCTYPE"),
    (f'<!DOCTYPE x [<!ENTITY l0 "ha">{LAUGHS}]>'.encode() + xliff(UNIT.format("&l9;")), "not right as XML"),
    (b'msgid "a"b"\nmsgstr "b"\n', "PO. Line 1"),
    (b'msgid ""\nmsgstr "Content-Type: x"\n\nmsgid "a"\nmsgstr "b"\n', "does not say into which language"),
    (b'Id\n"', "columns are not those"),
    ("Übung".encode("latin-1"), "Line 1: this is not text in UTF-8"),
    (b"PK\x03\x04 no archive", "as XLSX"),
    (b"<" * 1_000_001, "too much in this file"),
    (b"x" * (LARGEST + 1), "larger than 20 MB"),
    (PO + b'msgid "a"\nmsgstr ""\n' + b'"abcdefgh"\n' * 100_000, "too much in this file"),
    (PO + b"# abcdefgh\n\n" * 100_000 + b'msgid "a"\nmsgstr ""\n', "too much in this file"),
    (PO + b'msgid "a"\nmsgstr ""\n' + (b'"' + b"a" * 10_000 + b'"\n') * 1000, "too much in this file"),
]


def test_a_file_that_cannot_be_read_is_told_so(in_north: Household) -> None:
    for data, why in FILES:
        with pytest.raises(Problems) as refused:
            preview(read(data), by=in_north.people["translator"])
        assert why in str(refused.value.problems[0].message), data[:60]


def test_the_english_that_a_file_tells_is_kept_no_longer_than_a_text(desk: Desk) -> None:
    def forged(rows: list[list[str]]) -> None:
        put(SUM, ENGLISH, "word " * 25_000)(rows)
        put(SUM, WORDS, "كلمات")(rows)
        put(SUM, MARK, re.sub("-.{32}-", f"-{32 * 'a'}-", rows[SUM][MARK]))(rows)

    row = desk.plan(edited(desk, forged)).of(State.STALE)[0]
    assert len(row.seen) == 100_000


def test_a_file_is_never_taken_for_the_name_of_one(desk: Desk, tmp_path: Path) -> None:
    """The library for PO opens what is the name of a file."""
    secret = tmp_path / "msgid"
    secret.write_bytes(desk.out("po"))
    with pytest.raises(Problems):
        desk.plan(str(secret).encode())


def test_an_archive_that_unfolds_without_end_is_not_unfolded(desk: Desk) -> None:
    stored = BytesIO()
    with zipfile.ZipFile(stored, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", bytes(9 * LARGEST))
    with pytest.raises(Problems) as refused:
        desk.plan(stored.getvalue())
    assert refused.value.problems[0].code == ProblemCode.TOO_LARGE


def test_a_formula_in_a_spreadsheet_is_refused_with_its_line(desk: Desk) -> None:
    book = load_workbook(BytesIO(desk.out("xlsx", areas=["portal"])))
    book.active["C9"] = "=1+1"
    stored = BytesIO()
    book.save(stored)
    assert [one for one in desk.plan(stored.getvalue()).told if "formula" in one and one.startswith("Line 9")]


def test_codes_that_were_not_exported_are_refused(desk: Desk) -> None:
    data = desk.out("xliff2").decode().replace("مرحبا", '<ph id="1"/>مرحبا')
    assert "code <ph>" in desk.plan(data.encode()).told[0]
    around = desk.out("xliff2").decode().replace("مرحبا", '<mrk id="1">أهلا</mrk>')
    assert states(desk.plan(around.encode()))["changed"] == 1


def test_another_councils_texts_are_unknown(desk: Desk, east: Household) -> None:
    with scope(east.council):
        theirs = make_unit("theirs", "Ours alone")
    told = desk.plan(edited(desk, put(SUM, ID, str(theirs.pk)))).told
    with scope(east.council):
        by = east.people["translator"]
        assert "We do not know this text" in preview(read(desk_file(desk)), by=by).told[0]
        assert not TranslationUnit.objects.filter(pk=desk.hello.pk).exists()
    assert "We do not know this text" in told[0]


def desk_file(desk: Desk) -> bytes:
    with scope(desk.house.council):
        return desk.out("po")


def test_whoever_does_not_translate_brings_nothing_in(desk: Desk) -> None:
    incoming = read(desk.out())
    for who in ("worker", "owner", "manager"):
        person: Person = desk.house.people[who]
        with pytest.raises(Problems) as refused:
            preview(incoming, by=person)
        assert refused.value.problems[0].code == ProblemCode.NOT_ALLOWED


def test_a_newer_edit_is_left_alone_and_told(desk: Desk) -> None:
    data = edited(desk, put(SUM, WORDS, "=1+1 جديد"))
    desk.write(desk.sum, "=1+1 أحدث")
    plan = desk.bring(data)
    assert [row.unit for row in plan.of(State.CONFLICT)] == [desk.sum]
    assert desk.now(desk.sum).text == "=1+1 أحدث"


def test_an_edit_between_looking_and_doing_stops_all_of_it(desk: Desk) -> None:
    incoming = read(edited(desk, put(SUM, WORDS, "=1+1 جديد")))
    seen = preview(incoming, by=desk.translator).fingerprint
    desk.write(desk.sum, "=1+1 أحدث")
    with pytest.raises(Problems) as refused:
        bring_in(incoming, seen, by=desk.translator, why="")
    assert refused.value.problems[0].code == ProblemCode.CONFLICT
    assert desk.now(desk.sum).text == "=1+1 أحدث"


def test_a_translation_of_older_english_comes_in_as_stale(desk: Desk) -> None:
    data = desk.out(statuses=[Status.MISSING]).decode("utf-8-sig").replace("Moving in,,", "Moving in,الانتقال,")
    desk.offer.heading_en = "Moving out"
    desk.offer.save()
    collect_instance(desk.offer)
    assert states(desk.bring(data.encode()))["stale"] == 1
    row = desk.now(desk.unit(":heading"))
    assert (row.text, row.status, row.source_seen) == ("الانتقال", Status.STALE, "Moving in")
    with pytest.raises(Problems) as refused:
        approve(row, by=desk.house.people["editor"])
    assert refused.value.problems[0].code == ProblemCode.WRONG_STATE


def test_texts_that_are_used_no_more_are_left_out(desk: Desk) -> None:
    data = edited(desk, put(SUM, WORDS, "=1+1 جديد"))
    TranslationUnit.objects.filter(pk=desk.sum.pk).update(gone=True)
    assert states(desk.bring(data))["gone"] == 1


def test_a_council_improves_a_national_text_for_itself_alone(desk: Desk) -> None:
    with national_scope("a text for a test"):
        national = make_unit("national", "Welcome")
    rows = edited_national(desk)
    assert states(desk.bring(rows))["new"] == 1
    row = desk.now(national)
    assert (row.council_id, row.origin) == (desk.house.council.pk, Origin.FILE)


def edited_national(desk: Desk) -> bytes:
    data = desk.out(areas=["portal"], whose="national", statuses=[Status.MISSING]).decode("utf-8-sig")
    return data.replace("Welcome,,", "Welcome,أهلا,").encode()


def test_the_nation_reads_only_its_own_texts(desk: Desk) -> None:
    make_offer(desk.house.council, "Ours")
    with national_scope("a file for a test"):
        assert str(desk.hello.pk) not in {entry.id for entry in entries("ar")}
        assert find([str(desk.hello.pk)], "ar") == {}
