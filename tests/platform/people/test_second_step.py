"""A second step that the council requires: nothing else works until it is set up, and then it stays."""

from collections.abc import Iterator
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret, hotp_value, yield_hotp_counters_from_time
from django.core.cache import cache
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from leavingwell.platform.councils.scope import scope
from leavingwell.platform.people.authentication import new_session_token
from leavingwell.platform.people.models import Person, SignInRules
from tests.api import client_of
from tests.factories import PASSWORD, Household
from tests.platform.people.provider import Provider, running_provider, set_rules
from tests.platform.people.test_single_sign_on import go, viewer_at

VIEWER = {"query": "{ viewer { name } }"}
SETUP = "/accounts/2fa/"


@pytest.fixture(autouse=True)
def fresh_limits() -> None:
    cache.clear()


@pytest.fixture
def strict(north: Household) -> Household:
    with scope(north.council):
        SignInRules.objects.create(staff_need_second_step=True)
    return north


@pytest.fixture
def provider(strict: Household) -> Iterator[Provider]:
    with running_provider() as found:
        found.claims["email"] = strict.worker.user.email
        set_rules(strict, found)
        yield found


def api(client: Client, **headers: str) -> Any:
    return client.post("/graphql/", VIEWER, content_type="application/json", headers=headers)


def code_for(secret: str) -> str:
    return f"{hotp_value(secret, next(iter(yield_hotp_counters_from_time()))):06}"


def key_of(person: Person) -> Authenticator:
    data = {"name": "Stick", "passwordless": True, "credential": {}}
    return Authenticator.objects.create(user=person.user, type=Authenticator.Type.WEBAUTHN, data=data)


@pytest.mark.parametrize("path", ["/", "/caseload/", "/admin/", "/admin/people/", "/notices/"])
def test_whoever_has_none_is_led_to_set_one_up(strict: Household, path: str) -> None:
    for who in ("worker", "admin", "manager", "analyst"):
        answer = client_of(strict.people[who], strict.council).get(path)
        assert answer.status_code == 302
        assert answer["Location"].startswith(SETUP)
    page = client_of(strict.worker, strict.council).get(SETUP).content.decode()
    assert "Your council asks for a second step" in page


def test_what_was_sent_meanwhile_is_not_taken_and_the_page_says_so(strict: Household) -> None:
    answer = client_of(strict.worker, strict.council).post("/notices/read/")
    assert answer.status_code == 403
    assert "what you typed is still there" in answer.content.decode()


def test_the_api_says_why_by_session_and_by_token(strict: Household) -> None:
    token = new_session_token(strict.worker.user)
    signed_out = Client(HTTP_HOST=strict.council.host)
    for answer in (api(client_of(strict.worker, strict.council)), api(signed_out, **{"X-Session-Token": token})):
        assert answer.status_code == 403
        assert answer.json()["errors"][0]["extensions"]["code"] == "SECOND_STEP_NEEDED"
        assert "data" not in answer.json()
    assert signed_out.get("/caseload/", headers={"X-Session-Token": token}).status_code != 200


def test_others_are_not_asked(strict: Household, east: Household) -> None:
    for person, house in ((strict.owner, strict), (strict.people["supporter"], strict), (east.worker, east)):
        assert viewer_at(client_of(person, house.council)) == person.name
    assert viewer_at(Client(HTTP_HOST=strict.council.host)) is None
    assert Client(HTTP_HOST=strict.council.host).get("/help/").status_code == 200


def test_setting_up_codes_from_an_app_opens_everything_and_shows_recovery_codes(strict: Household) -> None:
    client = Client(HTTP_HOST=strict.council.host)
    client.post("/accounts/login/", {"login": strict.worker.user.email, "password": PASSWORD})
    assert api(client).status_code == 403
    client.post("/accounts/reauthenticate/", {"password": PASSWORD})
    client.get("/accounts/2fa/totp/activate/")
    done = client.post("/accounts/2fa/totp/activate/", {"code": code_for(client.session["mfa.totp.secret"])})
    assert done["Location"] == "/accounts/2fa/recovery-codes/"
    assert "Recovery codes" in client.get(done["Location"]).content.decode()
    assert viewer_at(client) == strict.worker.name
    assert client.get("/caseload/").status_code == 200


def test_a_key_is_one_too_but_recovery_codes_alone_are_none(strict: Household) -> None:
    Authenticator.objects.create(
        user=strict.worker.user, type=Authenticator.Type.RECOVERY_CODES, data={"used_mask": 0, "seed": "a"}
    )
    client = client_of(strict.worker, strict.council)
    assert api(client).status_code == 403
    key_of(strict.worker)
    assert viewer_at(client) == strict.worker.name


def reauthenticated(house: Household, person: Person) -> Client:
    client = client_of(person, house.council)
    client.post("/accounts/reauthenticate/", {"password": PASSWORD})
    return client


def test_the_last_one_cannot_be_taken_away(strict: Household, east: Household) -> None:
    TOTP.activate(strict.worker.user, generate_totp_secret())
    client = reauthenticated(strict, strict.worker)
    assert "Set up another one first" in client.post("/accounts/2fa/totp/deactivate/").content.decode()
    key = key_of(strict.worker)
    client.post("/accounts/2fa/totp/deactivate/")
    remaining = Authenticator.objects.filter(user=strict.worker.user)
    assert [row.type for row in remaining] == [Authenticator.Type.WEBAUTHN]
    with transaction.atomic():  # as a request has it
        refused = client.post(f"/accounts/2fa/webauthn/keys/{key.pk}/remove/")
    assert "Set up another one first" in client.get(refused["Location"]).content.decode()
    with transaction.atomic():
        path = "/_allauth/browser/v1/account/authenticators/webauthn"
        answer = client.delete(path, {"authenticators": [key.pk]}, content_type="application/json")
    assert (answer.status_code, answer.json()["errors"][0]["code"]) == (403, "last_step")
    assert Authenticator.objects.filter(pk=key.pk).exists()
    free = key_of(east.worker)
    reauthenticated(east, east.worker).post(f"/accounts/2fa/webauthn/keys/{free.pk}/remove/")
    assert not Authenticator.objects.filter(pk=free.pk).exists()


def test_the_councils_own_account_counts_and_asks_for_no_second_one(strict: Household, provider: Provider) -> None:
    client = Client(HTTP_HOST=strict.council.host)
    go(client, provider)
    assert viewer_at(client) == strict.worker.name
    TOTP.activate(strict.worker.user, generate_totp_secret())
    again = Client(HTTP_HOST=strict.council.host)
    assert go(again, provider)["Location"] == "/"
    assert viewer_at(again) == strict.worker.name
    by_password = Client(HTTP_HOST=strict.council.host)
    step = by_password.post("/accounts/login/", {"login": strict.worker.user.email, "password": PASSWORD})
    assert step["Location"] == "/accounts/2fa/authenticate/"


def test_asking_costs_no_query(north: Household) -> None:
    def queries() -> int:
        client = client_of(north.worker, north.council)
        api(client)
        with CaptureQueriesContext(connection) as asked:
            assert api(client).status_code == 200
        return len(asked)

    before = queries()
    TOTP.activate(north.worker.user, generate_totp_secret())
    with scope(north.council):
        SignInRules.objects.create(staff_need_second_step=True)
    assert queries() == before
