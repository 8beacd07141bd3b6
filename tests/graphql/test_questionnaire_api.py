"""The questionnaire as front ends fetch it, and its answers that are kept for visitors."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from strawberry.relay import from_base64

from leavingwell.graphql.limits import numbers
from leavingwell.platform.councils.scope import national_scope, scope
from leavingwell.questionnaires.models import Questionnaire, QuestionnaireRules
from leavingwell.questionnaires.publication import versions
from tests.factories import Household
from tests.graphql.asking import ask, codes, send
from tests.graphql.expectations import CAST
from tests.graphql.story import Cast
from tests.graphql.test_contract import OPERATIONS
from tests.questionnaires.rich import publish_content, publish_rich, rich_content

OFFLINE = OPERATIONS["Offline"]
CODE = {"code": "outcomes"}
VERSION = "query($code: String!, $number: Int, $hash: String) {\
 questionnaireVersion(code: $code, version: $number, contentHash: $hash) { version contentHash versionId } }"
PROMPTS = '{ questionnaire(code: "outcomes") { question(code: "HOME-01") { workerPrompt { value } } } }'
FEW = '{ questionnaire(code: "outcomes") { version domains { name questions { text { value } } } } }'
READ_PROMPTS = {"worker", "other_worker", "manager", "supervisor", "duty", "admin", "editor", "questionnaire_editor"}


def question(council: Any, code: str, **variables: Any) -> dict[str, Any]:
    answer = ask(council, OFFLINE, **CODE, **variables)
    assert "errors" not in answer, answer
    domains = answer["data"]["questionnaire"]["domains"]
    found: dict[str, Any] = next(one for domain in domains for one in domain["questions"] if one["code"] == code)
    return found


def test_everything_about_a_question(cast: Cast) -> None:
    publish_rich(cast.north.council)
    found = question(cast.north.council, "HOME-01", language="en", variant="EASY_READ")
    assert (found["isCore"], found["isOwn"], found["answerType"]) == (True, False, "YN")
    assert found["text"]["value"] == "Warm?"
    assert found["help"]["value"] == "Cold is bad for you."
    assert found["variants"] == ["STANDARD", "EASY_READ"]
    assert found["image"] == {
        "url": "http://northmoor.test/questions/media/5e.webp",
        "alternativeText": "A radiator",
        "width": 600,
        "height": 400,
    }
    assert found["recording"] == {"url": "http://northmoor.test/questions/media/e1.mp3", "language": "en"}
    assert [one["label"]["value"] for one in found["choices"]] == ["Yes!", "Not_Sure", "No"]
    assert [one["score"] for one in found["choices"]] == [2, 1, 0]
    assert (found["tellsAPerson"], found["tellsAPersonIfRepeated"]) == (["no"], ["not_sure"])
    assert (found["limits"], found["showWhen"]) == (None, None)


def test_words_and_media_in_another_language(cast: Cast) -> None:
    publish_rich(cast.north.council)
    standard = question(cast.north.council, "HOME-01", language="ar")
    assert (standard["text"]["direction"], standard["text"]["isFallback"]) == ("RTL", False)
    assert standard["recording"]["url"].endswith("/a1.mp3")
    assert standard["image"] is None
    assert standard["choices"][0]["label"]["value"] == "Yes"
    easy = question(cast.north.council, "HOME-01", language="ar", variant="EASY_READ")
    assert (easy["text"]["value"], easy["text"]["isFallback"]) == ("Warm?", True)
    assert easy["recording"] == {"url": "http://northmoor.test/questions/media/e1.mp3", "language": "en"}
    assert easy["image"]["alternativeText"] == "مدفأة"


def test_a_recording_never_says_other_words(cast: Cast) -> None:
    content = rich_content()
    del content["domains"][0]["questions"][0]["media"]["easy_read"]["recordings"]["en"]
    publish_content(cast.north.council, content)
    assert question(cast.north.council, "HOME-01", variant="EASY_READ")["recording"] is None
    spoken = question(cast.north.council, "HOME-01", variant="SPOKEN")
    assert (spoken["text"]["value"], spoken["recording"]["url"][-7:]) == ("Is it warm?", "/e2.mp3")


def test_own_questions(cast: Cast) -> None:
    publish_rich(cast.north.council)
    number = question(cast.north.council, "NM-NUMBER")
    assert (number["isOwn"], number["limits"], number["choices"]) == (True, {"least": 0, "most": 10}, [])
    assert {one["score"] for one in question(cast.north.council, "NM-SEVERAL")["choices"]} == {None}
    assert question(cast.north.council, "NM-TEXT")["showWhen"] == {"question": "HOME-01", "is": ["no"]}


def test_about_the_version(cast: Cast) -> None:
    row = publish_rich(cast.north.council)
    with scope(cast.north.council):
        QuestionnaireRules.objects.create(going_well=80, growing=30)
    found = ask(cast.north.council, OFFLINE, **CODE)["data"]["questionnaire"]
    assert from_base64(found["versionId"]) == ("QuestionnaireVersion", str(row.pk))
    assert found["publishedAt"] == row.published_at.isoformat()
    assert found["languages"] == ["en", "ar"]
    assert found["scoring"] == {"goingWell": 80, "growing": 30}
    assert found["bundleUrl"] == f"http://northmoor.test/questionnaires/outcomes/versions/{row.content_hash}/"
    assert found["schemaUrl"] == f"{found['bundleUrl']}schema.json"
    assert ask(cast.east.council, OFFLINE, **CODE)["data"]["questionnaire"]["scoring"]["goingWell"] == 70


def test_who_reads_the_workers_prompt(cast: Cast) -> None:
    publish_rich(cast.north.council)
    for who in CAST:
        answer = ask(cast.north.council, PROMPTS, cast.token(cast.north, who))
        prompt = answer["data"]["questionnaire"]["question"]["workerPrompt"]
        expected = {"value": "Ask about the prompt secret."} if who in READ_PROMPTS else None
        assert prompt == expected, who


def version(household: Household, **variables: Any) -> Any:
    answer = ask(household.council, VERSION, **{**CODE, **variables})
    assert "errors" not in answer, answer
    return answer["data"]["questionnaireVersion"]


def test_any_published_version_for_ever(cast: Cast) -> None:
    nations = version(cast.north, number=1)
    first, second = (publish_rich(cast.north.council, mark, number) for mark, number in (("", 1), (" 2", 2)))
    assert version(cast.north, number=2)["contentHash"] == second.content_hash
    assert version(cast.north, number=1)["contentHash"] == first.content_hash
    assert version(cast.north, hash=nations["contentHash"]) == nations
    assert version(cast.north, hash=first.content_hash, number=1)["version"] == 1
    assert version(cast.north, hash=first.content_hash, number=2) is None
    assert version(cast.north) is None
    for who in ("owner", "worker"):
        answer = ask(cast.north.council, VERSION, cast.token(cast.north, who), **CODE, hash=first.content_hash)
        assert answer["data"]["questionnaireVersion"]["version"] == 1


def test_another_councils_version_is_not_there(cast: Cast) -> None:
    mine = publish_rich(cast.north.council, number=7)
    assert version(cast.north, number=7)["contentHash"] == mine.content_hash
    assert version(cast.east, number=7) is None
    assert version(cast.east, hash=mine.content_hash) is None


@pytest.mark.parametrize("code", ["", "x" * 10_000, "العربية 🏠", "outcomes'; --", "%00"])
def test_a_code_that_is_none(cast: Cast, code: str) -> None:
    assert version(cast.north, code=code, number=1) is None
    assert version(cast.north, hash=code) is None
    assert ask(cast.north.council, OFFLINE, code=code)["data"] == {"questionnaire": None}


@pytest.mark.parametrize("number", [0, -1, 2**31 - 1, -(2**31)])
def test_a_number_that_is_none(cast: Cast, number: int) -> None:
    assert version(cast.north, number=number) is None


@pytest.mark.parametrize(
    "given", [{"code": "a\0b"}, {"code": "outcomes", "hash": "\0"}, {"code": "x", "number": 2**40}]
)
def test_what_is_no_code_or_number(cast: Cast, given: dict[str, Any]) -> None:
    assert codes(ask(cast.north.council, VERSION, **given)) == ["BAD_USER_INPUT"]


def queries_of(work: Callable[[], Any]) -> int:
    with CaptureQueriesContext(connection) as queries:
        work()
    return len(queries)


def test_as_many_queries_for_ten_questionnaires_as_for_two(cast: Cast) -> None:
    document = "{ questionnaires { code version languages scoring { growing } domains { questions { code } } } }"
    counts = []
    for total in (2, 10):
        with national_scope("questionnaires for tests"):
            for number in range(Questionnaire.objects.count(), total):
                row = Questionnaire.objects.create(code=f"more-{number}", name="More")
                row.versions.create(number=1, content={"code": row.code, "domains": []}, content_hash=str(number))
        answer = ask(cast.north.council, document, cast.token(cast.north, "owner"))
        assert len(answer["data"]["questionnaires"]) == total
        counts.append(queries_of(lambda: ask(cast.north.council, document, cast.token(cast.north, "owner"))))
    assert counts[0] == counts[1]


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
