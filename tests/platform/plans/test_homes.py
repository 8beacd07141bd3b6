"""Moves, the look at whether a home is suitable, and the young person's own words about it."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import transaction
from django.utils import timezone

from leavingwell.platform.councils.scope import ScopeViolation, scope
from leavingwell.platform.people.dates import years_before
from leavingwell.platform.plans.models import Home, HomeViews, Notice, Suitability
from tests.api import ask, codes, do, opaque
from tests.factories import Household

MOVED = "... on Home { id kind code kindTitle description regulated movedInOn movedOutOn }"
ASSESSED = "... on Home { id suitabilities { suitable reasons factors { factor verdict note } } views { words } }"
HOMES = """query($id: ID!) { youngPerson(id: $id) { home homes { description movedOutOn
    suitabilities { reasons factors { verdict } } views { words writtenBy { name } } } } }"""
FACTORS = ("FACILITIES", "REPAIR", "SAFETY", "LOCATION", "SUPPORT", "TENANCY", "COST")
FINE = [{"factor": factor, "verdict": "FINE"} for factor in FACTORS]


def day(ago: int) -> str:
    return (timezone.localdate() - timedelta(days=ago)).isoformat()


def young_person_id(house: Household) -> str:
    with scope(house.council):
        return opaque("YoungPerson", house.young_person)


def move(house: Household, who: str = "worker", of: Household | None = None, **given: Any) -> dict[str, Any]:
    given = {"kind": "SUPPORTED_LODGINGS", "description": "A room with a family", "movedInOn": day(30), **given}
    person = house.people[who] if who else None
    return do(person, house.council, "recordMove", MOVED, youngPersonId=young_person_id(of or house), **given)


def assess(house: Household, home: str, who: str = "worker", **given: Any) -> dict[str, Any]:
    given = {"suitable": True, "reasons": "Warm and safe", "factors": FINE, **given}
    return do(house.people[who], house.council, "assessSuitability", ASSESSED, homeId=home, **given)


def look(house: Household, who: str) -> Any:
    return ask(house.people[who], house.council, HOMES, id=young_person_id(house))["data"]["youngPerson"]


def test_a_move_closes_the_home_before(north: Household) -> None:
    first = move(north)
    assert (first["kind"], first["code"], first["kindTitle"]) == ("SUPPORTED_LODGINGS", "E", "Supported lodgings")
    move(north, "manager", kind="INDEPENDENT", description="Own flat", movedInOn=day(2))
    found = look(north, "owner")
    assert found["home"] == "Own flat"
    assert [(one["description"], one["movedOutOn"]) for one in found["homes"]] == [
        ("Own flat", None),
        ("A room with a family", day(2)),
    ]


def test_a_move_of_today_needs_no_day(north: Household) -> None:
    assert move(north, movedInOn=None)["movedInOn"] == day(0)


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ({"description": " "}, ("INVALID", "description")),
        ({"description": "x" * 101}, ("TOO_LARGE", "description")),
        ({"movedInOn": "2999-01-01"}, ("INVALID", "movedInOn")),
        ({"movedInOn": "1950-01-01"}, ("INVALID", "movedInOn")),
        ({"kind": "HOMELESS", "regulated": True}, ("INVALID", "regulated")),
    ],
)
def test_a_move_that_cannot_be(north: Household, given: dict[str, Any], problem: tuple[str, str]) -> None:
    assert codes(move(north, **given)) == [problem]


def test_a_move_cannot_come_before_the_last_one(north: Household) -> None:
    move(north, movedInOn=day(10))
    assert codes(move(north, movedInOn=day(11))) == [("INVALID", "movedInOn")]
    assert look(north, "worker")["homes"][0]["movedOutOn"] is None


@pytest.mark.parametrize("kind", ["FOYER", "FOSTER"])
def test_some_homes_are_from_18_on(in_north: Household, kind: str) -> None:
    young_person = in_north.young_person
    young_person.date_of_birth = years_before(timezone.localdate(), 17)
    young_person.save(update_fields=["date_of_birth"])
    assert codes(move(in_north, kind=kind)) == [("INVALID", "kind")]
    assert move(in_north, kind="OTHER")["kind"] == "OTHER"


def test_foster_carers_are_for_who_is_still_in_care(in_north: Household) -> None:
    young_person = in_north.young_person
    young_person.category = young_person.Category.RELEVANT
    young_person.save(update_fields=["category"])
    assert codes(move(in_north, kind="FOSTER_CARE")) == [("INVALID", "kind")]
    young_person.category = young_person.Category.ELIGIBLE
    young_person.save(update_fields=["category"])
    found = move(in_north, kind="FOSTER_CARE")
    assert (found["code"], found["kindTitle"]) == ("", "With foster carers")


@pytest.mark.parametrize(
    ("who", "problem"),
    [
        ("owner", ("NOT_ALLOWED", None)),
        ("supporter", ("NOT_ALLOWED", None)),
        ("supervisor", ("NOT_ALLOWED", None)),
        ("other_worker", ("NOT_FOUND", "youngPersonId")),
        ("other_owner", ("NOT_FOUND", "youngPersonId")),
    ],
)
def test_others_cannot_move_anybody(north: Household, who: str, problem: tuple[str, str]) -> None:
    assert codes(move(north, who)) == [problem]


def test_homes_have_outsiders(north: Household, east: Household) -> None:
    assert codes(move(north, of=east)) == [("NOT_FOUND", "youngPersonId")]
    assert codes(move(north, "")) == [("NOT_ALLOWED", None)]
    home = move(north)["id"]
    assert look(north, "supporter")["homes"] == []
    assert look(north, "other_worker") is None
    assert len(look(north, "supervisor")["homes"]) == 1
    for who in ("other_worker", "other_owner", "supporter"):
        assert codes(assess(north, home, who)) == [("NOT_FOUND", "homeId")]
    for who in ("owner", "manager"):
        assert codes(assess(north, home, who)) == [("NOT_ALLOWED", None)]
    assert codes(assess(east, home)) == [("NOT_FOUND", "homeId")]


def test_each_look_at_a_home_is_kept(north: Household) -> None:
    home = move(north)["id"]
    assess(north, home, reasons="Damp, but safe", assessedOn=day(20))
    factors = [*FINE[1:], {"factor": "FACILITIES", "verdict": "CONCERN", "note": "No cooker"}]
    found = assess(north, home, factors=factors)["suitabilities"]
    assert [one["reasons"] for one in found] == ["Warm and safe", "Damp, but safe"]
    assert {one["factor"]: one["note"] for one in found[0]["factors"]}["FACILITIES"] == "No cooker"
    with scope(north.council), pytest.raises(ScopeViolation), transaction.atomic():
        Suitability.objects.update(reasons="Else")


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ({"reasons": " "}, ("INVALID", "reasons")),
        ({"reasons": "x" * 4001}, ("TOO_LARGE", "reasons")),
        ({"theirViews": "x" * 4001}, ("TOO_LARGE", "theirViews")),
        ({"factors": FINE[:6]}, ("INVALID", "factors")),
        ({"factors": [*FINE, FINE[0]]}, ("INVALID", "factors")),
        ({"factors": []}, ("INVALID", "factors")),
        ({"factors": [*FINE[:6], {"factor": "COST", "verdict": "CONCERN"}]}, ("INVALID", "factors.6.note")),
        ({"assessedOn": "2999-01-01"}, ("INVALID", "assessedOn")),
        ({"assessedOn": "2001-01-01"}, ("INVALID", "assessedOn")),
    ],
)
def test_a_look_that_says_too_little(north: Household, given: dict[str, Any], problem: tuple[str, str]) -> None:
    home = move(north)["id"]
    assert codes(assess(north, home, **given)) == [problem]
    with scope(north.council):
        assert not Suitability.objects.exists()


@pytest.mark.parametrize("kind", ["HOMELESS", "CUSTODY"])
def test_no_home_and_custody_are_never_suitable(north: Household, kind: str) -> None:
    home = move(north, kind=kind)["id"]
    assert codes(assess(north, home)) == [("INVALID", "suitable")]
    assert not assess(north, home, suitable=False)["suitabilities"][0]["suitable"]


def test_the_manager_hears_of_an_unsuitable_home(in_north: Household) -> None:
    home = move(in_north)["id"]
    assess(in_north, home)
    told = Notice.objects.filter(kind=Notice.Kind.HOME_UNSUITABLE)
    assert not told.exists()
    assess(in_north, home, suitable=False, reasons="The lock is broken")
    assert [notice.recipient.name for notice in told] == [in_north.manager.name]


def views(house: Household, home: str, who: str = "owner", words: str = "I like the garden") -> dict[str, Any]:
    fields = "... on Home { views { words } }"
    return do(house.people[who], house.council, "saveHomeViews", fields, homeId=home, words=words)


def test_the_young_person_says_it_in_their_own_words(in_north: Household) -> None:
    home = move(in_north)["id"]
    views(in_north, home, words="It is too loud")
    assert [one["words"] for one in views(in_north, home)["views"]] == ["I like the garden", "It is too loud"]
    assert look(in_north, "worker")["homes"][0]["views"][0]["words"] == "I like the garden"
    for who in ("worker", "manager", "duty"):
        assert codes(views(in_north, home, who)) == [("NOT_ALLOWED", None)]
    for who in ("supporter", "other_owner", "other_worker"):
        assert codes(views(in_north, home, who)) == [("NOT_FOUND", "homeId")]
    with pytest.raises(ScopeViolation), transaction.atomic():
        HomeViews.objects.update(words="All is well")


def test_words_about_a_home_need_words_and_a_home(in_north: Household) -> None:
    home = move(in_north)["id"]
    assert codes(views(in_north, home, words="  ")) == [("INVALID", "words")]
    assert codes(views(in_north, home, words="x" * 4001)) == [("TOO_LARGE", "words")]
    assert codes(views(in_north, "nonsense")) == [("NOT_FOUND", "homeId")]
    move(in_north, kind="INDEPENDENT", movedInOn=day(1))
    assert codes(views(in_north, home)) == [("WRONG_STATE", None)]


def test_homes_cost_as_many_queries_for_ten_as_for_two(in_north: Household, django_assert_max_num_queries: Any) -> None:
    counted = []
    for number in (2, 10):
        while Home.objects.filter(young_person=in_north.young_person).count() < number:
            home = move(in_north, movedInOn=day(0))["id"]
            assess(in_north, home, assessedOn=day(0))
            views(in_north, home)
        with django_assert_max_num_queries(100) as captured:
            assert len(look(in_north, "worker")["homes"]) == number
        counted.append(len(captured))
    assert counted[0] == counted[1]
