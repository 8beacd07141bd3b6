"""The administrator's screen "Signing in": what is kept sealed, what is refused, and who may see it."""

from collections.abc import Iterator
from typing import Any

import pytest
from allauth.socialaccount.models import SocialAccount
from django.test import Client, override_settings

from leavingwell.platform.audit.models import AuditEntry
from leavingwell.platform.councils.scope import scope
from leavingwell.platform.people.models import SignInRules
from leavingwell.platform.people.sign_in import setting_rules
from leavingwell.platform.people.sign_in.rules import provider_key
from leavingwell.platform.people.sign_in.sealing import BrokenSeal, seal, unseal
from tests.admin.asking import at, text_of
from tests.factories import Household

SCREEN = "/admin/people/signing-in/"
ISSUER = "https://login.example.org/council/v2.0"
GOOD = {"single_sign_on": "on", "issuer": ISSUER, "client_id": "abc", "client_secret": "very secret"}


class Answer:
    def __init__(self, said: Any) -> None:
        self.said = said

    def json(self) -> Any:
        return self.said


@pytest.fixture(autouse=True)
def told(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """What the provider answers when it is asked who it is."""
    said = {"issuer": ISSUER}
    monkeypatch.setattr(setting_rules.PublicSession, "get", lambda self, address: Answer(said))
    return said


@pytest.fixture
def client(north: Household) -> Client:
    return at(north.council, north.admin)


@pytest.fixture
def rules(north: Household) -> Iterator[Any]:
    def stored() -> SignInRules | None:
        with scope(north.council):
            return SignInRules.objects.first()

    return stored


def save(client: Client, **given: str) -> Any:
    return client.post(SCREEN, given)


@pytest.mark.parametrize("who", ["editor", "manager", "worker", "owner", "supporter"])
def test_it_is_for_the_administrator_alone(north: Household, east: Household, rules: Any, who: str) -> None:
    for asking in (at(north.council, north.people[who]), at(north.council, east.admin), at(north.council, None)):
        assert asking.get(SCREEN).status_code in (302, 403)
        assert save(asking, staff_need_second_step="on").status_code in (302, 403)
    assert rules() is None


def test_the_second_step_is_switched_on_and_noted(north: Household, client: Client, rules: Any) -> None:
    assert save(client, staff_need_second_step="on")["Location"] == SCREEN
    assert rules().staff_need_second_step
    with scope(north.council):
        entry = AuditEntry.objects.get(action="sign_in_rules.changed")
    assert entry.changes == {"staff_need_second_step": [False, True]}


def test_the_secret_is_sealed_and_never_shown(north: Household, east: Household, client: Client, rules: Any) -> None:
    save(client, **GOOD)
    sealed = rules().sealed_client_secret
    page = client.get(SCREEN).content.decode()
    assert "very secret" not in sealed + page
    assert sealed not in page
    assert "a secret is kept" in text_of(client.get(SCREEN))
    with scope(north.council):
        assert unseal(sealed) == "very secret"
        assert "very secret" not in str(AuditEntry.objects.get(action="sign_in_rules.changed").changes)
        with override_settings(SECRET_KEY="another", SECRET_KEY_FALLBACKS=["the tests hold no secrets"]):
            assert unseal(sealed) == "very secret"
    with scope(east.council), pytest.raises(BrokenSeal):
        unseal(sealed)


def test_an_empty_secret_keeps_the_one_that_is_there(client: Client, rules: Any) -> None:
    save(client, **GOOD)
    before = rules().sealed_client_secret
    save(client, **{**GOOD, "client_secret": "", "staff_need_second_step": "on"})
    assert rules().sealed_client_secret == before
    assert rules().staff_need_second_step


@pytest.mark.parametrize("changed", [{"issuer": "https://mine.example.org"}, {"client_id": "another"}])
def test_nobody_sends_a_secret_elsewhere_that_they_do_not_know(
    client: Client, rules: Any, told: dict[str, Any], changed: dict[str, str]
) -> None:
    save(client, **GOOD)
    told["issuer"] = changed.get("issuer", ISSUER)
    answer = save(client, **{**GOOD, "client_secret": "", **changed})
    assert answer.status_code == 422
    assert rules().issuer == ISSUER
    assert rules().client_id == "abc"


@pytest.mark.parametrize(
    "wrong",
    [
        {"issuer": ""},
        {"issuer": "http://login.example.org"},
        {"issuer": "https://"},
        {"issuer": "https://[::1"},
        {"issuer": "https://me:word@login.example.org"},
        {"issuer": "https://login.example.org/?a=b"},
        {"issuer": "javascript:alert(1)"},
        {"issuer": "https://" + "a" * 300},
        {"issuer": "https://lo\x00gin.example.org"},
        {"client_id": ""},
        {"client_id": "a" * 300},
        {"client_secret": ""},
        {"only_single_sign_on": "on"},
        {"single_sign_on": "", "only_single_sign_on": "on"},
    ],
    ids=str,
)
def test_what_cannot_work_is_refused_beside_its_field(client: Client, rules: Any, wrong: dict[str, str]) -> None:
    answer = save(client, **{**GOOD, **wrong})
    assert answer.status_code == 422
    assert "not saved" in text_of(answer)
    assert rules() is None


@pytest.mark.parametrize("said", [{"issuer": "https://else.example.org"}, {}, [], None, "words"])
def test_a_provider_that_is_another_is_refused(
    client: Client, rules: Any, monkeypatch: pytest.MonkeyPatch, said: Any
) -> None:
    monkeypatch.setattr(setting_rules.PublicSession, "get", lambda self, address: Answer(said))
    answer = save(client, **GOOD)
    assert answer.status_code == 422
    assert "look at the address again" in text_of(answer)
    assert rules() is None


def test_only_this_way_needs_somebody_who_has_come_this_way(north: Household, client: Client, rules: Any) -> None:
    save(client, **GOOD)
    only = {**GOOD, "client_secret": "", "only_single_sign_on": "on"}
    assert save(client, **only).status_code == 422
    with scope(north.council):
        SocialAccount.objects.create(user=north.worker.user, provider=provider_key(rules()), uid="1")
    assert save(client, **only).status_code == 302
    assert rules().only_single_sign_on


def test_a_sealed_secret_that_no_longer_opens_switches_it_off(north: Household, rules: Any) -> None:
    with scope(north.council):
        SignInRules.objects.create(single_sign_on=True, issuer=ISSUER, client_id="a", sealed_client_secret=seal("b"))
    with override_settings(SECRET_KEY="another"):
        page = Client(HTTP_HOST=north.council.host).get("/accounts/login/")
    assert page.status_code == 200
    assert "council account" not in page.content.decode()
