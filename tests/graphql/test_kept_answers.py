"""Answers about the questionnaire that are kept for visitors."""

import json
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client

from leavingwell.graphql.limits import numbers
from leavingwell.platform.councils.scope import scope
from leavingwell.questionnaires.models import QuestionnaireRules
from leavingwell.questionnaires.publication import versions
from tests.factories import Household
from tests.graphql.asking import codes, send
from tests.graphql.questionnaires import PROMPTS, queries_of, question
from tests.graphql.story import Cast
from tests.questionnaires.rich import publish_rich

FEW = '{ questionnaire(code: "outcomes") { version domains { name questions { text { value } } } } }'


def fetch(household: Household, token: str | None = None, query: str = FEW, **headers: str) -> HttpResponse:
    return send(household.council, {"query": query}, token, **headers)


def test_a_kept_answer_is_the_same_to_the_byte(cast: Cast) -> None:
    publish_rich(cast.north.council)
    anew: list[bytes] = []
    assert queries_of(lambda: anew.append(fetch(cast.north).content)) > 2
    kept: list[bytes] = []
    # Whose host it is, and what is published: nothing else.
    assert queries_of(lambda: kept.append(fetch(cast.north).content)) == 2
    assert kept == anew
    assert json.loads(kept[0])["extensions"]["cost"]["requested"] > 0


def test_publishing_is_seen_at_once(cast: Cast) -> None:
    for number, mark in enumerate((" one", " two", " three"), start=1):
        publish_rich(cast.north.council, mark, number)
        for _twice in range(2):
            assert f"Housing{mark}" in fetch(cast.north).content.decode()
    assert "Housing three" not in fetch(cast.east).content.decode()


def test_new_bands_are_seen_at_once(cast: Cast) -> None:
    query = '{ questionnaire(code: "outcomes") { scoring { goingWell } } }'
    assert b'"goingWell":70' in fetch(cast.north, query=query).content
    with scope(cast.north.council):
        QuestionnaireRules.objects.create(going_well=90)
    assert b'"goingWell":90' in fetch(cast.north, query=query).content
    assert b'"goingWell":70' in fetch(cast.east, query=query).content


def test_a_kept_answer_is_never_anybody_elses(cast: Cast) -> None:
    publish_rich(cast.north.council)
    token = cast.token(cast.north, "worker")
    for _twice in range(2):
        assert b"secret" not in fetch(cast.north, query=PROMPTS).content
        assert b"secret" in fetch(cast.north, token, PROMPTS).content
    assert queries_of(lambda: fetch(cast.north, token, PROMPTS)) > 2
    for _twice in range(2):
        assert b"Words of NM-TEXT" in fetch(cast.north).content
        assert b"Words of NM-TEXT" not in fetch(cast.east).content
    assert b"secret" not in fetch(cast.north, query=PROMPTS).content


def test_each_language_variant_and_operation_has_its_own(cast: Cast) -> None:
    publish_rich(cast.north.council)
    for _twice in range(2):
        assert question(cast.north.council, "HOME-01", language="ar")["text"]["language"] == "ar"
        assert question(cast.north.council, "HOME-01", language="en")["text"]["language"] == "en"
        assert question(cast.north.council, "HOME-01", variant="EASY_READ")["text"]["value"] == "Warm?"
        assert "هل المكان دافئ؟" in fetch(cast.north, accept_language="ar").content.decode()
        assert "Is it warm?" in fetch(cast.north, accept_language="en").content.decode()
        two = 'query A { questionnaire(code: "outcomes") { code } } query B { questionnaires { version } }'
        for name, field in (("A", b"questionnaire"), ("B", b"questionnaires")):
            answer = send(cast.north.council, {"query": two, "operationName": name})
            assert answer.content.startswith(b'{"data":{"' + field + b'":')


@pytest.mark.parametrize(
    "query",
    [
        '{ questionnaire(code: "outcomes") { code } viewer { name } }',
        "{ council { slug } }",
        'query { ...Root } fragment Root on Query { questionnaire(code: "outcomes") { code } }',
    ],
)
def test_other_documents_are_not_kept(cast: Cast, query: str) -> None:
    anew = queries_of(lambda: fetch(cast.north, query=query))
    assert queries_of(lambda: fetch(cast.north, query=query)) == anew


def test_a_failed_answer_is_not_kept(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> None:
        raise RuntimeError

    with monkeypatch.context() as broken:
        broken.setattr(versions, "newest_of_each", fail)
        answer: Any = fetch(cast.north)
        assert codes(answer.json()) == ["INTERNAL"]
    assert b'"errors"' not in fetch(cast.north).content


def test_what_is_refused_is_refused_though_it_was_kept(
    cast: Cast, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert b'"errors"' not in fetch(cast.north).content
    with monkeypatch.context() as smaller:
        smaller.setattr(numbers, "COST", 1)
        too_much: Any = fetch(cast.north)
        assert codes(too_much.json()) == ["COST_TOO_HIGH"]
    settings.GRAPHQL_TRUSTED_ONLY = True
    untrusted: Any = fetch(cast.north)
    assert codes(untrusted.json()) == ["UNTRUSTED_DOCUMENT"]
    assert fetch(cast.north, "madeup").status_code == 401


def get(household: Household, query: str = FEW, **headers: str) -> HttpResponse:
    response: Any = Client(HTTP_HOST=household.council.host).get("/graphql/", {"query": query}, headers=headers)
    return response


def test_an_etag_while_nothing_changes(cast: Cast) -> None:
    publish_rich(cast.north.council)
    first = get(cast.north)
    assert first["Cache-Control"] == "no-cache"
    assert {"Accept", "Accept-Language", "X-Session-Token"} <= set(first["Vary"].split(", "))
    again = get(cast.north, **{"if-none-match": first["ETag"]})
    assert (again.status_code, again.content, again["ETag"]) == (304, b"", first["ETag"])
    assert again["Access-Control-Expose-Headers"] == "ETag"
    arabic = get(cast.north, **{"if-none-match": first["ETag"], "accept-language": "ar"})
    assert (arabic.status_code, arabic["ETag"] == first["ETag"]) == (200, False)
    publish_rich(cast.north.council, " 2", number=2)
    assert get(cast.north, **{"if-none-match": first["ETag"]}).status_code == 200


def test_no_etag_for_anything_but_a_visitors_whole_answer_to_a_get(cast: Cast) -> None:
    own = get(cast.north, **{"x-session-token": str(cast.token(cast.north, "owner"))})
    assert own["Cache-Control"] == "private, no-store"
    for response in (
        own,
        fetch(cast.north),
        get(cast.north, "{ nope }"),
        get(cast.north, "{ caseload { totalCount } }"),
    ):
        assert "ETag" not in response
