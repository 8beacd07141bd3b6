"""Asking the API as any front end does: over HTTP, with a session token."""

from typing import Any

from django.http import HttpResponse
from django.test import Client
from strawberry.relay import to_base64

from leavingwell.platform.councils.models import Council
from leavingwell.platform.councils.scope import scope
from leavingwell.platform.people.authentication import new_session_token
from leavingwell.platform.people.models import Person

JSON = "application/json"


def opaque(type_name: str, row: Any) -> str:
    return to_base64(type_name, str(row.pk))


def token_of(person: Person, council: Council) -> str:
    assert person.user is not None
    with scope(council):
        return new_session_token(person.user)


def send(council: Council, body: Any, token: str | None = None, **headers: str) -> HttpResponse:
    """A POST at the council's host; `body` is sent as JSON unless it is bytes."""
    if token is not None:
        headers["X-Session-Token"] = token
    client = Client(HTTP_HOST=council.host, CONTENT_TYPE=JSON)
    response: Any = client.post("/graphql/", body, content_type=JSON, headers=headers)
    return response


def ask(council: Council, query: str, token: str | None = None, **variables: Any) -> dict[str, Any]:
    """The whole answer: `data`, and `errors` where there are some."""
    response = send(council, {"query": query, "variables": variables}, token)
    assert response.status_code == 200, response.content
    found: dict[str, Any] = response.json()  # type: ignore[attr-defined]
    return found


def codes(answer: dict[str, Any]) -> list[str]:
    return [error["extensions"]["code"] for error in answer.get("errors", ())]
