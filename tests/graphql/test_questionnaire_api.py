"""The questionnaire as front ends fetch it."""

from typing import Any

import pytest
from strawberry.relay import from_base64

from leavingwell.platform.councils.scope import national_scope, scope
from leavingwell.questionnaires.models import Questionnaire, QuestionnaireRules
from tests.factories import Household
from tests.graphql.asking import ask, codes
from tests.graphql.questionnaires import CODE, OFFLINE, PROMPTS, queries_of, question
from tests.graphql.rows import CAST
from tests.graphql.story import Cast
from tests.questionnaires.rich import publish_content, publish_rich, rich_content

VERSION = "query($code: String!, $number: Int, $hash: String) {\
 questionnaireVersion(code: $code, version: $number, contentHash: $hash) { version contentHash versionId } }"
READ_PROMPTS = {"worker", "other_worker", "manager", "supervisor", "duty", "admin", "editor", "questionnaire_editor"}


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
