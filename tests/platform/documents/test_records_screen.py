"""The administrator's screens for records."""

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from leavingwell.platform.councils.scope import scope
from leavingwell.platform.documents.models import Document
from leavingwell.platform.people.models import LegalHold, YoungPerson
from leavingwell.platform.plans.services import keeping
from tests.api import client_of
from tests.factories import Household, make_young_person

LIST = "/admin/records/"


def record(house: Household) -> str:
    with scope(house.council):
        return f"{LIST}{house.young_person.pk}/"


def visit(house: Household, who: str | None, address: str, at: Household | None = None, **given: str) -> Any:
    place = at or house
    client = client_of(place.people[who] if who else None, place.council)
    return client.post(address, given) if given else client.get(address)


def test_the_administrator_finds_a_record_and_holds_it(north: Household) -> None:
    page = visit(north, "admin", f"{LIST}?q=owner").content.decode()
    assert north.owner.name in page
    assert north.other_owner.name in page
    assert visit(north, "admin", record(north), do="hold", reason="A claim was made").status_code == 302
    with scope(north.council):
        assert LegalHold.objects.get().reason == "A claim was made"
    assert "A claim was made" in visit(north, "admin", record(north)).content.decode()
    assert visit(north, "admin", record(north), do="lift", reason="Settled").status_code == 302
    assert "Settled" in visit(north, "admin", record(north)).content.decode()


def test_a_later_day_is_kept_and_an_earlier_one_refused_with_what_was_typed(north: Household) -> None:
    assert visit(north, "admin", record(north), do="keep", day="2099-01-31", reason="An inquiry").status_code == 302
    with scope(north.council):
        assert north.young_person.retain_until == date(2099, 1, 31)
    for day in ("2030-01-01", "nonsense", "2099-13-45"):
        refused = visit(north, "admin", record(north), do="keep", day=day, reason="To be rid of it")
        assert refused.status_code == 422
        assert "To be rid of it" in refused.content.decode()
        assert day in refused.content.decode()


@pytest.mark.parametrize("what", ["hold", "lift", "keep", "copy"])
def test_nothing_is_done_without_a_reason(north: Household, what: str) -> None:
    assert visit(north, "admin", record(north), do=what, reason=" ", day="2099-01-31").status_code == 422
    with scope(north.council):
        assert not LegalHold.objects.exists()
        assert not Document.objects.exists()


def test_a_copy_is_asked_for_with_a_reason(north: Household) -> None:
    assert visit(north, "admin", record(north), do="copy", reason="She wrote on 3 March").status_code == 302
    with scope(north.council):
        made = Document.objects.get()
        assert (made.kind, made.requested_by_id) == (Document.Kind.DATA, north.admin.pk)
    assert "Waiting" in visit(north, "admin", record(north)).content.decode()


def test_what_nobody_offers_is_not_found(north: Household) -> None:
    assert visit(north, "admin", record(north), do="erase", reason="Be gone").status_code == 404
    assert visit(north, "admin", f"{LIST}nonsense/").status_code == 404
    assert visit(north, "admin", f"{LIST}?q=%00&p=nonsense").status_code == 200


@pytest.mark.parametrize("who", ["editor", "questionnaire_editor", "translator", "manager", "worker", "owner"])
def test_nobody_else_comes_in(north: Household, who: str) -> None:
    for address in (LIST, record(north)):
        answer = visit(north, who, address)
        assert answer.status_code in (302, 403)
        assert "Kept until" not in answer.content.decode()
        assert visit(north, who, address, do="hold", reason="A claim").status_code in (302, 403, 405)
    with scope(north.council):
        assert not LegalHold.objects.exists()


def test_nor_another_councils_administrator(north: Household, east: Household) -> None:
    assert visit(north, "admin", record(north), at=east).status_code == 404
    assert visit(north, "admin", record(north), at=east, do="hold", reason="A claim").status_code == 404
    assert north.owner.name not in visit(north, "admin", LIST, at=east).content.decode()


def test_those_whose_day_has_come_stand_first(north: Household) -> None:
    with scope(north.council):
        YoungPerson.objects.filter(pk=north.young_person.pk).update(date_of_birth=date(1940, 5, 6))
        assert list(keeping.records_due()) == [north.young_person]
    assert "6 May 2015" in visit(north, "admin", LIST).content.decode()


def test_the_list_costs_the_same_for_two_records_and_for_twelve(north: Household) -> None:
    costs = []
    visit(north, "admin", LIST)
    for number in (0, 10):
        with scope(north.council):
            for _each in range(number):
                make_young_person(north.young_person.team)
        with CaptureQueriesContext(connection) as queries:
            visit(north, "admin", LIST)
        costs.append(len(queries))
    assert costs[0] == costs[1]
