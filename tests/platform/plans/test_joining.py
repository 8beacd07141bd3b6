"""Inviting a young person."""

from typing import Any

import pytest
from django.core import mail

from leavingwell.platform.councils.scope import scope
from leavingwell.platform.people.models import YoungPerson
from tests.api import ask, codes, do
from tests.factories import Household

GIVEN = {"preferredName": "Wren", "email": "wren@example.org", "dateOfBirth": "2009-05-04"}


def invite(house: Household, who: str = "manager", **given: Any) -> dict[str, Any]:
    fields = "... on YoungPerson { preferredName plan { status } }"
    return do(house.people[who], house.council, "inviteYoungPerson", fields, **{**GIVEN, **given})


def test_they_get_an_account_a_plan_and_an_e_mail(north: Household, django_capture_on_commit_callbacks: Any) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        invited = invite(north)
    assert (invited["preferredName"], invited["plan"]) == ("Wren", {"status": "DRAFT"})
    letter = mail.outbox[-1]
    assert letter.to == ["wren@example.org"]
    assert north.council.host in letter.body
    with scope(north.council):
        person = YoungPerson.objects.get(person__name="Wren").person
    assert ask(person, north.council, "{ viewer { youngPerson { preferredName } } }")["data"]["viewer"]


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ({"email": "no address"}, ("INVALID", "email")),
        ({"preferredName": "  "}, ("INVALID", "name")),
        ({"dateOfBirth": "1990-01-01"}, ("INVALID", "dateOfBirth")),
        ({"dateOfBirth": "2999-01-01"}, ("INVALID", "dateOfBirth")),
        ({"teamId": "nonsense"}, ("NOT_FOUND", "teamId")),
        ({"workerId": "nonsense"}, ("NOT_FOUND", "workerId")),
    ],
)
def test_a_fault_is_named_and_nobody_is_added(
    north: Household, given: dict[str, Any], problem: tuple[str, str]
) -> None:
    assert codes(invite(north, **given)) == [problem]
    with scope(north.council):
        assert YoungPerson.objects.count() == 2
    assert mail.outbox == []


def test_an_address_that_is_taken_here_is_refused_and_one_of_another_council_is_not(
    north: Household, east: Household
) -> None:
    assert codes(invite(north, email=north.owner.user.email)) == [("INVALID", "email")]
    assert invite(north, email=east.owner.user.email)["__typename"] == "YoungPerson"


@pytest.mark.parametrize("who", ["owner", "supporter", "analyst", "editor"])
def test_who_may_not_invite(north: Household, who: str) -> None:
    assert codes(invite(north, who)) == [("NOT_ALLOWED", None)]
