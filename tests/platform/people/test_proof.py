"""The first time that somebody comes with the council's account: whoever runs the provider is not yet them."""

import re
import time
from typing import Any

import pytest
from allauth.socialaccount.models import SocialAccount
from django.core import mail
from django.core.cache import cache
from django.test import Client

from leavingwell.platform.access.services.staffing import NewColleague, invite_staff
from leavingwell.platform.audit.models import AuditEntry
from leavingwell.platform.councils.scope import scope
from leavingwell.platform.people.models import User
from leavingwell.platform.people.roles import Role
from leavingwell.platform.people.sign_in import proof
from tests.factories import Household
from tests.platform.people.provider import Provider, set_rules
from tests.platform.people.test_single_sign_on import PROOF, arrive, browser, prove, refused, viewer_at

pytestmark = pytest.mark.usefixtures("fresh_limits")


def code() -> str:
    (found,) = re.findall(r"\b\d{6}\b", mail.outbox[-1].body)
    return str(found)


def test_an_account_in_use_is_asked_for_a_code_once(north: Household, provider: Provider) -> None:
    client = browser(north)
    assert arrive(client, provider)["Location"] == PROOF
    assert viewer_at(client) is None
    assert not SocialAccount.objects.exists()
    assert mail.outbox[-1].to == [north.worker.user.email]
    assert "If we know the address" in client.get(PROOF).content.decode()
    assert client.post(PROOF, {"code": code()})["Location"] == "/"
    assert viewer_at(client) == north.worker.name
    with scope(north.council):
        linked = AuditEntry.objects.get(action="staff.linked")
    assert (linked.actor_id, linked.changes) == (north.worker.pk, {"single_sign_on": [None, provider.issuer]})
    mail.outbox.clear()
    again = browser(north)
    assert arrive(again, provider)["Location"] == "/"
    assert mail.outbox == []


def test_a_colleague_who_was_just_asked_in_needs_none(north: Household, provider: Provider) -> None:
    with scope(north.council):
        new = invite_staff(NewColleague("Kit", "kit@example.org", Role.DUTY_WORKER), by=north.admin)
    provider.claims["email"] = "kit@example.org"
    client = browser(north)
    assert arrive(client, provider)["Location"] == "/"
    assert viewer_at(client) == new.name
    with scope(north.council):
        assert AuditEntry.objects.filter(action="staff.linked", actor_id=new.pk).exists()


def test_whoever_has_signed_in_is_asked_even_without_a_password(north: Household, provider: Provider) -> None:
    with scope(north.council):
        invite_staff(NewColleague("Kit", "kit@example.org", Role.DUTY_WORKER), by=north.admin)
    User.objects.filter(email="kit@example.org").update(last_login="2026-01-01T00:00Z")
    provider.claims["email"] = "kit@example.org"
    assert arrive(browser(north), provider)["Location"] == PROOF


def page_for(client: Client, provider: Provider, email: str) -> tuple[int, str]:
    provider.claims["email"] = email
    there = arrive(client, provider)
    said = client.get(there["Location"]).content.decode()
    return there.status_code, re.sub(r'value="[^"]*"|nonce="[^"]*"', "", said.replace(email, ""))


def test_the_page_tells_nobody_who_has_an_account(north: Household, east: Household, provider: Provider) -> None:
    pages = {
        page_for(browser(north), provider, email)
        for email in (
            north.worker.user.email,
            "nobody@example.org",
            north.owner.user.email,
            north.supporter.user.email,
            east.worker.user.email,
        )
    }
    assert len(pages) == 1
    assert [message.to for message in mail.outbox] == [[north.worker.user.email]]


def test_guessing_ends_after_three_tries(north: Household, provider: Provider) -> None:
    client = browser(north)
    arrive(client, provider)
    right = code()
    wrong = "000000" if right != "000000" else "111111"
    assert [client.post(PROOF, {"code": wrong}).status_code for _try in range(3)] == [422, 422, 403]
    assert client.post(PROOF, {"code": right})["Location"] == "/accounts/login/"
    assert viewer_at(client) is None
    assert not SocialAccount.objects.exists()


@pytest.mark.parametrize("given", ["", "\x00", "🙂", "9" * 500])
def test_whatever_is_typed_gets_an_answer(north: Household, provider: Provider, given: str) -> None:
    client = browser(north)
    arrive(client, provider)
    assert client.post(PROOF, {"code": given}).status_code == 422


def test_the_code_is_good_only_where_it_was_asked_for(north: Household, provider: Provider) -> None:
    arrive(browser(north), provider)
    other = browser(north)
    assert other.get(PROOF)["Location"] == "/accounts/login/"
    assert other.post(PROOF, {"code": code()})["Location"] == "/accounts/login/"
    assert viewer_at(other) is None


def test_the_code_ends_with_its_time(north: Household, provider: Provider, monkeypatch: pytest.MonkeyPatch) -> None:
    client = browser(north)
    arrive(client, provider)
    later = time.time() + proof.LASTS + 1
    monkeypatch.setattr(proof.time, "time", lambda: later)
    assert client.post(PROOF, {"code": code()})["Location"] == "/accounts/login/"
    assert not SocialAccount.objects.exists()


def test_what_has_changed_meanwhile_counts(north: Household, provider: Provider) -> None:
    client = browser(north)
    arrive(client, provider)
    set_rules(north, provider, client_id="another")  # another client: its subjects are others
    assert refused(client.post(PROOF, {"code": code()}))
    set_rules(north, provider)
    cache.clear()
    arrive(client, provider)
    User.objects.filter(pk=north.worker.user.pk).update(is_active=False)
    assert refused(client.post(PROOF, {"code": code()}))
    assert not SocialAccount.objects.exists()


def test_codes_are_not_sent_without_end(north: Household, provider: Provider) -> None:
    answers: list[Any] = [arrive(browser(north), provider) for _time in range(4)]
    assert [answer.status_code for answer in answers] == [302, 302, 302, 429]
    assert len(mail.outbox) == 3


def test_where_they_wanted_to_go(north: Household, provider: Provider) -> None:
    client = browser(north)
    there = client.get("/accounts/council/?next=/caseload/")
    client.get("/accounts/council/callback/", provider.authorize(there["Location"]))
    assert prove(client)["Location"] == "/caseload/"
