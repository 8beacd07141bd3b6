"""Trusted documents: asked for by hash, and the only ones where the setting says so."""

from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.test import Client
from graphql import OperationDefinitionNode, parse

from leavingwell.graphql import trusted
from leavingwell.graphql.limits import numbers
from leavingwell.graphql.limits.cost import cost_of
from leavingwell.graphql.limits.extension import document_faults, rules
from leavingwell.graphql.schema import schema
from tests.graphql.asking import codes, send
from tests.graphql.story import Cast

DOCUMENT = "query Trusted { council { slug } }\n"
HASH = sha256(DOCUMENT.encode()).hexdigest()


def by_hash(found: str) -> dict[str, Any]:
    return {"persistedQuery": {"version": 1, "sha256Hash": found}}


@pytest.fixture
def _a_document_of_an_app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    folder = tmp_path / "documents" / "inner"
    folder.mkdir(parents=True)
    (folder / "trusted.graphql").write_text(DOCUMENT)
    monkeypatch.setattr(apps.get_app_config("portal"), "path", str(tmp_path))
    trusted.store.cache_clear()
    yield
    trusted.store.cache_clear()


with_document = pytest.mark.usefixtures("_a_document_of_an_app")


@with_document
def test_a_hash_runs_its_document(cast: Cast) -> None:
    response: Any = send(cast.north.council, {"extensions": by_hash(HASH)})
    assert response.json()["data"] == {"council": {"slug": cast.north.council.slug}}


@with_document
def test_in_an_address_too(cast: Cast) -> None:
    asked = {"extensions": f'{{"persistedQuery": {{"sha256Hash": "{HASH.upper()}"}}}}'}
    response: Any = Client(HTTP_HOST=cast.north.council.host).get(
        "/graphql/", asked, headers={"accept": "text/html, */*"}
    )
    assert response.json()["data"] == {"council": {"slug": cast.north.council.slug}}


@pytest.mark.parametrize("made_up", ["0" * 64, "", "x", "ä"])
def test_an_unknown_hash(cast: Cast, made_up: str) -> None:
    response: Any = send(cast.north.council, {"extensions": by_hash(made_up)})
    assert codes(response.json()) == ["PERSISTED_QUERY_NOT_FOUND"]


@with_document
def test_a_hash_of_something_else(cast: Cast) -> None:
    response: Any = send(cast.north.council, {"query": "{ __typename }", "extensions": by_hash(HASH)})
    assert response.status_code == 400
    assert codes(response.json()) == ["BAD_REQUEST"]


def test_others_run_while_the_setting_is_off(cast: Cast) -> None:
    response: Any = send(cast.north.council, {"query": "{ __typename }"})
    assert response.json()["data"] == {"__typename": "Query"}


@with_document
def test_only_trusted_documents(cast: Cast, settings: Any) -> None:
    settings.GRAPHQL_TRUSTED_ONLY = True
    refused: Any = send(cast.north.council, {"query": "{ __typename }"})
    assert codes(refused.json()) == ["UNTRUSTED_DOCUMENT"]
    written_out: Any = send(cast.north.council, {"query": DOCUMENT})
    assert written_out.json()["data"] == {"council": {"slug": cast.north.council.slug}}


def test_every_document_of_our_apps_may_run() -> None:
    for app in apps.get_app_configs():
        for path in (Path(app.path) / "documents").rglob("*.graphql"):
            document = parse(path.read_text())
            assert document_faults(schema._schema, document, rules()) == [], path
            for operation in document.definitions:
                if isinstance(operation, OperationDefinitionNode):
                    assert cost_of(schema._schema, document, operation, {}) < numbers.COST, path
