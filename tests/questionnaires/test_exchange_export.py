"""A whole questionnaire as one file, and who may take it or bring it."""

import hashlib
import json
from base64 import b64decode

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from jsonschema import Draft202012Validator

from leavingwell.platform.audit.models import AuditEntry
from leavingwell.platform.councils.scope import national_scope, scope
from leavingwell.questionnaires.exchange.schema import SCHEMA
from leavingwell.questionnaires.freezing import content_of, hash_of
from leavingwell.questionnaires.kinds import AnswerType
from leavingwell.questionnaires.models import (
    QuestionMedia,
    Questionnaire,
    QuestionnaireVersion,
)
from leavingwell.questionnaires.own_question import OwnQuestion
from leavingwell.questionnaires.services.media import keep, prepared_picture
from leavingwell.questionnaires.services.own_questions import add_question
from tests.admin.asking import at, at_the_nation, text_of
from tests.questionnaires.exchange_files import (
    EXPORT,
    HOME,
    IMPORT,
    changed,
    draft,
    export,
    form_of,
    furnish,
    picture_bytes,
    question,
    reworded,
    upload,
)


@pytest.fixture
def client(north):
    return at(north.council, north.questionnaire_editor)


@pytest.fixture
def there(east):
    return at(east.council, east.questionnaire_editor)


def national_media():
    """The names of the nation's pictures, which every export holds."""
    with national_scope("look for a test"):
        return set(QuestionMedia.objects.filter(council=None).values_list("name", flat=True))


def of_standard_words(content):
    """As an old version was: no variants, no pictures."""
    for area in content["domains"]:
        for one in area["questions"]:
            one["texts"], one["media"] = ({"standard": one[key]["standard"]} for key in ("texts", "media"))
            one["choices"] = [{**choice, "labels": {}} for choice in one["choices"]]
    return content


def test_an_export_is_whole_and_keeps_to_its_schema(client, north):
    furnish(north)
    found = export(client)
    Draft202012Validator(json.loads(SCHEMA.read_text())).validate(found)
    assert found["content"] == draft(north)
    assert found["hash"] == hash_of(found["content"])
    assert found["origin"] == {"council": "northmoor", "name": "Northmoor"}
    assert len(set(found["media"]) - national_media()) == 2
    for name, data in found["media"].items():
        assert hashlib.sha256(b64decode(data)).hexdigest() == name.partition(".")[0]


def test_the_draft_and_what_is_published_are_two_exports(client, north):
    assert question(export(client, "published"), "HOME-03")["texts"]["standard"]["text"]["en"].startswith(
        "Is your home"
    )
    furnish(north)
    assert question(export(client), "HOME-03")["texts"]["standard"]["text"]["en"] == "Is it warm at yours?"
    assert question(export(client, "published"), "HOME-03")["texts"]["standard"]["text"]["en"].startswith(
        "Is your home"
    )


def test_an_old_version_without_later_keys_exports_whole(client, north):
    with scope(north.council):
        questionnaire = Questionnaire.objects.get()
        old = of_standard_words(content_of(questionnaire))
        for area in old["domains"]:
            for one in area["questions"]:
                for later in ("media", "show_when", "limits", "is_own"):
                    del one[later]
                del one["texts"]["standard"]["prompt"]
                one["choices"] = [
                    {name: choice[name] for name in ("code", "score", "label")} for choice in one["choices"]
                ]
        QuestionnaireVersion.objects.create(
            questionnaire=questionnaire, number=1, content=old, content_hash=hash_of(old)
        )
    found = export(client, "published")
    Draft202012Validator(json.loads(SCHEMA.read_text())).validate(found)
    assert found["content"] == of_standard_words(draft(north))


def test_an_export_is_on_record(client, north):
    export(client)
    with scope(north.council):
        entry = AuditEntry.objects.get(action="questionnaire.exported")
    assert entry.actor_id == north.questionnaire_editor.pk


def test_an_export_costs_the_same_however_much_is_in_it(client, north):
    def queries():
        with CaptureQueriesContext(connection) as caught:
            export(client)
        return len(caught)

    def add_some(numbers):
        with scope(north.council):
            for number in numbers:
                row = reworded(f"HOME-0{number}", text_en=f"Ours {number}?")
                row.picture = keep(prepared_picture(picture_bytes((number * 20, 0, 0))))
                row.save()
                add_question("HOME", OwnQuestion(AnswerType.TEXT, {"text": {"en": f"Own {number}?"}}), by=None)

    export(client)
    add_some([1, 2])
    few = queries()
    add_some([3, 4, 5, 6, 7, 8])
    assert queries() == few
    assert few < 40


def test_a_questionnaire_that_is_not_there_is_not_found(client):
    for code in ("no-such", "a\0b", "x" * 5000):
        assert client.get(EXPORT, {"questionnaire": code}).status_code == 404


# Who may


@pytest.mark.parametrize("role", ["translator", "worker", "manager", "owner", "supporter", None])
def test_who_may_not_write_the_words_neither_exports_nor_imports(north, role):
    other = at(north.council, north.people[role] if role else None)
    before = draft(north)
    for address in (HOME, EXPORT, IMPORT):
        assert other.get(address).status_code in (302, 403)
    assert upload(other, b"{}").status_code in (302, 403)
    assert draft(north) == before


def test_an_editor_of_another_council_gets_nothing_of_ours(north, east):
    furnish(north)
    stranger = at(north.council, east.questionnaire_editor)
    assert stranger.get(EXPORT).status_code in (302, 403, 404)
    theirs = export(at(east.council, east.questionnaire_editor))
    assert "Is it warm at yours?" not in json.dumps(theirs)
    assert set(theirs["media"]) == national_media()


def test_importing_needs_the_forms_own_token(client):
    client.handler.enforce_csrf_checks = True
    assert upload(client, b"{}").status_code == 403


def test_an_upload_waits_for_its_own_person_and_council_alone(client, there, north, east):
    furnish(north)
    form = form_of(upload(client, changed(export(client), "HOME-04", show_when=None)))
    colleague = at(north.council, north.admin)
    for other in (colleague, there):
        answer = other.post(IMPORT, {**form, "do": "1"})
        assert "choose it once more" in text_of(answer)
    assert draft(east)["domains"][0]["code"] == "HOME"


def test_the_nation_exports_and_imports_nothing(framework, north):
    from django.contrib.auth import get_user_model

    with national_scope("a superuser for a test"):
        root = get_user_model().objects.create_superuser("root@example.org", "a long password for tests")
    nation = at_the_nation(root)
    found = export(nation)
    assert found["origin"]["council"] is None
    assert "only a council arranges" in text_of(upload(nation, found))
    assert nation.get(f"{HOME}wording/").status_code == 302
