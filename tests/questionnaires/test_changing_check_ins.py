"""For ten minutes after a check-in: more words, others who see it, or none at all. Nothing is lost."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from leavingwell.platform.councils.scope import ScopeViolation, scope
from leavingwell.platform.plans.services.translating_words import translate_words
from leavingwell.platform.plans.wanted_calls import waiting
from leavingwell.questionnaires.models import CheckIn, CheckInRevision
from leavingwell.questionnaires.services.check_ins import GivenCheckIn, add_to_check_in, send_check_in
from tests.api import ask, client_of, codes, do, opaque
from tests.factories import Household

FIELDS = "... on CheckIn { id note sharedWith withdrawnAt permissions }"
LANGUAGE = "query($id: ID!) { checkIns(youngPersonId: $id) { edges { node { language } } } }"
LIST = "query($id: ID!) { checkIns(youngPersonId: $id) { totalCount } }"


def send(house: Household, **given: Any) -> dict[str, Any]:
    return do(house.people["owner"], house.council, "checkIn", FIELDS, **{"face": 2, **given})


def change(house: Household, name: str, sent: dict[str, Any], who: str = "owner", **given: Any) -> dict[str, Any]:
    return do(house.people[who], house.council, name, FIELDS, checkInId=sent["id"], **given)


def seen(house: Household, who: str) -> int:
    with scope(house.council):
        young_person = opaque("YoungPerson", house.young_person)
    return int(ask(house.people[who], house.council, LIST, id=young_person)["data"]["checkIns"]["totalCount"])


def earlier(house: Household) -> list[tuple[str, str]]:
    with scope(house.council):
        return list(CheckInRevision.objects.values_list("note", "shared_with"))


def age(house: Household, minutes: int) -> None:
    with scope(house.council):
        CheckIn.objects.update(sent_at=timezone.now() - timedelta(minutes=minutes))


def test_words_are_added_below_those_that_are_there(north: Household) -> None:
    sent = send(north, note="Slept badly")
    changed = change(north, "addToCheckIn", sent, note=" The heating is off. ")
    assert changed["note"] == "Slept badly\n\nThe heating is off."
    assert earlier(north) == [("Slept badly", "worker")]


@pytest.mark.parametrize(("first", "then"), [("ar", "en"), ("en", "ar")])
def test_words_in_two_languages_are_named_after_neither(north: Household, first: str, then: str) -> None:
    """Else nobody could say what the others of them mean."""
    with scope(north.council):
        by, given = north.owner, GivenCheckIn(face=2, note="First")
        sent = send_check_in(north.young_person, given, by=by, language=first)
        additions = (("Again", first, first), ("", then, first), ("Else", then, ""), ("So", then, ""))
        for note, language, stored in additions:
            sent = add_to_check_in(sent, note=note, shared_with=None, by=by, language=language)
            assert sent.language == stored
        for language in ("ar", "en"):
            translate_words(north.young_person, sent, language=language, text="What it means", by=north.worker)
        young_person = opaque("YoungPerson", north.young_person)
    page = client_of(north.owner, north.council).get("/check-in/")
    assert page.status_code == 200
    found = ask(north.worker, north.council, LANGUAGE, id=young_person)
    assert found["data"]["checkIns"]["edges"][0]["node"]["language"] == ""


def test_the_first_words_have_the_language_in_which_they_are_added(north: Household) -> None:
    with scope(north.council):
        sent = send_check_in(north.young_person, GivenCheckIn(face=2), by=north.owner, language="en")
        changed = add_to_check_in(sent, note="متعب", shared_with=None, by=north.owner, language="ar")
    assert changed.language == "ar"


def test_others_see_it_when_its_writer_says_so(north: Household) -> None:
    sent = send(north, sharedWith="ONLY_ME")
    assert seen(north, "worker") == 0
    assert change(north, "addToCheckIn", sent, sharedWith="WORKER_AND_SUPPORTERS")["permissions"] == ["CHANGE_CHECK_IN"]
    assert (seen(north, "worker"), seen(north, "supporter")) == (1, 1)


def test_taken_back_it_is_for_its_writer_alone_and_nobody_waits_to_call(north: Household) -> None:
    sent = send(north, note="Please ring", call="TODAY")
    taken = change(north, "withdrawCheckIn", sent)
    assert taken["withdrawnAt"]
    assert (taken["note"], taken["permissions"]) == ("Please ring", [])
    assert [seen(north, who) for who in ("owner", "worker", "manager", "supporter")] == [1, 0, 0, 0]
    assert earlier(north) == [("Please ring", "worker")]
    with scope(north.council):
        assert not waiting(CheckIn.objects.all()).exists()
    assert codes(change(north, "withdrawCheckIn", sent)) == [("WRONG_STATE", None)]
    assert codes(change(north, "addToCheckIn", sent, note="More")) == [("WRONG_STATE", None)]


@pytest.mark.parametrize("name", ["addToCheckIn", "withdrawCheckIn"])
def test_after_ten_minutes_it_stays_as_it_is(north: Household, name: str) -> None:
    sent = send(north)
    age(north, 9)
    assert change(north, "addToCheckIn", sent, note="In time")["note"] == "In time"
    age(north, 11)
    assert codes(change(north, name, sent)) == [("WRONG_STATE", None)]
    assert seen(north, "worker") == 1


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ({"note": "x" * 2000}, ("TOO_LARGE", "note")),
        ({"sharedWith": "ONLY_ME"}, ("INVALID", "sharedWith")),
    ],
)
def test_a_fault_is_named_and_nothing_is_changed(
    north: Household, given: dict[str, Any], problem: tuple[str, str]
) -> None:
    sent = send(north, note="Here", call="THIS_WEEK")
    assert codes(change(north, "addToCheckIn", sent, **given)) == [problem]
    assert earlier(north) == []


@pytest.mark.parametrize("name", ["addToCheckIn", "withdrawCheckIn"])
def test_nobody_else_can(north: Household, east: Household, name: str) -> None:
    sent = send(north)
    for who in ("worker", "manager"):
        assert codes(change(north, name, sent, who)) == [("NOT_ALLOWED", None)]
    for who in ("other_owner", "supporter", "analyst"):
        assert codes(change(north, name, sent, who)) == [("NOT_FOUND", "checkInId")]
    assert codes(change(east, name, sent)) == [("NOT_FOUND", "checkInId")]
    assert earlier(north) == []


def test_what_stood_there_never_changes(north: Household) -> None:
    change(north, "withdrawCheckIn", send(north))
    with scope(north.council), pytest.raises(ScopeViolation):
        CheckInRevision.objects.update(note="Else")


def test_twice_under_one_id_the_words_stand_there_once(north: Household) -> None:
    sent = send(north)
    for _time in range(2):
        changed = change(north, "addToCheckIn", sent, note="Once", requestId="7f0c3a52-1111-4222-8333-444455556667")
    assert changed["note"] == "Once"
