"""Figures as a file: what the page shows and no more, harmless in a spreadsheet, and on record."""

import csv
from collections.abc import Iterator
from copy import deepcopy
from io import BytesIO, StringIO
from typing import Any

import pytest
from django.utils import timezone
from openpyxl import load_workbook  # type: ignore[import-untyped]

from leavingwell.platform.audit.models import AuditEntry
from leavingwell.platform.councils.scope import scope
from leavingwell.platform.insight.figure_files import as_csv, as_xlsx
from leavingwell.platform.insight.figures import share_cell, standing_lines
from leavingwell.platform.insight.over_time import Point
from leavingwell.platform.insight.periods import closed_periods
from leavingwell.platform.insight.tables import HIDDEN, Told
from leavingwell.platform.problems import Problems
from leavingwell.questionnaires.scoring import Phase
from tests.api import ask, client_of
from tests.conftest import check_links
from tests.factories import Household, make_young_person
from tests.platform.insight.past import finished

CSV, XLSX = "/insight/figures.csv", "/insight/figures.xlsx"


@pytest.fixture(scope="module")
def _past(_households: list[Household], django_db_blocker: Any) -> None:
    """Lived through once for the file."""
    north = deepcopy(_households[0])
    with django_db_blocker.unblock(), scope(north.council):
        then = closed_periods(timezone.localdate())[-1].ends_on
        for place in range(20):
            one = make_young_person(north.young_person.team, worker=north.worker)
            finished(one, "sometimes" if place < 10 else "yes_mostly", timezone.localdate())
            finished(one, "yes_mostly" if place < 18 else "not_right_now", then)
        check_links()


@pytest.fixture
def house(_past: None, north: Household) -> Iterator[Household]:
    with scope(north.council):
        yield north


def fetch(house: Household, who: str | None, address: str) -> Any:
    return client_of(house.people[who] if who else None, house.council).get(address)


def rows(answer: Any) -> list[list[str]]:
    return list(csv.reader(StringIO(answer.content.decode("utf-8-sig"))))


def heating(answer: Any, when: str) -> dict[str, str]:
    return {row[2]: row[5] for row in rows(answer) if row and row[0] == "HOME-03" and row[3].startswith(when)}


def test_the_file_says_what_the_page_says_with_the_hidden_hidden(house: Household) -> None:
    found = fetch(house, "analyst", f"{CSV}?domain=HOME")
    assert found["Content-Disposition"] == 'attachment; filename="figures.csv"'
    assert "no-store" in found["Cache-Control"]
    starts = closed_periods(timezone.localdate())[-1].code
    assert heating(found, "now") == {"Yes, mostly": "10", "Sometimes": "10", "Not right now": "0", "Wants help": "0"}
    assert heating(found, starts) == {"Yes, mostly": "c", "Sometimes": "0", "Not right now": "c"}
    assert any("too few people" in cell for row in rows(found) for cell in row)
    assert heating(fetch(house, "worker", f"{CSV}?domain=HOME"), starts)["Not right now"] == "2"


def test_the_shares_are_of_those_who_answered_enough(house: Household) -> None:
    known = [[Phase.GOING_WELL, 6], [Phase.GROWING, 3], [Phase.WORK_ON_THIS, 1], [Phase.NOT_ENOUGH_ANSWERS, 10]]
    phases = [(phase, Told(count, suppressed=False)) for phase, count in known]
    period = closed_periods(timezone.localdate())[-1]
    lines = list(standing_lines(Point(period=period, total=phases[-1][1], phases=tuple(phases), questions=())))
    assert [share_cell(line.told, line.total) for line in lines] == [60, 30, 10, ""]
    phases[1] = (Phase.GROWING, HIDDEN)
    hidden = standing_lines(Point(period=period, total=phases[-1][1], phases=tuple(phases), questions=()))
    assert {share_cell(line.told, line.total) for line in hidden} <= {"", "c"}


def test_as_a_spreadsheet_in_the_readers_language(house: Household) -> None:
    visitor = client_of(house.analyst, house.council)
    found = visitor.get(f"{XLSX}?domain=HOME", headers={"accept-language": "ar"})
    book = load_workbook(BytesIO(found.content))
    assert len(book.worksheets) == 2
    assert book.worksheets[0].max_row > 20


@pytest.mark.parametrize("who", ["owner", "supporter", "editor", "translator", "supervisor", None])
def test_who_sees_no_figures_gets_no_file(house: Household, who: str | None) -> None:
    assert fetch(house, who, f"{CSV}?domain=HOME").status_code == 404


@pytest.mark.parametrize("query", ["team=rubbish", "age=OLD", "team=01a20480-0d27-7171-983d-66126ec99881"])
def test_a_made_up_filter_is_not_found(house: Household, query: str) -> None:
    assert fetch(house, "analyst", f"{CSV}?{query}").status_code == 404


@pytest.mark.parametrize("domain", ["%00", "NOWHERE", "x" * 5000])
def test_a_made_up_area_is_not_found_and_not_kept(house: Household, domain: str) -> None:
    for address, answers in ((CSV, {404}), (XLSX, {404}), ("/insight/", {400, 404})):
        assert fetch(house, "analyst", f"{address}?domain={domain}").status_code in answers, address
    assert not AuditEntry.objects.filter(action="insight.exported").exists()


def test_the_api_says_that_an_area_is_not_there(house: Household) -> None:
    found = ask(house.analyst, house.council, '{ insight(domain: "NOWHERE") { people } }')
    assert found["errors"][0]["extensions"]["code"] == "NOT_FOUND"


def test_another_councils_team_is_not_found(house: Household, east: Household) -> None:
    with scope(east.council):
        team = east.young_person.team_id
    assert fetch(house, "analyst", f"{CSV}?team={team}").status_code == 404


def test_who_took_what_is_on_record(house: Household) -> None:
    client_of(house.analyst, house.council).head(f"{CSV}?domain=HOME")
    fetch(house, "analyst", f"{CSV}?domain=HOME&age=AGE_18")
    entry = AuditEntry.objects.get(action="insight.exported")
    assert (entry.actor_id, entry.changes) == (house.analyst.pk, {"domain": ["", "HOME"], "age": ["", "AGE_18"]})


def test_the_api_tells_the_address(house: Household) -> None:
    asked = '{ insight(domain: "HOME", ageBand: AGE_18) { fileAddress(format: CSV) } }'
    address = ask(house.analyst, house.council, asked)["data"]["insight"]["fileAddress"]
    assert address.endswith("/insight/figures.csv?domain=HOME&age=AGE_18")


def test_no_cell_is_a_formula() -> None:
    hostile = ["=1+1", "@SUM(A1)", "-2", "+3"]
    told = as_csv(hostile, [hostile], hostile).decode("utf-8-sig")
    assert all(cell.startswith("'") for row in csv.reader(StringIO(told)) for cell in row)
    book = load_workbook(BytesIO(as_xlsx(hostile, [hostile], hostile)))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value]
    assert {(cell.data_type, cell.number_format, cell.quotePrefix) for cell in cells} == {("s", "@", True)}


def test_a_number_is_a_number_and_a_text_that_no_cell_holds_is_refused() -> None:
    cell = load_workbook(BytesIO(as_xlsx(["Young people"], [[7]], []))).worksheets[0]["A2"]
    assert (cell.value, cell.data_type, cell.number_format) == (7, "n", "General")
    with pytest.raises(Problems):
        as_xlsx(["x" * 32_768], [], [])
