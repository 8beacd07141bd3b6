"""A council's own questions and conditions are nobody else's."""

import pytest

from leavingwell.platform.councils.scope import national_scope
from leavingwell.platform.people.roles import Role
from tests.admin.asking import at, at_the_nation
from tests.factories import make_person
from tests.questionnaires.own_questions import ADD, LIST, again, condition_at, edit, frozen, make_own, publish_all


def addresses(code):
    words = ("", "words/easy_read/", "retire/", "bring-back/", "share/")
    return [*(edit(code, more) for more in words), condition_at(code)]


def test_another_councils_editor_finds_nothing(north, east):
    make_own(north)
    publish_all(north)
    client = at(east.council, east.questionnaire_editor)
    for address in addresses("NM-HOME-01"):
        assert client.get(address).status_code == 404
        assert client.post(address, {"text_en": "Stolen", "answer_type": "YN", "level": "3"}).status_code == 404
    assert "NM-HOME-01" not in client.get(LIST).content.decode()
    assert frozen(north, "NM-HOME-01")["texts"]["standard"]["text"]["en"] == "Is it quiet at night?"
    assert again(north, "NM-HOME-01").retired_on is None


@pytest.mark.parametrize("role", ["translator", "worker", "owner"])
def test_who_does_not_write_the_questions_is_refused(north, role):
    make_own(north)
    client = at(north.council, north.people[role])
    for address in (LIST, ADD, *addresses("NM-HOME-01")):
        assert client.get(address).status_code in (302, 403)
        assert client.post(address, {}).status_code in (302, 403)
    assert again(north, "NM-HOME-01").retired_on is None


def test_nobody_is_led_to_the_sign_in(north):
    make_own(north)
    client = at(north.council, None)
    for address in (LIST, ADD, *addresses("NM-HOME-01")):
        assert "/login" in client.get(address)["Location"]


def test_on_the_nations_host_there_are_none(framework):
    with national_scope("staff for a test"):
        client = at_the_nation(make_person(Role.FRAMEWORK_EDITOR, "Fran Framework").user)
    for address in (LIST, ADD, condition_at("HOME-04")):
        assert client.get(address).status_code == 404


def test_a_national_question_is_not_ones_own(client):
    assert client.get(edit("HOME-04")).status_code == 404
    assert client.post(edit("HOME-04", "retire/")).status_code == 404


def test_a_step_that_is_not_there_is_not_found(client, north):
    make_own(north)
    assert client.get(edit("NM-HOME-01", "delete/")).status_code == 404
