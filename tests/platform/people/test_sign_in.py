"""Signing in: by a code or a password, at the own council's host alone, and never telling who has an account."""

import re
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret, hotp_value, yield_hotp_counters_from_time
from django.core import mail
from django.core.cache import cache
from django.test import Client

from leavingwell.platform.people.models import User
from tests.api import ask
from tests.factories import PASSWORD, Household

VIEWER = {"query": "{ viewer { name } }"}


@pytest.fixture(autouse=True)
def fresh_limits() -> None:
    cache.clear()  # rate limits of earlier tests


def browser(house: Household) -> Client:
    return Client(HTTP_HOST=house.council.host)


def viewer_at(client: Client, **headers: str) -> str | None:
    answer = client.post("/graphql/", VIEWER, content_type="application/json", headers=headers).json()
    viewer = (answer.get("data") or {}).get("viewer")
    return viewer["name"] if viewer else None


def code_in_mail() -> str:
    found = re.search(r"^(\d{6})$", mail.outbox[-1].body, re.MULTILINE)
    assert found, mail.outbox[-1].body
    return found[1]


def ask_for_code(client: Client, email: str) -> Any:
    return client.post("/accounts/login/code/", {"email": email})


def test_a_young_person_signs_in_by_a_code(north: Household) -> None:
    client = browser(north)
    ask_for_code(client, north.owner.user.email)
    client.post("/accounts/login/code/confirm/", {"code": code_in_mail()})
    assert viewer_at(client) == north.owner.name


def test_a_wrong_code_does_not(north: Household) -> None:
    client = browser(north)
    ask_for_code(client, north.owner.user.email)
    client.post("/accounts/login/code/confirm/", {"code": "000000"})
    assert viewer_at(client) is None


def test_staff_sign_in_by_password(north: Household) -> None:
    client = browser(north)
    client.post("/accounts/login/", {"login": north.worker.user.email, "password": PASSWORD})
    assert viewer_at(client) == north.worker.name


def test_nobody_can_tell_whether_an_address_is_known(north: Household, east: Household) -> None:
    def answer_for(email: str) -> tuple[int, str, str]:
        client = browser(north)
        asked = ask_for_code(client, email)
        page = client.get(asked["Location"]).content.decode()
        return asked.status_code, asked["Location"], re.sub(r'(value|content)="[^"]*"', "", page).replace(email, "")

    known = answer_for(north.owner.user.email)
    assert len(mail.outbox) == 1
    assert answer_for("nobody@example.org") == known
    assert answer_for(east.owner.user.email) == known
    assert len(mail.outbox) == 1


def test_another_councils_account_is_unknown_here(north: Household, east: Household) -> None:
    client = browser(north)
    client.post("/accounts/login/", {"login": east.worker.user.email, "password": PASSWORD})
    assert viewer_at(client) is None


def test_a_session_is_good_at_its_own_council_alone(north: Household, east: Household) -> None:
    client = browser(north)
    client.post("/accounts/login/", {"login": north.worker.user.email, "password": PASSWORD})
    elsewhere = browser(east)
    elsewhere.cookies = client.cookies
    assert viewer_at(elsewhere) is None
    assert viewer_at(client) == north.worker.name


def headless_token(house: Household, email: str) -> str:
    """What an app does: ask for a code, confirm it, keep the newest token."""
    client = browser(house)
    asked = client.post("/_allauth/app/v1/auth/code/request", {"email": email}, content_type="application/json")
    pending = asked.json()["meta"]["session_token"]
    confirmed = client.post(
        "/_allauth/app/v1/auth/code/confirm",
        {"code": code_in_mail()},
        content_type="application/json",
        headers={"X-Session-Token": pending},
    )
    token: str = confirmed.json()["meta"]["session_token"]
    return token


def test_an_apps_token_reaches_the_api_of_its_own_council_alone(north: Household, east: Household) -> None:
    token = headless_token(north, north.owner.user.email)
    assert viewer_at(browser(north), **{"X-Session-Token": token}) == north.owner.name
    for client, wrong in ((browser(east), token), (browser(north), "nonsense"), (browser(north), "")):
        answer = client.post("/graphql/", VIEWER, content_type="application/json", headers={"X-Session-Token": wrong})
        assert answer.status_code == 401


def test_a_token_ends_with_its_session(north: Household) -> None:
    token = headless_token(north, north.owner.user.email)
    headers = {"X-Session-Token": token}
    browser(north).delete("/_allauth/app/v1/auth/session", headers=headers)
    answer = browser(north).post("/graphql/", VIEWER, content_type="application/json", headers=headers)
    assert answer.status_code == 401


def test_a_cookie_needs_the_csrf_token(north: Household) -> None:
    client = Client(HTTP_HOST=north.council.host, enforce_csrf_checks=True)
    client.force_login(north.worker.user, backend="leavingwell.platform.people.backends.AccountBackend")
    assert client.post("/graphql/", VIEWER, content_type="application/json").status_code == 403
    page = client.get("/accounts/reauthenticate/")
    token = client.cookies["csrftoken"].value if "csrftoken" in client.cookies else ""
    assert token, page.status_code
    assert viewer_at(client, **{"X-CSRFToken": token}) == north.worker.name


def test_a_second_step_is_asked_for_once_it_is_set_up(north: Household) -> None:
    secret = generate_totp_secret()
    TOTP.activate(north.manager.user, secret)
    client = browser(north)
    step = client.post("/accounts/login/", {"login": north.manager.user.email, "password": PASSWORD})
    assert step["Location"] == "/accounts/2fa/authenticate/"
    assert viewer_at(client) is None
    code = hotp_value(secret, next(iter(yield_hotp_counters_from_time())))
    client.post("/accounts/2fa/authenticate/", {"code": f"{code:06}"})
    assert viewer_at(client) == north.manager.name


def test_guessing_is_slowed_down(north: Household) -> None:
    client = browser(north)
    for _guess in range(11):
        client.post("/accounts/login/", {"login": north.worker.user.email, "password": "wrong"})
    client.post("/accounts/login/", {"login": north.worker.user.email, "password": PASSWORD})
    assert viewer_at(client) is None


def test_an_account_that_was_closed_is_out_at_once(north: Household) -> None:
    client = browser(north)
    client.post("/accounts/login/", {"login": north.worker.user.email, "password": PASSWORD})
    User.objects.filter(pk=north.worker.user.pk).update(is_active=False)
    assert viewer_at(client) is None


@pytest.mark.parametrize("path", ["/accounts/signup/", "/accounts/email/", "/accounts/password/reset/key/1-x/"])
def test_nobody_makes_an_account_or_changes_an_address(north: Household, path: str) -> None:
    answer = browser(north).get(path)
    assert answer.status_code == 404 or (answer.status_code == 200 and "key" in path)


def test_headless_sign_up_is_closed(north: Household) -> None:
    given = {"email": "new@example.org", "password": PASSWORD}
    answer = browser(north).post("/_allauth/app/v1/auth/signup", given, content_type="application/json")
    assert answer.status_code in (400, 403)
    assert not User.objects.filter(email="new@example.org").exists()


def test_a_password_is_reset_by_a_code(north: Household) -> None:
    client = browser(north)
    client.post("/accounts/password/reset/", {"email": north.worker.user.email})
    assert mail.outbox[-1].to == [north.worker.user.email]
    assert code_in_mail()


def test_allauth_keeps_no_addresses_of_its_own(north: Household) -> None:
    """Its table is unique over all councils: nothing that we serve may fill it."""
    client = browser(north)
    ask_for_code(client, north.owner.user.email)
    client.post("/accounts/login/code/confirm/", {"code": code_in_mail()})
    browser(north).post("/accounts/password/reset/", {"email": north.worker.user.email})
    browser(north).post("/accounts/login/", {"login": north.worker.user.email, "password": PASSWORD})
    assert not EmailAddress.objects.exists()


def test_should_an_address_be_there_all_the_same_it_is_known_in_its_council_alone(
    north: Household, east: Household
) -> None:
    EmailAddress.objects.create(user=east.owner.user, email=east.owner.user.email, verified=True, primary=True)
    ask_for_code(browser(north), east.owner.user.email)
    assert mail.outbox == []
    ask_for_code(browser(east), east.owner.user.email)
    assert mail.outbox[-1].to == [east.owner.user.email]


def test_the_same_address_can_be_two_people_in_two_councils(north: Household, east: Household) -> None:
    User.objects.filter(pk=east.worker.user.pk).update(email=north.worker.user.email)
    for house in (north, east):
        client = browser(house)
        client.post("/accounts/login/", {"login": north.worker.user.email, "password": PASSWORD})
        assert viewer_at(client) == house.worker.name


def test_a_visitor_is_nobody(north: Household) -> None:
    assert ask(None, north.council, "{ viewer { name } }")["data"] == {"viewer": None}


@pytest.mark.parametrize("client_type", ["app", "browser"])
def test_nobody_takes_anothers_address_through_the_headless_api(north: Household, client_type: str) -> None:
    """allauth would sign whoever holds that mailbox in to the account that added it."""
    client = browser(north)
    headers = {}
    if client_type == "app":
        headers = {"X-Session-Token": headless_token(north, north.owner.user.email)}
    else:
        client.force_login(north.owner.user, backend="leavingwell.platform.people.backends.AccountBackend")
    theirs = {"email": north.worker.user.email}
    for path in ("account/email", "account/phone", "auth/email/verify", "auth/email/verify/resend"):
        for send in (client.get, client.post, client.put, client.patch, client.delete):
            answer = send(
                f"/_allauth/{client_type}/v1/{path}", theirs, content_type="application/json", headers=headers
            )
            assert answer.status_code == 404, (path, send)
    assert not EmailAddress.objects.exists()
    assert headless_name(north, north.worker.user.email) == north.worker.name


def headless_name(house: Household, email: str) -> str | None:
    return viewer_at(browser(house), **{"X-Session-Token": headless_token(house, email)})
