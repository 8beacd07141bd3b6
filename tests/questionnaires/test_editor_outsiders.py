"""The questionnaire editor is for the council's own editors alone."""

import pytest

from leavingwell.platform.councils.scope import national_scope, scope
from leavingwell.questionnaires.freezing import content_of
from leavingwell.questionnaires.models import (
    DomainArrangement,
    Indicator,
    QuestionArrangement,
    Questionnaire,
    Wording,
)
from tests.admin.asking import at, at_the_nation, send, was_saved
from tests.factories import Role, make_person
from tests.questionnaires.editor import (
    CORE,
    EDITOR,
    codes,
    content,
    national_wording,
    notice,
    optional_codes,
    page,
    press,
    row,
    words,
)


def test_another_councils_own_question_is_not_there(client, north, east):
    with scope(east.council):
        home = Indicator.objects.get(code=CORE).domain
        Indicator.objects.create(domain=home, code="EM-HOME-01", order=0, answer_type="YN", is_core=False, level=1)
    assert "EM-HOME-01" not in client.get(EDITOR).content.decode()
    answer = client.post(EDITOR, {"do": "hide:EM-HOME-01"}, follow=True)
    assert "could not find" in notice(answer)


def test_what_one_council_arranges_touches_no_other(client, north, east):
    before = content(east.council)
    press(client, f"down:{CORE}")
    press(client, "area-down:HOME")
    press(client, f"hide:{optional_codes()[0]}")
    assert content(east.council) == before
    with national_scope("look for a test"):
        assert content_of(Questionnaire.objects.get(code="outcomes")) == before


@pytest.mark.parametrize(
    ("role", "reads"), [("worker", False), ("owner", False), ("analyst", False), ("translator", True)]
)
def test_who_may_not_arrange_does_not(north, role, reads):
    client = at(north.council, north.people[role])
    answer = client.get(EDITOR)
    assert (answer.status_code == 200) == reads
    assert b'name="do"' not in answer.content
    assert client.post(EDITOR, {"do": f"down:{CORE}"}).status_code in (302, 403)
    with scope(north.council):
        assert not QuestionArrangement.objects.filter(council=north.council).exists()


def test_the_other_councils_editor_and_a_visitor_get_nothing(north, east):
    for person in (east.questionnaire_editor, None):
        client = at(north.council, person)
        client.post(EDITOR, {"do": f"down:{CORE}"})
        assert client.get(EDITOR).status_code in (302, 403)
    with scope(north.council):
        assert not QuestionArrangement.objects.filter(council=north.council).exists()


def test_buttons_need_the_forms_own_token(client):
    client.handler.enforce_csrf_checks = True
    assert client.post(EDITOR, {"do": f"down:{CORE}"}).status_code == 403


def test_the_nation_sees_its_own_words_alone_and_arranges_nothing(framework, north):
    with scope(north.council):
        Wording.objects.create(indicator=Indicator.objects.get(code=CORE), text_en="Only of northmoor?")
        DomainArrangement.objects.create(domain_code="HOME", order=99)
    with national_scope("staff for a test"):
        staff = make_person(Role.FRAMEWORK_EDITOR, "Fran Framework")
    client = at_the_nation(staff.user)
    shown = row(client, CORE)
    assert "Only of northmoor?" not in words(shown)
    assert [h.get_text() for h in shown.find_all("h4")] == ["National"] * 2  # standard and easy read
    assert codes(client)[0] == CORE
    assert page(client).find("button", attrs={"name": "do"}) is None
    assert client.post(EDITOR, {"do": f"down:{CORE}"}).status_code in (302, 403)
    link = shown.find("a")["href"]
    assert was_saved(send(client, link, text_en="Safe bed?"))
    assert national_wording().text_en == "Safe bed?"
