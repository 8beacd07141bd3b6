"""Signing in: by a code that comes by e-mail, or with a password for staff. No screen tells who has an account."""

import re
from typing import Any

from django.core import mail
from django.test import Client

from tests.factories import PASSWORD, Household
from tests.portal.pages import client, form_to, words

ASK, CONFIRM, PASSWORDS = "/accounts/login/code/", "/accounts/login/code/confirm/", "/accounts/login/"


def ask_for_a_code(visitor: Client, email: str, **more: str) -> Any:
    return visitor.post(ASK, {"email": email, **more}, follow=True)


def code() -> str:
    found = re.search(r"^\d{6}$", str(mail.outbox[-1].body), re.MULTILINE)
    assert found
    return found.group()


def test_a_young_person_signs_in_by_code_and_lands_where_they_wanted(north: Household) -> None:
    visitor = client(None, north.council)
    asked = ask_for_a_code(visitor, north.owner.user.email, next="/plan/")
    assert "a code is on its way" in words(asked)
    wrong = visitor.post(CONFIRM, {"code": "x", "next": "/plan/"})
    assert "That code does not work" in words(wrong)
    answer = visitor.post(CONFIRM, {"code": code(), "next": "/plan/", "device": "mine"})
    assert answer["Location"] == "/plan/"
    assert visitor.get("/plan/").status_code == 200
    assert not visitor.session.get_expire_at_browser_close()


def test_a_shared_phone_forgets(north: Household) -> None:
    visitor = client(None, north.council)
    ask_for_a_code(visitor, north.owner.user.email)
    visitor.post(CONFIRM, {"code": code(), "device": "shared"})
    assert visitor.get("/").status_code == 200
    assert visitor.session.get_expire_at_browser_close()


def test_no_screen_tells_who_has_an_account(north: Household, east: Household) -> None:
    """An address that we know, one that another council knows, and one that nobody knows: all alike."""
    pages = []
    for email in (north.owner.user.email, east.owner.user.email, "nobody@example.org"):
        visitor = client(None, north.council)
        asked = ask_for_a_code(visitor, email)
        assert asked.redirect_chain[-1][0] == CONFIRM
        tried = visitor.post(CONFIRM, {"code": "000000"})
        pages.append((words(asked).replace(email, ""), tried.status_code, words(tried).replace(email, "")))
    assert pages[0] == pages[1] == pages[2]
    assert [message.to for message in mail.outbox] == [[north.owner.user.email]]

    refused = []
    for email in (north.worker.user.email, east.worker.user.email, "nobody@example.org"):
        tried = client(None, north.council).post(PASSWORDS, {"login": email, "password": "not this one"})
        refused.append((tried.status_code, words(tried)))
    assert refused[0] == refused[1] == refused[2]
    assert "The address or the password is not right" in refused[0][1]


def test_staff_sign_in_with_a_password(north: Household) -> None:
    visitor = client(None, north.council)
    page = visitor.get(PASSWORDS)
    assert "sign in with a code by e-mail" in words(page)
    answer = visitor.post(PASSWORDS, {"login": north.worker.user.email, "password": PASSWORD})
    assert answer["Location"] == "/"
    assert visitor.get("/", follow=True).redirect_chain == [("/caseload/", 302)]


def test_what_was_typed_stays_beside_what_is_wrong(north: Household) -> None:
    page = client(None, north.council).post(ASK, {"email": "not an address"})
    assert form_to(page, ASK)["email"] == "not an address"
    assert 'aria-invalid="true"' in page.content.decode()


def test_nobody_is_led_to_another_site(north: Household) -> None:
    visitor = client(None, north.council)
    ask_for_a_code(visitor, north.owner.user.email, next="https://evil.example/")
    answer = visitor.post(CONFIRM, {"code": code(), "next": "https://evil.example/"})
    assert answer["Location"] == "/"


def test_signing_out_asks_first_and_keeps_nothing(north: Household) -> None:
    visitor = client(north.owner, north.council)
    assert "Sign out now?" in words(visitor.get("/accounts/logout/"))
    assert visitor.post("/accounts/logout/").status_code == 302
    assert visitor.get("/plan/").status_code == 302
    assert "no-store" in client(north.owner, north.council).get("/plan/")["Cache-Control"]


def test_every_account_page_has_the_portals_look(north: Household) -> None:
    staff = client(north.worker, north.council)
    for address in ("/accounts/logout/", "/accounts/sessions/", "/accounts/2fa/"):
        page = staff.get(address).content.decode()
        assert 'class="top"' in page, address
        assert "portal/base.css" in page, address


def test_the_code_letter_speaks_the_readers_language(north: Household) -> None:
    visitor = client(None, north.council)
    visitor.cookies["language"] = "ar"
    ask_for_a_code(visitor, north.owner.user.email)
    assert "هذا رمزك" in str(mail.outbox[-1].body)
