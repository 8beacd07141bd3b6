"""Published questionnaires at their stable addresses."""

import json
import re
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from jsonschema import Draft202012Validator

from leavingwell import questionnaires
from leavingwell.platform.councils.models import Council
from leavingwell.platform.councils.scope import scope
from leavingwell.questionnaires.content import Content
from leavingwell.questionnaires.kinds import AnswerKind
from leavingwell.questionnaires.models import QuestionnaireRules, QuestionnaireVersion
from leavingwell.questionnaires.services.answering import GivenAnswer
from leavingwell.questionnaires.services.value_checks import value_faults
from tests.api import ask, client_of
from tests.factories import Household
from tests.questionnaires.rich import publish_content, publish_rich, rich_content

DATA = Path(questionnaires.__file__).parent / "data"
CURRENT = "/questionnaires/outcomes/"


def get(council: Council, path: str, **headers: str) -> Any:
    return Client(HTTP_HOST=council.host).get(path, headers=headers)


def address(version: QuestionnaireVersion, part: str = "") -> str:
    return f"/questionnaires/outcomes/versions/{version.content_hash}/{part}"


def test_everything_in_one_file(north: Household) -> None:
    version = publish_rich(north.council)
    response = get(north.council, address(version))
    found = response.json()
    assert (found["code"], found["content_hash"]) == ("outcomes", version.content_hash)
    assert found["languages"]["ar"] == {"own_name": "العربية", "direction": "rtl"}
    assert found["scoring"]["left_out"] == ["does_not_apply", "not_shown"]
    assert found["longest"] == {"comment": 4000, "text": 500}
    (home,) = found["domains"]
    warm = home["questions"][0]
    assert warm["texts"]["standard"]["text"] == {"en": "Is it warm?", "ar": "هل المكان دافئ؟"}
    assert warm["media"]["easy_read"] == {
        "picture": {
            "name": "5e.webp",
            "width": 600,
            "height": 400,
            "alternative_text": {"en": "A radiator", "ar": "مدفأة"},
            "address": "http://northmoor.test/questions/media/5e.webp",
        },
        "recordings": {"en": {"name": "e1.mp3", "address": "http://northmoor.test/questions/media/e1.mp3"}},
    }
    text = next(one for one in home["questions"] if one["code"] == "NM-TEXT")
    assert text["show_when"] == {"question": "HOME-01", "is": ["no"]}
    assert "prompt" not in response.content.decode()


def test_the_nations_whole_framework(north: Household) -> None:
    found = get(north.council, CURRENT).json()
    assert sum(len(domain["questions"]) for domain in found["domains"]) == 66
    assert found["bands"] == {"going_well": 70, "growing": 40}
    version = get(north.council, found["addresses"]["bundle"]).json()
    assert version == {name: found[name] for name in version}
    assert set(found) - set(version) == {"version", "published_at", "bands"}


def test_kept_for_ever_by_everybody(north: Household) -> None:
    version = publish_rich(north.council)
    for path in (address(version), address(version, "schema.json")):
        response = get(north.council, path)
        assert response["Cache-Control"] == "public, max-age=31536000, immutable"
        assert response["ETag"] == f'"{version.content_hash}-1"'
        assert response["Access-Control-Allow-Origin"] == "*"
        assert "Vary" not in response
        assert "Set-Cookie" not in response
        with CaptureQueriesContext(connection) as queries:
            unchanged = get(north.council, path, **{"if-none-match": response["ETag"]})
        assert (unchanged.status_code, unchanged.content) == (304, b"")
        assert unchanged["Access-Control-Allow-Origin"] == "*"
        assert unchanged["Cache-Control"] == response["Cache-Control"]
        assert '"content"' not in queries[-1]["sql"]
        head = Client(HTTP_HOST=north.council.host).head(path)
        assert (head.status_code, head.content, head["ETag"]) == (200, b"", response["ETag"])


def test_the_same_for_everybody_in_every_language(north: Household) -> None:
    version = publish_rich(north.council)
    for path in (address(version), address(version, "schema.json"), CURRENT):
        visitors = get(north.council, path).content
        assert get(north.council, path, accept_language="ar").content == visitors
        for person in (north.owner, north.supporter, north.worker, north.questionnaire_editor):
            assert client_of(person, north.council).get(path).content == visitors


def test_other_methods(north: Household) -> None:
    client = Client(HTTP_HOST=north.council.host, enforce_csrf_checks=True)
    asked = {"Origin": "https://elsewhere.example", "Access-Control-Request-Headers": "if-none-match"}
    preflight = client.options(CURRENT, headers=asked)
    assert (preflight.status_code, preflight["Access-Control-Allow-Headers"]) == (204, "if-none-match")
    refused = client.post(CURRENT, b"{}", content_type="application/json")
    assert (refused.status_code, refused["Allow"]) == (405, "GET, HEAD, OPTIONS")
    assert refused.json()["status"] == 405


def test_every_version_stays_when_another_is_published(north: Household) -> None:
    first = publish_rich(north.council)
    before = get(north.council, address(first)).content
    current = get(north.council, CURRENT)
    second = publish_rich(north.council, " 2", number=2)
    assert get(north.council, address(first)).content == before
    moved = get(north.council, CURRENT, **{"if-none-match": current["ETag"]})
    assert (moved.status_code, moved.json()["version"]) == (200, 2)
    assert moved.json()["content_hash"] == second.content_hash
    assert moved["Cache-Control"] == "public, max-age=60"


def test_new_bands_change_the_current_one_alone(north: Household) -> None:
    version = publish_rich(north.council)
    kept, current = get(north.council, address(version)).content, get(north.council, CURRENT)
    with scope(north.council):
        QuestionnaireRules.objects.create(going_well=90, growing=20)
    assert get(north.council, CURRENT, **{"if-none-match": current["ETag"]}).json()["bands"]["going_well"] == 90
    assert get(north.council, address(version)).content == kept


def test_the_same_content_published_again_keeps_its_address(north: Household) -> None:
    first = publish_rich(north.council)
    before = get(north.council, address(first)).content
    publish_rich(north.council, number=2)
    assert get(north.council, address(first)).content == before


def test_a_version_frozen_before_there_were_pictures(north: Household) -> None:
    content = rich_content()
    (domain,) = content["domains"]
    for question in domain["questions"]:
        for name in ("media", "limits", "is_own"):
            del question[name]
        for choice in question["choices"]:
            del choice["labels"]
    version = publish_content(north.council, content)
    found = get(north.council, address(version)).json()["domains"][0]["questions"][0]
    assert found["media"] == {"standard": {"picture": None, "recordings": {}}}
    assert (found["is_own"], found["limits"], found["choices"][0]["labels"]) == (
        False,
        {"least": None, "most": None},
        {},
    )
    assert get(north.council, address(version, "schema.json")).status_code == 200


def test_another_councils_versions_are_not_there(north: Household, east: Household) -> None:
    mine = publish_rich(north.council)
    nations = get(east.council, CURRENT).json()
    for part in ("", "schema.json"):
        response = get(east.council, address(mine, part))
        assert response.status_code == 404
        assert response["Content-Type"] == "application/problem+json"
        assert response.json()["detail"] == "No published version of this questionnaire has this hash."
        assert response["Cache-Control"] == "no-store"
    path = f"/questionnaires/outcomes/versions/{nations['content_hash']}/"
    assert get(north.council, path).status_code == get(east.council, path).status_code == 200


HOSTILE = ["%00", "a%00b", "x" * 10_000, "%D8%B9%F0%9F%8F%A0", "%ff%fe", "..%2f..%2f", "'; --", "%0d%0aX: y"]


@pytest.mark.parametrize("code", HOSTILE)
def test_what_is_no_code_or_hash(north: Household, code: str) -> None:
    known = get(north.council, CURRENT).json()["content_hash"]
    for path in (f"{code}/", f"{code}/versions/{known}/", f"outcomes/versions/{code}/", f"vectors/{code}"):
        response = get(north.council, f"/questionnaires/{path}")
        assert response.status_code == 404, path
        if "%2f" not in code:
            assert response.json()["status"] == 404
            assert response["Access-Control-Allow-Origin"] == "*"


def test_other_hosts_have_none(north: Household) -> None:
    for host in ("nowhere.test", "national.test"):
        assert Client(HTTP_HOST=host).get(CURRENT).status_code == 404


def test_the_api_leads_there(north: Household) -> None:
    version = publish_rich(north.council)
    answer = ask(None, north.council, '{ questionnaire(code: "outcomes") { bundleUrl schemaUrl } }')
    found = answer["data"]["questionnaire"]
    assert get(north.council, found["bundleUrl"]).json()["content_hash"] == version.content_hash
    assert get(north.council, found["schemaUrl"]).json()["$id"] == found["schemaUrl"]


@pytest.mark.parametrize("name", ["scoring_vectors", "condition_vectors", "condition.schema"])
def test_vectors_for_clients(north: Household, name: str) -> None:
    served = {"scoring_vectors": "scoring.json", "condition_vectors": "conditions.json"}.get(name, f"{name}.json")
    response = get(north.council, f"/questionnaires/vectors/{served}")
    assert response.json() == json.loads((DATA / f"{name}.json").read_text())
    again = get(north.council, f"/questionnaires/vectors/{served}", **{"if-none-match": response["ETag"]})
    assert again.status_code == 304


# What an answer to each question can be: (question, kind, its value by field), and whether it is right.
RIGHT = [
    ("HOME-01", None, {"choice": "yes"}),
    ("HOME-01", "ANSWERED", {"choice": "no"}),
    ("HOME-01", "RATHER_NOT_SAY", {}),
    ("HOME-01", None, {}),
    ("NM-FACES", None, {"choice": "very_good"}),
    ("NM-3PT", None, {"choice": "sometimes"}),
    ("NM-ONE", None, {"choice": "hostel"}),
    ("NM-SEVERAL", None, {"choices": ["bus", "bike"]}),
    ("NM-NUMBER", None, {"number": 0}),
    ("NM-NUMBER", None, {"number": 9.75}),
    ("NM-DATE", None, {"date": "2026-02-03"}),
    ("NM-TEXT", "ANSWERED", {"text": "x" * 500}),
    ("NM-TEXT", "SKIPPED", {}),
]
WRONG = [
    ("HOME-01", None, {"choice": "sometimes"}),
    ("HOME-01", None, {"choice": "YES"}),
    ("HOME-01", None, {"choices": ["yes"]}),
    ("HOME-01", "ANSWERED", {}),
    ("HOME-01", "SKIPPED", {"choice": "yes"}),
    ("NM-FACES", None, {"number": 3}),
    ("NM-3PT", None, {"choice": "yes"}),
    ("NM-ONE", None, {"choice": "bus"}),
    ("NM-ONE", None, {"choices": ["flat"]}),
    ("NM-SEVERAL", None, {"choices": ["bus", "bus"]}),
    ("NM-SEVERAL", None, {"choices": ["flat"]}),
    ("NM-SEVERAL", None, {"choices": []}),
    ("NM-SEVERAL", None, {"choice": "bus"}),
    ("NM-NUMBER", None, {"number": -1}),
    ("NM-NUMBER", None, {"number": 11}),
    ("NM-NUMBER", None, {"text": "3"}),
    ("NM-DATE", None, {"text": "2026-02-03"}),
    ("NM-TEXT", None, {"text": "x" * 501}),
    ("NM-TEXT", None, {"text": ""}),
    ("NM-TEXT", None, {"text": "a", "number": 1}),
]
Case = tuple[str, str | None, dict[str, Any]]


def as_given(case: Case) -> GivenAnswer:
    question, kind, value = case
    value = dict(value)
    if "date" in value:
        value["day"] = date.fromisoformat(value.pop("date"))
    if "number" in value:
        value["number"] = Decimal(str(value["number"]))
    return GivenAnswer(question, AnswerKind[kind] if kind else None, **value)


def document(schema: dict[str, Any], *answers: Any) -> dict[str, Any]:
    return {"contentHash": schema["properties"]["contentHash"]["const"], "answers": list(answers)}


@pytest.fixture
def schema(north: Household) -> dict[str, Any]:
    found: dict[str, Any] = get(north.council, address(publish_rich(north.council), "schema.json")).json()
    return found


def test_the_schema_is_one(schema: dict[str, Any]) -> None:
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["$id"].endswith("/schema.json")


def test_the_nations_schema_is_small(north: Household) -> None:
    found = get(north.council, get(north.council, CURRENT).json()["addresses"]["schema"])
    Draft202012Validator.check_schema(found.json())
    assert len(found.content) < 10_000


@pytest.mark.parametrize("case", [*RIGHT, *WRONG], ids=lambda case: json.dumps(case)[:60])
def test_the_schema_says_what_the_server_says(schema: dict[str, Any], case: Case) -> None:
    question, kind, value = case
    answer = {"question": question, **({"kind": kind} if kind else {}), **value}
    accepted = not list(value_faults(0, as_given(case), Content(rich_content())))
    assert accepted == (case in RIGHT)
    assert Draft202012Validator(schema).is_valid(document(schema, answer)) == accepted


def test_comments_and_notes(schema: dict[str, Any]) -> None:
    validator = Draft202012Validator(schema)
    fine = {"question": "HOME-01", "comment": "x" * 4000, "workerNote": "n", "wantsHelp": True}
    assert validator.is_valid(document(schema, fine))
    for more in (
        {"comment": "x" * 4001},
        {"wantsHelp": "yes"},
        {"score": 2},
        {"question": "NM-99"},
        {"kind": "answered"},
    ):
        assert not validator.is_valid(document(schema, {**fine, **more}))
    without_question = {"choice": "yes"}
    for wrong in (document(schema), document(schema, without_question), {**document(schema, fine), "contentHash": "0"}):
        assert not validator.is_valid(wrong)


DOCS = (Path(__file__).parents[2] / "docs" / "front-end-developers.md").read_text()


def test_the_addresses_in_the_docs(north: Household) -> None:
    known = {"code": "outcomes", "contentHash": get(north.council, CURRENT).json()["content_hash"]}
    addresses = re.findall(r"`(/questionnaires/\S+)`", DOCS)
    assert len(addresses) == 6
    for written in addresses:
        assert get(north.council, written.format(**known)).status_code == 200


def test_the_answers_in_the_docs(north: Household) -> None:
    found = get(north.council, get(north.council, CURRENT).json()["addresses"]["schema"]).json()
    (written,) = re.findall(r"```json\n(.*?)```", DOCS, re.DOTALL)
    assert Draft202012Validator(found).is_valid(document(found, *json.loads(written)["answers"]))


def test_the_conditions_in_the_docs(north: Household) -> None:
    validator = Draft202012Validator(get(north.council, "/questionnaires/vectors/condition.schema.json").json())
    written = [json.loads(one) for one in re.findall(r"`(\{\"question\".*?\})`", DOCS)]
    assert len(written) == 3
    assert all(validator.is_valid(one) for one in written)
