"""GraphQL over HTTP beyond the official audit: media types, methods, who asks, and from where."""

from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.utils.translation import get_language, gettext, override

from leavingwell.platform.councils.scope import scope
from tests.factories import Household
from tests.graphql import hostile
from tests.graphql.asking import JSON, codes, send, token_of
from tests.graphql.story import Cast

NEWER = "application/graphql-response+json"
WHO = {"query": "{ viewer { name } }"}
FAULTY = {"query": "{ nope }"}
BACKEND = "leavingwell.platform.people.backends.AccountBackend"


@pytest.mark.parametrize(
    ("accept", "answered"),
    [
        ("", JSON),
        ("*/*", JSON),
        ("application/*", JSON),
        (JSON, JSON),
        ("application/json; charset=utf-8", JSON),
        ("application/json;CHARSET=UTF-8", JSON),
        (NEWER, NEWER),
        (f"{NEWER}, {JSON}", NEWER),
        (f"{JSON}, {NEWER}", JSON),
        (f"{JSON};q=0.5, {NEWER};q=0.9", NEWER),
        (f"{NEWER};q=0, */*", JSON),
        (f"*/*;q=0.1, {NEWER}", NEWER),
        ("application/json;q=abc", JSON),
    ],
)
def test_the_media_type_that_is_liked_best(cast: Cast, accept: str, answered: str) -> None:
    response = send(cast.north.council, FAULTY, accept=accept)
    assert response["Content-Type"] == f"{answered}; charset=utf-8"
    assert response.status_code == (400 if answered == NEWER else 200)
    assert "Accept" in response["Vary"]


@pytest.mark.parametrize("accept", ["text/html", "image/*", "application/json;q=0", "x", "x" * 20_000])
def test_no_media_type_that_we_have(cast: Cast, accept: str) -> None:
    response: Any = send(cast.north.council, WHO, accept=accept)
    assert response.status_code == 406
    assert codes(response.json()) == ["NOT_ACCEPTABLE"]


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE", "TRACE", "PROPFIND"])
def test_another_method(cast: Cast, method: str) -> None:
    response: Any = Client(HTTP_HOST=cast.north.council.host).generic(method, "/graphql/", b"{}", content_type=JSON)
    assert response.status_code == 405
    assert {"GET", "POST"} <= set(response["Allow"].split(", "))
    assert codes(response.json()) == ["METHOD_NOT_ALLOWED"]


def test_a_query_in_an_address(cast: Cast) -> None:
    client = Client(HTTP_HOST=cast.north.council.host)
    query = "query A($slug: String!) { page(slug: $slug) { slug } } query B { __typename }"
    parts = {"query": query, "operationName": "A", "variables": '{"slug": "get-help"}'}
    assert client.get("/graphql/", parts).json()["data"] == {"page": {"slug": "get-help"}}
    assert client.head("/graphql/", parts).status_code == 200


def test_no_mutation_in_an_address(cast: Cast) -> None:
    client = Client(HTTP_HOST=cast.north.council.host)
    response: Any = client.get("/graphql/", {"query": "mutation { __typename }"})
    assert response.status_code == 405
    assert codes(response.json()) == ["METHOD_NOT_ALLOWED"]


def test_an_unknown_host_has_no_api(cast: Cast) -> None:
    assert Client(HTTP_HOST="nowhere.test").post("/graphql/", WHO, content_type=JSON).status_code == 404


def signed_in(household: Household, who: str) -> Client:
    client = Client(HTTP_HOST=household.council.host, enforce_csrf_checks=True)
    with scope(household.council):
        client.force_login(household.people[who].user, backend=BACKEND)
    return client


def csrf_of(client: Client) -> str:
    """What a page of ours gives to its scripts."""
    client.get("/graphql/", headers={"accept": "text/html"})
    return client.cookies[settings.CSRF_COOKIE_NAME].value


def test_a_cookie_alone_is_not_enough(cast: Cast) -> None:
    response: Any = signed_in(cast.north, "owner").post("/graphql/", WHO, content_type=JSON)
    assert response.status_code == 403
    assert codes(response.json()) == ["CSRF_FAILED"]


def test_a_cookie_with_our_pages_token(cast: Cast) -> None:
    client = signed_in(cast.north, "owner")
    response: Any = client.post("/graphql/", WHO, content_type=JSON, headers={"X-CSRFToken": csrf_of(client)})
    assert response.json()["data"]["viewer"]["name"] == cast.north.owner.name
    assert "no-store" in response["Cache-Control"]
    assert "private" in response["Cache-Control"]


@pytest.mark.parametrize("method", ["get", "post"])
def test_a_cookie_from_another_origin_is_refused(cast: Cast, method: str) -> None:
    client = signed_in(cast.north, "owner")
    headers = {"X-CSRFToken": csrf_of(client), "Origin": "https://elsewhere.example"}
    asked = {"query": WHO["query"]} if method == "get" else WHO
    more = {} if method == "get" else {"content_type": JSON}
    response: Any = getattr(client, method)("/graphql/", asked, headers=headers, **more)
    assert response.status_code == 403
    assert codes(response.json()) == ["CSRF_FAILED"]


def test_a_cookie_in_an_address_from_our_own_pages(cast: Cast) -> None:
    origin = f"http://{cast.north.council.host}"
    response: Any = signed_in(cast.north, "owner").get("/graphql/", WHO, headers={"Origin": origin})
    assert response.json()["data"]["viewer"]["name"] == cast.north.owner.name


def test_another_councils_cookie_is_a_visitors(cast: Cast) -> None:
    client = signed_in(cast.north, "owner")
    response: Any = client.post("/graphql/", WHO, content_type=JSON, headers={"Host": cast.east.council.host})
    assert response.json()["data"] == {"viewer": None}


def test_a_visitor_needs_no_csrf_token(cast: Cast) -> None:
    client = Client(HTTP_HOST=cast.north.council.host, enforce_csrf_checks=True)
    response: Any = client.post("/graphql/", WHO, content_type=JSON, headers={"Origin": "https://elsewhere.example"})
    assert response.json()["data"] == {"viewer": None}
    assert "Set-Cookie" not in response


def test_a_token_from_another_origin(cast: Cast) -> None:
    response: Any = send(cast.north.council, WHO, cast.token(cast.north, "owner"), Origin="https://elsewhere.example")
    assert response.json()["data"]["viewer"]["name"] == cast.north.owner.name
    assert response["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Credentials" not in response
    assert "Set-Cookie" not in response
    assert response["Cache-Control"] == "private, no-store"


def test_the_preflight_of_another_origin(cast: Cast) -> None:
    asked = {"Origin": "https://elsewhere.example", "Access-Control-Request-Method": "POST"}
    response = Client(HTTP_HOST=cast.north.council.host).options("/graphql/", headers=asked)
    assert response.status_code == 204
    assert response["Access-Control-Allow-Origin"] == "*"
    assert {"content-type", "x-session-token"} <= set(response["Access-Control-Allow-Headers"].split(", "))
    assert "POST" in response["Access-Control-Allow-Methods"]
    assert "Access-Control-Allow-Credentials" not in response


def test_refusals_are_open_to_other_origins_too(cast: Cast) -> None:
    response = send(cast.north.council, WHO, "madeup", Origin="https://elsewhere.example")
    assert response.status_code == 401
    assert response["Access-Control-Allow-Origin"] == "*"


def test_a_session_that_was_ended(cast: Cast) -> None:
    token = token_of(cast.north.worker, cast.north.council)
    Client(HTTP_HOST=cast.north.council.host).delete(
        "/_allauth/app/v1/auth/session", headers={"X-Session-Token": token}
    )
    response: Any = send(cast.north.council, WHO, token)
    assert response.status_code == 401
    assert codes(response.json()) == ["UNAUTHENTICATED"]


def test_an_account_that_was_closed(cast: Cast) -> None:
    user = cast.north.worker.user
    assert user is not None
    user.is_active = False
    user.save()
    assert send(cast.north.council, WHO, cast.token(cast.north, "worker")).status_code == 401


def test_a_token_answers_in_its_owners_language(cast: Cast) -> None:
    with scope(cast.north.council):
        cast.north.owner.language = "ar"
        cast.north.owner.save()
    asked = {"query": "{ viewer { language } theme { tokens } notices { title { language isFallback } } }"}
    response: Any = send(cast.north.council, asked, cast.token(cast.north, "owner"), accept_language="en")
    assert response.json()["data"]["viewer"]["language"] == "ar"
    assert response.json()["data"]["notices"][0]["title"] == {"language": "en", "isFallback": True}


def test_a_message_is_in_the_readers_language(cast: Cast) -> None:
    with override("ar"):
        expected = gettext("You may not do that.")
    response: Any = send(
        cast.north.council,
        {"query": "{ caseload { totalCount } }"},
        cast.token(cast.north, "owner"),
        accept_language="ar",
    )
    assert response.json()["errors"][0]["message"] == expected


def test_a_remembered_document_is_refused_in_each_readers_language(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("leavingwell.graphql.limits.extension._", lambda message: f"{get_language()}: {message}")
    asked = {"query": hostile.DOCUMENTS["many aliases"] + " # in two languages"}
    for language in ("ar", "en"):
        response: Any = send(cast.north.council, asked, accept_language=language)
        assert response.json()["errors"][0]["message"].startswith(f"{language}: ")
