"""Guessing is slowed down on every way in, ends by itself, and tells nobody whether an account exists."""

import re
from collections.abc import Callable
from typing import Any
from unittest.mock import patch

import pytest
from allauth.core.internal import ratelimit
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.contrib.auth.hashers import MD5PasswordHasher
from django.core import mail
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.factories import PASSWORD, Household

JSON = "application/json"
APP = "/_allauth/app/v1/auth"


@pytest.fixture(autouse=True)
def fresh_limits() -> None:
    cache.clear()


class Visitor:
    """Somebody at a council's host; each comes from an address of their own."""

    count = 0

    def __init__(self, house: Household, address: str = "") -> None:
        Visitor.count += 1
        address = address or f"10.1.{Visitor.count // 250}.{Visitor.count % 250 + 1}"
        self.client = Client(HTTP_HOST=house.council.host, REMOTE_ADDR=address)

    def password(self, email: str, password: str = "wrong") -> Any:
        return self.client.post("/accounts/login/", {"login": email, "password": password})

    def app_password(self, email: str, password: str = "wrong") -> Any:
        return self.client.post(f"{APP}/login", {"email": email, "password": password}, content_type=JSON)

    def code(self, email: str) -> Any:
        return self.client.post("/accounts/login/code/", {"email": email})

    def app_code(self, email: str) -> Any:
        return self.client.post(f"{APP}/code/request", {"email": email}, content_type=JSON)

    def reset(self, email: str) -> Any:
        return self.client.post("/accounts/password/reset/", {"email": email})

    def app_reset(self, email: str) -> Any:
        return self.client.post(f"{APP}/password/request", {"email": email}, content_type=JSON)

    def is_signed_in(self) -> bool:
        return "_auth_user_id" in self.client.session


def later(monkeypatch: pytest.MonkeyPatch, seconds: int) -> None:
    now = ratelimit.time.time()
    monkeypatch.setattr(ratelimit.time, "time", lambda: now + seconds)


def text_of(answer: Any, email: str) -> str:
    """Without what differs from one visit to the next."""
    return re.sub(r'"session_token": "[^"]*"|(value|content)="[^"]*"', "", answer.content.decode()).replace(email, "")


def test_a_password_is_locked_for_a_while_from_wherever_it_is_tried(
    north: Household, monkeypatch: pytest.MonkeyPatch
) -> None:
    email = north.worker.user.email
    for _guess in range(5):
        Visitor(north).password(email)
    somebody = Visitor(north)
    locked = somebody.password(email, PASSWORD)
    assert "too often" in locked.content.decode()
    assert Visitor(north).app_password(email, PASSWORD).status_code == 400
    assert not somebody.is_signed_in()
    later(monkeypatch, 3601)
    somebody.password(email, PASSWORD)
    assert somebody.is_signed_in()


def test_a_lock_here_is_none_at_another_council(north: Household, east: Household) -> None:
    north.worker.user.email = east.worker.user.email
    north.worker.user.save()
    for _guess in range(6):
        Visitor(north).password(east.worker.user.email)
    there = Visitor(east)
    there.password(east.worker.user.email, PASSWORD)
    assert there.is_signed_in()


@pytest.mark.parametrize("way", ["password", "app_password", "code", "app_code", "reset", "app_reset"])
def test_the_limit_of_an_account_tells_nobody_whether_there_is_one(north: Household, east: Household, way: str) -> None:
    def answers(email: str) -> list[tuple[int, str]]:
        found = [getattr(Visitor(north), way)(email) for _try in range(7)]
        return [(answer.status_code, text_of(answer, email)) for answer in found]

    known = answers(north.worker.user.email)
    assert known[0] != known[-1]  # it became too much
    assert answers("nobody@example.org") == known
    assert answers(east.worker.user.email) == known


@pytest.mark.parametrize("way", ["password", "app_password", "code", "app_code", "reset", "app_reset"])
def test_the_limit_of_an_address_ends_guessing_at_many_accounts(north: Household, way: str) -> None:
    answers = [
        getattr(Visitor(north, "10.9.9.9"), way)(f"somebody-{number}@example.org") for number in range(25)
    ]  # each in a browser of its own
    first, last = answers[0], answers[-1]
    assert (first.status_code, text_of(first, "somebody-0@")) != (last.status_code, text_of(last, "somebody-24@"))


@pytest.mark.parametrize("way", ["password", "app_password", "code", "reset"])
def test_the_work_is_the_same_for_an_account_that_is_none(north: Household, way: str) -> None:
    def work(email: str) -> tuple[int, int]:
        visitor = Visitor(north)
        with (
            CaptureQueriesContext(connection) as asked,
            patch.object(MD5PasswordHasher, "encode", autospec=True, side_effect=MD5PasswordHasher.encode) as hashed,
        ):
            getattr(visitor, way)(email)
        return len(asked), hashed.call_count

    work("warm@example.org")
    (queries, hashes), (unknown_queries, unknown_hashes) = work(north.worker.user.email), work("nobody@example.org")
    assert hashes == unknown_hashes
    assert abs(queries - unknown_queries) <= 1


def test_a_code_can_be_tried_three_times(north: Household) -> None:
    visitor = Visitor(north)
    visitor.code(north.owner.user.email)
    right = re.search(r"^(\d{6})$", mail.outbox[-1].body, re.MULTILINE)
    assert right
    for _guess in range(3):
        visitor.client.post("/accounts/login/code/confirm/", {"code": "000000"})
    visitor.client.post("/accounts/login/code/confirm/", {"code": right[1]})
    assert not visitor.is_signed_in()


PROOFS = [
    "/accounts/login/code/confirm/",
    "/accounts/password/reset/code/",
    "/accounts/2fa/authenticate/",
    "/accounts/2fa/webauthn/login/",
    f"{APP}/code/confirm",
    f"{APP}/password/reset",
    f"{APP}/2fa/authenticate",
    f"{APP}/webauthn/login",
    f"{APP}/webauthn/authenticate",
]


@pytest.mark.parametrize("path", PROOFS)
def test_one_address_cannot_go_on_trying_codes_and_keys(north: Household, path: str) -> None:
    visitor = Visitor(north)
    given: dict[str, Any] = {"data": {"code": "1", "key": "1", "credential": {}}, "content_type": JSON}
    if not path.startswith("/_allauth/"):
        given = {"data": {"code": "1", "credential": "{}"}}
    answers = [visitor.client.post(path, **given).status_code for _try in range(31)]
    assert answers[0] < 429
    assert answers[-1] == 429
    assert Visitor(north).client.post(path, **given).status_code < 429


def second_step(north: Household) -> Callable[[str], Any]:
    def tried(code: str) -> Any:
        visitor = Visitor(north)
        visitor.password(north.manager.user.email, PASSWORD)
        return visitor.client.post("/accounts/2fa/authenticate/", {"code": code})

    return tried


def test_a_second_step_is_locked_from_wherever_it_is_tried(north: Household) -> None:
    TOTP.activate(north.manager.user, generate_totp_secret())
    tried = second_step(north)
    pages = [tried("000000").content.decode() for _guess in range(6)]
    assert "too often" not in pages[0]
    assert "too often" in pages[-1]
