"""Whom a young person lets in: by themselves or by their worker with their agreement, changed and ended at once."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core import mail

from leavingwell.platform.audit.models import AuditEntry
from leavingwell.platform.councils.scope import scope
from leavingwell.platform.people.models import Supporter
from leavingwell.platform.plans.models import Notice
from tests.api import ask, client_of, codes, do, opaque
from tests.factories import Household

GIVEN = {"name": "Fern", "email": "fern@example.org", "relationship": "Past carer", "parts": ["GOALS"]}
SUPPORTER = "... on Supporter { id kind relationship parts domainCodes agreement addedBy { name } }"


def own_id(house: Household) -> str:
    with scope(house.council):
        return opaque("YoungPerson", house.young_person)


def add(house: Household, who: str = "owner", **given: Any) -> dict[str, Any]:
    given = {"youngPersonId": own_id(house), **GIVEN, **given}
    return do(house.people[who], house.council, "addSupporter", SUPPORTER, **given)


def change(house: Household, supporter: str, who: str = "owner", **given: Any) -> dict[str, Any]:
    given = {"supporterId": supporter, "parts": ["GOALS"], **given}
    return do(house.people[who], house.council, "updateSupporter", SUPPORTER, **given)


def test_a_young_person_lets_somebody_in(
    north: Household, django_capture_on_commit_callbacks: Callable[..., Any]
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        added = add(north, kind="CARER", domainCodes=["HOME"])
    assert (added["kind"], added["domainCodes"], added["addedBy"]["name"]) == ("CARER", ["HOME"], north.owner.name)
    (letter,) = mail.outbox
    assert letter.to == ["fern@example.org"]
    assert "https://northmoor.test/" in letter.body
    for private in (north.owner.name, "Owner", "carer"):
        assert private not in letter.subject + letter.body
    with scope(north.council):
        assert not Notice.objects.filter(kind=Notice.Kind.NEW_SUPPORTER).exists()


def test_all_that_is_wrong_is_said_at_once(north: Household) -> None:
    wrong = codes(add(north, "worker", name=" ", email="nobody", parts=[], domainCodes=["NO"]))
    assert [field for _code, field in wrong] == ["name", "email", "parts", "domainCodes.0", "agreement"]


def test_a_worker_says_how_the_young_person_agreed_who_is_told(
    north: Household, django_capture_on_commit_callbacks: Callable[..., Any]
) -> None:
    assert codes(add(north, "worker")) == [("INVALID", "agreement")]
    assert codes(add(north, "worker", agreement=" ")) == [("INVALID", "agreement")]
    assert codes(add(north, "worker", agreement="x" * 301)) == [("TOO_LARGE", "agreement")]
    with django_capture_on_commit_callbacks(execute=True):
        added = add(north, "worker", agreement="Said yes on our walk on Monday")
    assert added["agreement"] == "Said yes on our walk on Monday"
    with scope(north.council):
        assert Notice.objects.get(kind=Notice.Kind.NEW_SUPPORTER).recipient == north.owner
        assert AuditEntry.objects.filter(action="supporter.added").latest("at").reason == added["agreement"]
    ended = do(north.owner, north.council, "endSupporter", "", supporterId=added["id"])
    assert ended["__typename"] == "Supporter"


def test_what_they_see_is_changed_at_once(north: Household) -> None:
    with scope(north.council):
        supporter = opaque("Supporter", Supporter.objects.get())
        plan = opaque("Plan", north.plan)
    query = "query($id: ID!) { plan(id: $id) { stateOfPlay { phase } } }"

    def standings() -> list[Any]:
        found: list[Any] = ask(north.supporter, north.council, query, id=plan)["data"]["plan"]["stateOfPlay"]
        return found

    assert len(standings()) == 8
    changed = change(north, supporter, parts=["STATE_OF_PLAY"], domainCodes=["HOME"], kind="MENTOR")
    assert (changed["kind"], changed["relationship"]) == ("MENTOR", "Past carer")
    assert len(standings()) == 1
    change(north, supporter, parts=["COMMENTS"])
    assert standings() == []
    with scope(north.council):
        entry = AuditEntry.objects.filter(action="supporter.updated").latest("at")
        assert entry.changes["parts"] == [["state_of_play"], ["comments"]]


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ({"parts": []}, ("INVALID", "parts")),
        ({"domainCodes": ["NONE"]}, ("NOT_FOUND", "domainCodes.0")),
        ({"relationship": "x" * 101}, ("TOO_LARGE", "relationship")),
    ],
)
def test_a_fault_is_named(north: Household, given: dict[str, Any], problem: tuple[str, str]) -> None:
    assert codes(change(north, add(north)["id"], **given)) == [problem]


def test_a_worker_changes_it_with_agreement_alone(north: Household) -> None:
    supporter = add(north)["id"]
    assert codes(change(north, supporter, "worker")) == [("INVALID", "agreement")]
    assert change(north, supporter, "worker", agreement="By phone today")["agreement"] == "By phone today"


@pytest.mark.parametrize("who", ["manager", "supervisor", "supporter", "other_owner", "other_worker", "analyst"])
def test_others_change_nothing(north: Household, who: str) -> None:
    assert codes(change(north, add(north)["id"], who)) == [("NOT_FOUND", "supporterId")]


def test_another_council_finds_none(north: Household, east: Household) -> None:
    assert codes(change(east, add(north)["id"])) == [("NOT_FOUND", "supporterId")]


def test_one_who_was_taken_away_cannot_be_changed(north: Household) -> None:
    supporter = add(north)["id"]
    do(north.owner, north.council, "endSupporter", "", supporterId=supporter)
    assert codes(change(north, supporter)) == [("NOT_FOUND", "supporterId")]


def test_their_session_goes_on_and_sees_nothing(north: Household) -> None:
    with scope(north.council):
        supporter = opaque("Supporter", Supporter.objects.get())
        young_person = own_id(north)
    visitor = client_of(north.supporter, north.council)
    assert visitor.get(f"/supporting/{young_person}/").status_code == 200
    do(north.owner, north.council, "endSupporter", "", supporterId=supporter)
    assert visitor.get(f"/supporting/{young_person}/").status_code == 404
    assert visitor.get("/supporting/").status_code == 200
    with scope(north.council):
        assert Supporter.objects.get().ended_by == north.owner
