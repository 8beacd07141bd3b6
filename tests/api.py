"""Asking the API over HTTP, as a person of the cast."""

from datetime import timedelta
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.cached_db import SessionStore
from django.contrib.sessions.models import Session
from django.test import Client
from django.utils import timezone
from django.utils.crypto import get_random_string
from strawberry.relay import to_base64

from leavingwell.platform.councils.models import Council
from leavingwell.platform.people.models import Person

BACKEND = "leavingwell.platform.people.backends.AccountBackend"
CONTRACT = Path(__file__).parent / "contract"


def opaque(type_name: str, row: Any) -> str:
    return to_base64(type_name, str(row.pk))


def document(name: str, operation: str | None = None) -> dict[str, Any]:
    """A document of the contract, and which of its operations to run."""
    return {"query": (CONTRACT / f"{name}.graphql").read_text(), "operationName": operation}


def session_of(user: Any) -> str:
    """The key of a session of theirs, by one statement: signing in (tests/platform/people) takes seventeen."""
    signed_in = {
        SESSION_KEY: str(user.pk),
        BACKEND_SESSION_KEY: BACKEND,
        HASH_SESSION_KEY: user.get_session_auth_hash(),
    }
    key = get_random_string(32)
    store, ends = SessionStore(key), timezone.now() + timedelta(days=1)
    Session.objects.create(session_key=key, session_data=store.encode(signed_in), expire_date=ends)
    store._cache.set(store.cache_key, signed_in)  # as signing in does: the first request asks no more than the second
    return key


def client_of(person: Person | None, council: Council) -> Client:
    """A browser at the council's host, signed in as the person (None: nobody)."""
    client = Client(HTTP_HOST=council.host)
    if person is not None:
        client.cookies[settings.SESSION_COOKIE_NAME] = session_of(person.user)
    return client


def ask(person: Person | None, council: Council, query: str | dict[str, Any], **variables: Any) -> dict[str, Any]:
    """The whole answer: `data`, and `errors` where there are some."""
    body = {"query": query} if isinstance(query, str) else dict(query)
    answer = client_of(person, council).post(
        "/graphql/", {**body, "variables": variables}, content_type="application/json"
    )
    assert answer.status_code == 200, answer.content
    found: dict[str, Any] = answer.json()
    return found


def do(person: Person | None, council: Council, mutation: str, fields: str, **given: Any) -> dict[str, Any]:
    """Runs one mutation `mutation(input:)` and gives its result: `__typename`, the fields, or `problems`."""
    name = mutation[0].upper() + mutation[1:]
    query = (
        f"mutation Do($input: {name}Input!) {{ {mutation}(input: $input) {{ __typename {fields} "
        "... on Problems { problems { code field message } } } }"
    )
    answer = ask(person, council, query, input=given)
    assert "errors" not in answer, answer
    found: dict[str, Any] = answer["data"][mutation]
    return found


def codes(result: dict[str, Any]) -> list[tuple[str, str | None]]:
    """The problems of a mutation's result as (code, field)."""
    assert result["__typename"] == "Problems", result
    return [(problem["code"], problem["field"]) for problem in result["problems"]]
