"""Published questionnaires at their stable addresses."""

import json
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from leavingwell import questionnaires
from leavingwell.platform.councils.scope import scope
from leavingwell.questionnaires.models import QuestionnaireRules
from tests.api import ask, client_of
from tests.factories import Household
from tests.questionnaires.published import CURRENT, address, get
from tests.questionnaires.rich import publish_content, publish_rich, rich_content

DATA = Path(questionnaires.__file__).parent / "data"


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
        assert response.get("Vary") in (None, "Accept-Encoding")  # nothing else: the same for everybody
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
