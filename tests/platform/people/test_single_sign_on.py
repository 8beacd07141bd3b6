"""Signing in with the council's own account: the whole way there and back, to a provider that the test runs."""

import re
import time
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from allauth.socialaccount.models import SocialAccount, SocialApp, SocialToken
from django.core import mail
from django.test import Client, override_settings
from django.utils import timezone

from leavingwell.platform.access.services.leaving import leave
from leavingwell.platform.councils.scope import scope
from leavingwell.platform.people.models import User
from leavingwell.platform.people.staff import staff
from tests.factories import PASSWORD, Household
from tests.platform.people.provider import CLIENT, SECRET, Provider, set_rules

START, CALLBACK, PROOF = "/accounts/council/", "/accounts/council/callback/", "/accounts/council/code/"
VIEWER = {"query": "{ viewer { name } }"}


pytestmark = pytest.mark.usefixtures("fresh_limits")


def browser(house: Household) -> Client:
    return Client(HTTP_HOST=house.council.host)


def viewer_at(client: Client) -> str | None:
    viewer = client.post("/graphql/", VIEWER, content_type="application/json").json()["data"]["viewer"]
    return viewer["name"] if viewer else None


def arrive(client: Client, provider: Provider, **changed: str) -> Any:
    there = client.get(START)
    assert there.status_code == 302, there.content
    return client.get(CALLBACK, {**provider.authorize(there["Location"]), **changed})


def go(client: Client, provider: Provider, **changed: str) -> Any:
    """The whole way; with the code that was sent, where one is asked for."""
    answer = arrive(client, provider, **changed)
    return prove(client) if answer.get("Location") == PROOF else answer


def prove(client: Client) -> Any:
    """By the code in the latest e-mail; where none was sent, by guessing until it is over."""
    codes = re.findall(r"\b\d{6}\b", mail.outbox.pop().body) if mail.outbox else ["000000"] * 3
    for code in codes:
        answer = client.post(PROOF, {"code": code})
    return answer


def refused(answer: Any) -> bool:
    page = answer.content.decode()
    return answer.status_code == 403 and "did not work" in page and "administrator" in page


def test_a_colleague_signs_in_and_is_known_again(north: Household, provider: Provider) -> None:
    client = browser(north)
    answer = go(client, provider)
    assert (answer.status_code, answer["Location"]) == (302, "/")
    assert viewer_at(client) == north.worker.name
    account = SocialAccount.objects.get()
    assert account.extra_data == {}
    assert not SocialApp.objects.exists()
    assert not SocialToken.objects.exists()
    provider.claims["email"] = "new-name@example.org"  # the subject counts from now on
    again = browser(north)
    go(again, provider)
    assert viewer_at(again) == north.worker.name


def test_what_is_asked_of_the_provider(north: Household, provider: Provider) -> None:
    asked = browser(north).get(START)["Location"]
    query = {name: values[0] for name, values in parse_qs(urlsplit(asked).query).items()}
    assert asked.startswith(f"{provider.issuer}/authorize?")
    assert query["redirect_uri"] == f"http://{north.council.host}{CALLBACK}"
    assert (query["response_type"], query["code_challenge_method"]) == ("code", "S256")
    assert all(query[name] for name in ("state", "nonce", "code_challenge"))
    assert "openid" in query["scope"]
    assert SECRET not in asked


def test_entras_own_word_for_a_verified_address_counts(north: Household, provider: Provider) -> None:
    provider.claims.update(email_verified=None, xms_edov=True)
    client = browser(north)
    go(client, provider)
    assert viewer_at(client) == north.worker.name


WRONG: dict[str, dict[str, Any]] = {
    "another audience": {"aud": "somebody-else"},
    "made for another client": {"aud": [CLIENT, "somebody-else"], "azp": "somebody-else"},
    "another issuer": {"iss": "https://elsewhere.example.org"},
    "another nonce": {"nonce": "one from before"},
    "no nonce": {"nonce": None},
    "over": {"exp": int(time.time()) - 3600},
    "without an end": {"exp": None},
    "without a subject": {"sub": None},
    "an address nobody vouches for": {"email_verified": False},
    "an address of unknown standing": {"email_verified": None},
    "no address": {"email": None},
    "an address that is none": {"email": ["a", "b"]},
    "an address nobody has here": {"email": "nobody@example.org"},
    "an empty address": {"email": ""},
    "a subject that is none": {"sub": {"a": 1}},
}


@pytest.mark.parametrize("claims", WRONG.values(), ids=WRONG)
def test_what_is_not_right_is_refused(north: Household, provider: Provider, claims: dict[str, Any]) -> None:
    provider.claims.update(claims)
    client = browser(north)
    assert refused(go(client, provider))
    assert viewer_at(client) is None
    assert not SocialAccount.objects.exists()


@pytest.mark.parametrize(("signed_with", "algorithm"), [(1, "RS256"), (0, "HS256"), (0, "none")])
def test_another_signature_is_refused(north: Household, provider: Provider, signed_with: int, algorithm: str) -> None:
    provider.signed_with, provider.algorithm = signed_with, algorithm
    client = browser(north)
    assert refused(go(client, provider))
    assert viewer_at(client) is None


def test_a_state_works_once_and_in_its_own_browser(north: Household, provider: Provider) -> None:
    client, other = browser(north), browser(north)
    brought = provider.authorize(client.get(START)["Location"])
    assert refused(other.get(CALLBACK, brought))
    assert refused(client.get(CALLBACK, {**brought, "state": "made up"}))
    client.get(CALLBACK, brought)
    prove(client)
    assert viewer_at(client) == north.worker.name
    assert refused(other.get(CALLBACK, brought))


@pytest.mark.parametrize("brought", [{}, {"error": "access_denied"}, {"error": "server_error"}, {"state": "\x00"}])
def test_a_callback_without_a_code_is_refused(north: Household, provider: Provider, brought: dict[str, str]) -> None:
    client = browser(north)
    assert refused(client.get(CALLBACK, brought))
    assert refused(go(client, provider, code="another"))
    assert client.post(CALLBACK, brought).status_code == 405


@pytest.mark.parametrize("who", ["owner", "supporter"])
def test_young_people_and_supporters_come_another_way(north: Household, provider: Provider, who: str) -> None:
    provider.claims["email"] = north.people[who].user.email
    assert refused(go(browser(north), provider))


def test_another_councils_account_is_unknown(north: Household, east: Household, provider: Provider) -> None:
    provider.claims["email"] = east.worker.user.email
    assert refused(go(browser(north), provider))
    set_rules(east, provider)
    there = browser(east)
    go(there, provider)
    assert viewer_at(there) == east.worker.name
    with scope(north.council):
        assert not SocialAccount.objects.exists()
        assert not north.worker.user.socialaccount_set.exists()
    assert refused(go(browser(north), provider))  # the same subject, at another council


def test_a_session_of_one_council_is_no_good_at_another(north: Household, east: Household, provider: Provider) -> None:
    client = browser(north)
    go(client, provider)
    elsewhere = browser(east)
    elsewhere.cookies = client.cookies
    assert viewer_at(elsewhere) is None


def test_a_council_without_it_has_no_such_address(north: Household, east: Household, provider: Provider) -> None:
    for path in (START, CALLBACK, "/accounts/council/only/"):
        assert browser(east).get(path).status_code == 404
        assert Client(HTTP_HOST="national.test").get(path).status_code == 404
    assert "Sign in with your council account" not in browser(east).get("/accounts/login/").content.decode()
    assert "Sign in with your council account" in browser(north).get("/accounts/login/").content.decode()


def test_whoever_has_left_is_refused_and_forgotten(north: Household, provider: Provider) -> None:
    provider.claims["email"] = north.people["analyst"].user.email
    client = browser(north)
    go(client, provider)
    with scope(north.council):
        leave(north.people["analyst"], by=north.admin)
    assert viewer_at(client) is None
    assert not SocialAccount.objects.exists()
    assert refused(go(browser(north), provider))


def test_whose_account_is_closed_or_last_day_is_past_is_refused(north: Household, provider: Provider) -> None:
    go(browser(north), provider)
    User.objects.filter(pk=north.worker.user.pk).update(is_active=False)
    assert refused(go(browser(north), provider))
    User.objects.filter(pk=north.worker.user.pk).update(is_active=True)
    with scope(north.council):
        staff().filter(pk=north.worker.pk).update(left_on=timezone.localdate())
    assert refused(go(browser(north), provider))


def test_an_address_that_passed_to_somebody_else_is_refused(north: Household, provider: Provider) -> None:
    go(browser(north), provider)
    provider.claims["sub"] = "subject-2"
    assert refused(go(browser(north), provider))


def test_refusals_are_all_alike(north: Household, provider: Provider) -> None:
    def page(**claims: Any) -> str:
        provider.claims.update(claims)
        return re.sub(r'value="[^"]*"', "", go(browser(north), provider).content.decode())

    unknown = page(email="nobody@example.org")
    assert page(email=north.owner.user.email) == unknown
    assert page(email=north.worker.user.email, email_verified=False) == unknown
    assert page(email_verified=True, aud="else") == unknown


def test_only_this_way_leaves_the_administrator_a_way_in(north: Household, provider: Provider) -> None:
    set_rules(north, provider, only_single_sign_on=True)
    for person, comes_in in ((north.worker, False), (north.admin, True)):
        client = browser(north)
        client.post("/accounts/login/", {"login": person.user.email, "password": PASSWORD})
        assert viewer_at(client) == (person.name if comes_in else None)
    client = browser(north)
    sent = {"email": north.worker.user.email, "password": PASSWORD}
    answer = client.post("/_allauth/app/v1/auth/login", sent, content_type="application/json")
    assert answer.status_code == 401
    assert not answer.json()["meta"].get("is_authenticated")
    client = browser(north)
    go(client, provider)
    assert viewer_at(client) == north.worker.name


@pytest.mark.parametrize(
    "broken",
    [
        {"is_broken": True},
        {"discovery": b"<html>"},
        {"discovery": []},
        {"discovery": {"issuer": "https://else.example.org"}},
        {"issuer": "http://127.0.0.1:9"},
        {"keys": []},
        {"keys": {"keys": [{}]}},
        {"keys": b"\xff"},
        {"tokens": []},
        {"tokens": {"access_token": 1}},
        {"tokens": {"access_token": "a", "id_token": "nonsense"}},
        {"tokens": b"not json"},
    ],
    ids=str,
)
def test_a_provider_that_fails_gets_a_page_that_helps(
    north: Household, provider: Provider, broken: dict[str, Any]
) -> None:
    client = browser(north)
    brought = provider.authorize(client.get(START)["Location"])
    for name, value in broken.items():
        setattr(provider, name, value)
    set_rules(north, provider)
    for answer in (client.get(CALLBACK, brought), browser(north).get(START)):
        assert answer.status_code in (302, 403)
        assert answer.status_code == 302 or "administrator" in answer.content.decode()
    assert viewer_at(client) is None


@override_settings(SINGLE_SIGN_ON_ANYWHERE=False)
def test_nothing_is_asked_inside_our_own_network(north: Household, provider: Provider) -> None:
    for issuer in (provider.issuer, provider.issuer.replace("http:", "https:"), "https://localhost", "https://[::1]"):
        provider.issuer = issuer
        set_rules(north, provider)
        assert browser(north).get(START).status_code == 403
    assert provider.asked == []


def test_the_way_there_and_back_is_limited(north: Household, provider: Provider) -> None:
    client = browser(north)
    answers = [client.get(CALLBACK, {"state": "x"}).status_code for _try in range(61)]
    assert (answers[0], answers[-1]) == (403, 429)
    assert client.get(START).status_code == 429


@pytest.mark.parametrize("path", ["auth/provider/redirect", "auth/provider/token", "auth/provider/signup"])
def test_apps_do_not_come_this_way(north: Household, provider: Provider, path: str) -> None:
    for client_type in ("app", "browser"):
        answer = browser(north).post(f"/_allauth/{client_type}/v1/{path}", {}, content_type="application/json")
        assert answer.status_code == 404
