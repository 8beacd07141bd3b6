"""The host name decides whose everything is shown."""

from typing import Any

import pytest
from django.test import Client

from leavingwell.platform.councils.models import Council
from tests.factories import make_council

QUERY = {"query": "{ council { slug } }"}


def slug_at(host: str) -> Any:
    answer = Client(HTTP_HOST=host).post("/graphql/", QUERY, content_type="application/json")
    return answer.json()["data"]["council"]["slug"] if answer.status_code == 200 else answer.status_code


@pytest.mark.parametrize("host", ["northmoor.test", "northmoor.test:8000", "NorthMoor.test", "northmoor.test."])
def test_a_host_is_its_councils(councils: tuple[Council, Council], host: str) -> None:
    assert slug_at(host) == "northmoor"


@pytest.mark.parametrize(
    "host", ["nobody.test", "evil.northmoor.test", "northmoor.test.evil.test", "127.0.0.9", "a..b"]
)
def test_an_unknown_host_gets_a_neutral_page(councils: tuple[Council, Council], host: str) -> None:
    for path in ("/", "/graphql/", "/admin/", "/accounts/login/", "/offers/"):
        answer = Client(HTTP_HOST=host).get(path)
        assert answer.status_code == 404
        assert b"Northmoor" not in answer.content
        assert b"Eastmarsh" not in answer.content


def test_a_council_out_of_use_is_unknown(db: Any) -> None:
    council = make_council("westfell")
    council.is_active = False
    council.save()
    assert slug_at("westfell.test") == 404


def test_health_needs_no_council(db: Any) -> None:
    answer = Client(HTTP_HOST="anything.test").get("/health/")
    assert (answer.status_code, answer.json()) == (200, {"database": "ok", "queue": "ok"})
