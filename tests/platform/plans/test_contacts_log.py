"""The log of contacts and visits, which the young person reads too."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from leavingwell.platform.audit.models import AuditEntry
from leavingwell.platform.councils.scope import scope
from leavingwell.platform.plans.models import Contact
from tests.api import ask, codes, do, opaque
from tests.factories import Household

READ = (
    "query($id: ID!) { youngPerson(id: $id) { lastContactOn contacts { edges { node "
    "{ on channel reached seenAlone summary by { name } } } } } }"
)


def note(house: Household, who: str = "worker", of: Household | None = None, **given: Any) -> dict[str, Any]:
    target = of or house
    with scope(target.council):
        young_person = opaque("YoungPerson", target.young_person)
    given = {"channel": "VISIT", "summary": "We looked at flats.", "youngPersonId": young_person, **given}
    return do(house.people[who], house.council, "recordContact", "... on Contact { id }", **given)


def read(house: Household, who: str, of: Household | None = None) -> Any:
    target = of or house
    with scope(target.council):
        young_person = opaque("YoungPerson", target.young_person)
    return ask(house.people[who], house.council, READ, id=young_person)["data"]["youngPerson"]


def test_a_visit_is_noted_and_the_young_person_reads_all_of_it(north: Household) -> None:
    note(north, seenAlone=True)
    node = {
        "on": timezone.localdate().isoformat(),
        "channel": "VISIT",
        "reached": True,
        "seenAlone": True,
        "summary": "We looked at flats.",
        "by": {"name": "Worker of northmoor"},
    }
    for who in ("worker", "manager", "owner"):
        assert read(north, who)["contacts"]["edges"] == [{"node": node}]
    assert read(north, "worker")["lastContactOn"] == timezone.localdate().isoformat()
    with scope(north.council):
        assert AuditEntry.objects.filter(action="contact.recorded", young_person_id=north.young_person.pk).count() == 1


def test_who_was_not_reached_was_not_in_touch(north: Household) -> None:
    note(north, channel="CALL", reached=False, summary="Nobody answered.")
    assert read(north, "worker")["lastContactOn"] is None


def test_an_earlier_contact_noted_later_moves_nothing_back(north: Household) -> None:
    note(north)
    note(north, on=(timezone.localdate() - timedelta(days=9)).isoformat())
    found = read(north, "worker")
    assert found["lastContactOn"] == timezone.localdate().isoformat()
    assert next(edge["node"]["on"] for edge in found["contacts"]["edges"]) == timezone.localdate().isoformat()


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ({"summary": "  "}, ("INVALID", "summary")),
        ({"summary": "x" * 4001}, ("TOO_LARGE", "summary")),
        ({"on": "2999-01-01"}, ("INVALID", "on")),
        ({"seenAlone": True, "reached": False}, ("INVALID", "seenAlone")),
        ({"youngPersonId": "nonsense"}, ("NOT_FOUND", "youngPersonId")),
    ],
)
def test_a_fault_is_named_and_nothing_is_stored(
    north: Household, given: dict[str, Any], problem: tuple[str, str]
) -> None:
    assert codes(note(north, **given)) == [problem]
    with scope(north.council):
        assert not Contact.objects.exists()


@pytest.mark.parametrize(
    ("who", "problem"),
    [
        ("owner", ("NOT_ALLOWED", None)),
        ("supporter", ("NOT_ALLOWED", None)),
        ("supervisor", ("NOT_ALLOWED", None)),
        ("other_worker", ("NOT_FOUND", "youngPersonId")),
        ("other_owner", ("NOT_FOUND", "youngPersonId")),
        ("analyst", ("NOT_FOUND", "youngPersonId")),
    ],
)
def test_who_notes_none(north: Household, who: str, problem: tuple[str, str | None]) -> None:
    assert codes(note(north, who)) == [problem]


def test_who_reads_none(north: Household, east: Household) -> None:
    note(north)
    assert read(north, "supporter")["contacts"]["edges"] == []
    for house, who in ((north, "other_owner"), (north, "other_worker"), (east, "worker"), (east, "manager")):
        assert read(house, who, of=north) is None
    assert codes(note(east, of=north)) == [("NOT_FOUND", "youngPersonId")]


def test_sent_twice_under_one_id_it_is_one(north: Household) -> None:
    request = "7f0c3a52-1111-4222-8333-444455556668"
    first, again = (note(north, requestId=request) for _time in range(2))
    assert first["id"] == again["id"]
