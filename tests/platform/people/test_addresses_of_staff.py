"""An address that staff typed in is no way in to what a young person has begun, until they say that it is theirs."""

import re
from importlib import import_module
from typing import Any

import pytest
from django.apps import apps
from django.core import mail
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from leavingwell.platform.councils.scope import scope
from leavingwell.platform.people.models import User
from leavingwell.platform.plans.models import Notice
from tests.api import do, opaque
from tests.factories import PASSWORD, Household
from tests.platform.people.test_codes_of_staff import code_by, deeds, lets_in, team_id
from tests.platform.people.test_invitations import invite, is_in, join
from tests.portal.pages import words

ASK, CONFIRM, RESET = "/accounts/login/code/", "/accounts/login/code/confirm/", "/accounts/password/reset/"
MINE = "mine@example.org"


@pytest.fixture(autouse=True)
def fresh_limits() -> None:
    cache.clear()


def without_address(house: Household) -> None:
    """They joined by a letter."""
    User.objects.filter(pk=house.owner.user.pk).update(email="", email_confirmed_at=None)


def give(house: Household, email: str = MINE) -> None:
    with scope(house.council):
        given = opaque("YoungPerson", house.young_person)
    changed = do(house.worker, house.council, "updateYoungPerson", "", youngPersonId=given, email=email)
    assert changed["__typename"] == "YoungPerson"
    house.owner.user.refresh_from_db()  # signed out


def asked(house: Household, email: str = MINE, path: str = ASK) -> tuple[Client, Any]:
    visitor = Client(HTTP_HOST=house.council.host)
    return visitor, visitor.post(path, {"email": email})


def code_of(message: Any) -> str:
    return re.findall(r"\b\d{6}\b", message.body)[0]


def letter_in(house: Household) -> Client:
    visitor, _answer = join(house, code_by(house, "worker"))
    assert is_in(visitor)
    return visitor


@pytest.mark.parametrize("had_one", [True, False])
def test_the_young_person_hears_of_it_whatever_was_there_before(north: Household, had_one: bool) -> None:
    if not had_one:
        without_address(north)
    inside = letter_in(north)
    give(north)
    assert (north.worker.name, "gave you another e-mail address") in deeds(north)[:2]
    with scope(north.council):
        assert Notice.objects.filter(recipient=north.owner, key__startswith="address ").count() == 1
    # Somebody else may be in by an earlier address; whoever came by letter stays in, to confirm the new one.
    assert inside.get("/plan/").status_code == (302 if had_one else 200)
    again = letter_in(north) if had_one else inside
    assert "A worker gave you another e-mail address" in words(again.get("/notices/"))


def test_no_code_goes_there_and_the_answer_is_that_for_anybody(north: Household) -> None:
    without_address(north)
    give(north)
    for path in (ASK, RESET):
        known, unknown = asked(north, path=path)[1], asked(north, "nobody@example.org", path)[1]
        assert (known.status_code, known["Location"]) == (unknown.status_code, unknown["Location"])
    api = Client(HTTP_HOST=north.council.host)
    api.post("/_allauth/app/v1/auth/code/request", {"email": MINE}, content_type="application/json")
    assert mail.outbox == []


def test_they_confirm_it_from_where_they_are_signed_in(north: Household) -> None:
    without_address(north)
    give(north)
    inside = letter_in(north)
    assert "Is it yours?" in words(inside.get("/details/"))
    assert inside.post("/accounts/address/code/")["Location"] == "/accounts/address/"
    assert [message.to for message in mail.outbox] == [[MINE]]
    assert "That code does not work" in words(inside.post("/accounts/address/", {"code": "x"}))
    assert "This address is yours" in words(inside.post("/accounts/address/", {"code": code_of(mail.outbox[0])}))
    assert "Is it yours?" not in words(inside.get("/details/"))
    visitor, _answer = asked(north)
    visitor.post(CONFIRM, {"code": code_of(mail.outbox[-1])})
    assert is_in(visitor)


def test_a_code_for_the_address_before_confirms_nothing(north: Household) -> None:
    without_address(north)
    give(north)
    letter_in(north).post("/accounts/address/code/")
    inside = letter_in(north)
    inside.post("/accounts/address/code/")
    User.objects.filter(pk=north.owner.user.pk).update(email="other@example.org")
    assert inside.post("/accounts/address/", {"code": code_of(mail.outbox[-1])})["Location"] == "/"
    assert User.objects.get(pk=north.owner.user.pk).email_confirmed_at is None


def test_nobody_confirms_who_is_not_signed_in(north: Household) -> None:
    visitor = Client(HTTP_HOST=north.council.host)
    for answer in (visitor.post("/accounts/address/code/"), visitor.get("/accounts/address/")):
        assert answer["Location"].startswith("/accounts/login/")


def test_a_letter_makes_no_way_in_of_the_address_beside_it(north: Household) -> None:
    invited = invite(north, "worker", teamId=team_id(north), email=MINE, channel="LETTER")
    asked(north)
    asked(north, path=RESET)
    assert mail.outbox == []
    assert lets_in(north, str(invited["invitation"]["code"]))
    asked(north)
    assert mail.outbox == []


def test_nor_does_a_code_that_was_on_its_way(north: Household) -> None:
    invite(north, "worker", teamId=team_id(north), email=MINE, channel="EMAIL")
    visitor, _answer = asked(north)
    with scope(north.council):
        account = User.objects.get(email=MINE)
        young_person = opaque("YoungPerson", account.person.young_person)
    letter = do(north.manager, north.council, "inviteAgain", "", youngPersonId=young_person, channel="LETTER")
    assert letter["__typename"] == "Invitation"
    visitor.post(CONFIRM, {"code": code_of(mail.outbox[-1])})
    assert not is_in(visitor)
    assert User.objects.get(email=MINE).email_confirmed_at is None


def test_whom_the_e_mail_invites_signs_in_by_it(north: Household) -> None:
    invite(north, "worker", teamId=team_id(north), email="wren@example.org", channel="EMAIL")
    visitor, _answer = asked(north, "wren@example.org")
    visitor.post(CONFIRM, {"code": code_of(mail.outbox[-1])})
    assert is_in(visitor)
    again, _answer = asked(north, "wren@example.org")
    again.post(CONFIRM, {"code": code_of(mail.outbox[-1])})
    assert is_in(again)


def test_no_password_is_chosen_before_the_address_is_confirmed(north: Household) -> None:
    invite(north, "worker", teamId=team_id(north), email=MINE, channel="EMAIL")
    visitor, _answer = asked(north, path=RESET)
    assert not [message for message in mail.outbox if "password" in message.subject]
    visitor.post("/accounts/password/reset/new/", {"password1": PASSWORD, "password2": PASSWORD})
    assert not User.objects.get(email=MINE).has_usable_password()


def test_codes_are_locked_before_the_account_as_where_they_are_typed(north: Household) -> None:
    with CaptureQueriesContext(connection) as queries:
        give(north)
    updates = [found[1] for one in queries if (found := re.search(r'UPDATE "(\w+)"', one["sql"]))]
    of_change = updates[updates.index("people_person") :]
    assert of_change.index("people_invitation") < of_change.index("people_user")


def test_an_update_knows_whose_address_is_their_own(north: Household, east: Household) -> None:
    """Whoever joined by the e-mail goes on; for whom a letter was used, the address may be anybody's."""
    letter_in(north)
    User.objects.update(email_confirmed_at=None)
    User.objects.filter(pk=east.worker.user.pk).update(last_login=timezone.now())
    migration = import_module("leavingwell.platform.people.migrations.0003_mended")
    migration.who_came_by_e_mail(apps, None)
    known = User.objects.exclude(email_confirmed_at=None).values_list("pk", flat=True)
    cast = {"east owner": east.owner, "north other": north.other_owner, "north owner": north.owner}
    cast |= {"worker in": east.worker, "worker never in": east.other_worker}
    assert {name for name, person in cast.items() if person.user.pk in known} == {
        *("east owner", "north other", "worker in"),
    }
