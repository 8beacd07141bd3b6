"""Signing in: by a code that comes by e-mail, or with a password for staff. No screen tells who has an account."""

import re
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal import auth as totp_auth
from django.core import mail
from django.test import Client

from leavingwell.platform.people.models import Person
from tests.factories import PASSWORD, Household
from tests.portal.pages import client, form_to, soup, words

ASK, CONFIRM, PASSWORDS = "/accounts/login/code/", "/accounts/login/code/confirm/", "/accounts/login/"


@pytest.fixture(autouse=True)
def without_limits(settings: Any) -> None:
    """Each test asks for codes anew; how often one may is counted over all of them."""
    settings.ACCOUNT_RATE_LIMITS = False


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


STAFF_PAGES = (
    *("logout/", "sessions/", "reauthenticate/", "password/change/", "2fa/", "2fa/totp/deactivate/"),
    *("2fa/recovery-codes/", "2fa/recovery-codes/generate/", "2fa/reauthenticate/"),
    *("2fa/webauthn/", "2fa/webauthn/add/"),
)
KEY_PAGES = ("2fa/", "2fa/webauthn/", "2fa/webauthn/keys/{key}/edit/", "2fa/webauthn/keys/{key}/remove/")


def two_steps_for(person: Person) -> None:
    """An app and recovery codes, as allauth keeps them."""
    totp_auth.TOTP.activate(person.user, totp_auth.generate_totp_secret())
    RecoveryCodes.activate(person.user)


def key_of(person: Person) -> Authenticator:
    data = {"name": "المفتاح", "credential": {"clientExtensionResults": {}}}
    return Authenticator.objects.create(user=person.user, type=Authenticator.Type.WEBAUTHN, data=data)


def is_ours_in_arabic(answer: Any) -> bool:
    html = soup(answer)
    heading = html.select_one('html[dir="rtl"] header.top ~ main h1')
    return answer.status_code == 200 and heading is not None and not re.search("[A-Za-z]", heading.get_text())


def test_every_account_page_has_the_portals_look_and_speaks_arabic(north: Household) -> None:
    visitor = client(None, north.council)
    visitor.post(PASSWORDS, {"login": north.worker.user.email, "password": PASSWORD})
    visitor.post("/accounts/reauthenticate/", {"password": PASSWORD})
    visitor.cookies["language"] = "ar"
    assert is_ours_in_arabic(visitor.get("/accounts/2fa/totp/activate/"))
    two_steps_for(north.worker)
    for page in STAFF_PAGES:
        assert is_ours_in_arabic(visitor.get(f"/accounts/{page}")), page
    key = key_of(north.worker)
    for page in KEY_PAGES:
        assert is_ours_in_arabic(visitor.get(f"/accounts/{page.format(key=key.pk)}")), page


def test_what_is_missing_is_said_in_our_words(north: Household) -> None:
    page = client(None, north.council).post(PASSWORDS, {"login": "", "password": ""})
    html = soup(page)
    links = html.select(".summary-errors a")
    assert [link.get_text() for link in links] == ["Type in your e-mail address.", "Type in your password."]
    for link in links:
        control = html.select_one(str(link["href"]))
        assert control
        assert control["aria-invalid"] == "true"
        assert html.select_one(f"#{control['aria-describedby']}")


def test_a_weak_new_password_is_refused_in_the_readers_language(north: Household) -> None:
    visitor = client(None, north.council)
    visitor.post(PASSWORDS, {"login": north.worker.user.email, "password": PASSWORD})
    visitor.cookies["language"] = "ar"
    page = visitor.post(
        "/accounts/password/change/", {"oldpassword": PASSWORD, "password1": "1234", "password2": "1234"}
    )
    wrong = [error.get_text() for error in soup(page).select(".wrong-text")]
    assert wrong
    assert not [error for error in wrong if re.search("[A-Za-z]", error)]


def test_a_new_password_by_a_code_in_our_voice(north: Household) -> None:
    visitor = client(None, north.council)
    visitor.cookies["language"] = "ar"
    for email in (north.worker.user.email, "nobody@example.org"):
        visitor.post("/accounts/password/reset/", {"email": email})
    assert [message.to for message in mail.outbox] == [[north.worker.user.email]]
    letter = mail.outbox[0]
    assert letter.subject == "رمزك لاختيار كلمة مرور جديدة"  # and no address of the host
    assert "كلمة مرورك تبقى كما هي" in str(letter.body)
    assert north.council.name in str(letter.body)
    visitor = client(None, north.council)
    visitor.post("/accounts/password/reset/", {"email": north.worker.user.email})
    confirmed = visitor.post("/accounts/password/reset/code/", {"code": code()})
    assert confirmed["Location"] == "/accounts/password/reset/new/"
    assert "Choose a new password" in words(visitor.get(confirmed["Location"]))


def test_the_code_letter_speaks_the_readers_language(north: Household) -> None:
    visitor = client(None, north.council)
    visitor.cookies["language"] = "ar"
    ask_for_a_code(visitor, north.owner.user.email)
    assert "هذا رمزك" in str(mail.outbox[-1].body)
