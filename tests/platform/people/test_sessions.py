"""Signed out everywhere: in browsers, with the API's own sign-in, and with an app's token, when an address changes."""

import re
from typing import Any

import pytest
from django.core import mail
from django.core.cache import cache
from django.test import Client

from leavingwell.platform.access.services.leaving import leave
from leavingwell.platform.councils.scope import scope
from leavingwell.platform.people.authentication import new_session_token
from leavingwell.platform.people.models import Person, User
from leavingwell.platform.people.sessions import end_sessions
from tests.api import client_of, do, opaque
from tests.factories import PASSWORD, Household

VIEWER = {"query": "{ viewer { name } }"}
APP, IN_BROWSER = "/_allauth/app/v1/auth/", "/_allauth/browser/v1/auth/"


@pytest.fixture(autouse=True)
def fresh_limits() -> None:
    cache.clear()


def nobody(house: Household) -> Client:
    return Client(HTTP_HOST=house.council.host)


def with_token(house: Household, token: str) -> Any:
    return nobody(house).post("/graphql/", VIEWER, content_type="application/json", headers={"X-Session-Token": token})


def app_token(house: Household, person: Person) -> str:
    sent = {"email": person.user.email, "password": PASSWORD}
    answer = nobody(house).post(f"{APP}login", sent, content_type="application/json")
    return str(answer.json()["meta"]["session_token"])


def browser(house: Household, person: Person) -> Client:
    client = nobody(house)
    client.post("/accounts/login/", {"login": person.user.email, "password": PASSWORD})
    return client


def headless_browser(house: Household, person: Person) -> Client:
    client = nobody(house)
    sent = {"email": person.user.email, "password": PASSWORD}
    assert client.post(f"{IN_BROWSER}login", sent, content_type="application/json").status_code == 200
    return client


def page(client: Client) -> int:
    return int(client.get("/notices/").status_code)


@pytest.mark.parametrize("how", ["end_sessions", "leave"])
def test_every_kind_of_session_ends(north: Household, how: str) -> None:
    person = north.analyst
    browsers = [browser(north, person), headless_browser(north, person), client_of(person, north.council)]
    with scope(north.council):
        tokens = [app_token(north, person), new_session_token(person.user)]
        other = new_session_token(north.manager.user)
    assert [page(client) for client in browsers] == [200, 200, 200]
    assert [with_token(north, token).status_code for token in (*tokens, other)] == [200, 200, 200]
    with scope(north.council):
        end_sessions(person.user) if how == "end_sessions" else leave(person, by=north.admin)
    assert [page(client) for client in browsers] == [302, 302, 302]
    assert [with_token(north, token).status_code for token in tokens] == [401, 401]
    headers = {"X-Session-Token": tokens[0]}
    assert nobody(north).get(f"{APP}session", headers=headers).status_code in (401, 410)
    assert with_token(north, other).status_code == 200


def test_whoever_signs_in_afterwards_is_in(north: Household) -> None:
    with scope(north.council):
        end_sessions(north.worker.user)
    assert page(browser(north, north.worker)) == 200
    assert with_token(north, app_token(north, north.worker)).status_code == 200


def change_address(house: Household, email: str) -> None:
    with scope(house.council):
        given = opaque("YoungPerson", house.young_person)
    changed = do(house.worker, house.council, "updateYoungPerson", "", youngPersonId=given, email=email)
    assert changed["__typename"] == "YoungPerson"


def ask_for_code(house: Household, path: str = "/accounts/login/code/") -> tuple[Client, str]:
    client = nobody(house)
    client.post(path, {"email": house.owner.user.email})
    (code,) = re.findall(r"\b\d{6}\b", mail.outbox[-1].body)
    return client, code


def test_another_address_ends_them_and_the_old_one_is_told(
    north: Household, django_capture_on_commit_callbacks: Any
) -> None:
    before = north.owner.user.email
    client, code = ask_for_code(north)
    client.post("/accounts/login/code/confirm/", {"code": code})
    assert page(client) == 200
    assert User.objects.get(pk=north.owner.user.pk).email_confirmed_at
    mail.outbox.clear()
    with django_capture_on_commit_callbacks(execute=True):
        change_address(north, "new@example.org")
    assert page(client) == 302
    assert [letter.to for letter in mail.outbox] == [[before]]
    assert "new@example.org" not in mail.outbox[0].body
    assert north.owner.name not in mail.outbox[0].body
    assert User.objects.get(pk=north.owner.user.pk).email_confirmed_at is None


def test_the_first_address_replaces_none(north: Household, django_capture_on_commit_callbacks: Any) -> None:
    User.objects.filter(pk=north.owner.user.pk).update(email="")
    with django_capture_on_commit_callbacks(execute=True):
        change_address(north, "new@example.org")
    assert mail.outbox == []


def test_a_code_on_its_way_to_the_old_address_lets_nobody_in(north: Household) -> None:
    client, code = ask_for_code(north)
    change_address(north, "new@example.org")
    assert client.post("/accounts/login/code/confirm/", {"code": code})["Location"] == "/accounts/login/"
    assert page(client) == 302


def test_nor_does_it_choose_a_password(north: Household) -> None:
    client, code = ask_for_code(north, "/accounts/password/reset/")
    change_address(north, "new@example.org")
    client.post("/accounts/password/reset/code/", {"code": code})
    client.post("/accounts/password/reset/new/", {"password1": PASSWORD, "password2": PASSWORD})
    assert not User.objects.get(pk=north.owner.user.pk).check_password(PASSWORD)


def test_a_code_by_the_api_is_no_way_round(north: Household) -> None:
    client = nobody(north)
    asked = client.post(f"{APP}code/request", {"email": north.owner.user.email}, content_type="application/json")
    token = asked.json()["meta"]["session_token"]
    (code,) = re.findall(r"\b\d{6}\b", mail.outbox[-1].body)
    change_address(north, "new@example.org")
    headers = {"X-Session-Token": token}
    client.post(f"{APP}code/confirm", {"code": code}, content_type="application/json", headers=headers)
    answer = with_token(north, token)
    assert answer.status_code == 401 or answer.json()["data"]["viewer"] is None
