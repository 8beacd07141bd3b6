"""The page at the API's address, for somebody who comes with a browser."""

import re
from typing import Any

import pytest
from django.contrib.staticfiles import finders
from django.test import Client

from tests.graphql.story import Cast

BROWSER = {"accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}


def page(cast: Cast, **headers: str) -> str:
    response = Client(HTTP_HOST=cast.north.council.host).get("/graphql/", headers={**BROWSER, **headers})
    assert response.status_code == 200
    assert response["Content-Type"] == "text/html; charset=utf-8"
    assert "no-store" in response["Cache-Control"]
    return response.content.decode()


def test_graphiql_comes_from_our_own_files(cast: Cast) -> None:
    addresses = re.findall(r'(?:src|href)="([^"]+)"', page(cast))
    assert len(addresses) == 2
    for address in addresses:
        assert address.startswith("/static/")
        assert finders.find(address.removeprefix("/static/"))


def test_licences_are_beside_the_bundle() -> None:
    found = finders.find("graphql/explorer/LICENCES.txt")
    assert found
    with open(str(found), encoding="utf-8") as file:
        assert "graphiql 3.8.3: MIT" in file.read()


def test_elsewhere_a_page_says_where_the_api_is(cast: Cast, settings: Any) -> None:
    settings.GRAPHQL_EXPLORER = False
    text = page(cast)
    assert f"http://{cast.north.council.host}/graphql/" in text
    assert "<script" not in text


def test_the_page_runs_right_to_left(cast: Cast, settings: Any) -> None:
    settings.GRAPHQL_EXPLORER = False
    assert '<html lang="ar" dir="rtl">' in page(cast, **{"accept-language": "ar"})


@pytest.mark.parametrize("accept", ["*/*", "application/json", "text/html;q=0.5, application/json"])
def test_programs_get_no_page(cast: Cast, accept: str) -> None:
    response = Client(HTTP_HOST=cast.north.council.host).get("/graphql/", headers={"accept": accept})
    assert response.status_code == 400
    assert response["Content-Type"].startswith("application/json")
