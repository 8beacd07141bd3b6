"""The questionnaire editor: what it shows, and what its buttons do."""

import json
from urllib.parse import parse_qs, urlsplit

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext

from leavingwell.platform.audit.models import AuditEntry
from leavingwell.platform.councils.scope import national_scope, scope
from leavingwell.questionnaires.models import (
    DomainArrangement,
    Indicator,
    QuestionArrangement,
    Wording,
)
from tests.questionnaires.editor import (
    CORE,
    EDITOR,
    codes,
    content,
    notice,
    optional_codes,
    page,
    press,
    reword,
    row,
    words,
)


def asked(council, area=0):
    return [question["code"] for question in content(council)["domains"][area]["questions"]]


def test_a_question_moves_one_place_and_the_screen_says_so_beside_it(client, north):
    before = asked(north.council)
    answer = press(client, f"down:{before[0]}")
    assert asked(north.council)[:3] == [before[1], before[0], before[2]]
    assert notice(answer) == f"{before[0]} is now number 2 of {len(before)} in Housing."
    assert answer.redirect_chain[-1][0].endswith(f"#{before[0]}")
    again = press(client, f"up:{before[0]}")
    assert asked(north.council) == before
    assert "number 1 of" in notice(again)


def test_focus_finds_the_row_and_its_message(client):
    answer = press(client, "down:HOME-01")
    moved = BeautifulSoup(answer.content, "html.parser").find(id="HOME-01")
    assert moved["tabindex"] == "-1"
    assert moved["aria-describedby"] == "editor-notice"
    assert "role" in moved.find(id="editor-notice").attrs


def test_the_first_cannot_go_up_nor_the_last_down(client, north):
    first, last = asked(north.council)[0], asked(north.council)[-1]
    assert page(client).find("button", value=f"up:{first}").has_attr("disabled")
    assert page(client).find("button", value=f"down:{last}").has_attr("disabled")
    answer = client.post(EDITOR, {"do": f"up:{first}"}, follow=True)
    assert "stays where it is" in notice(answer)
    with scope(north.council):
        assert not QuestionArrangement.objects.filter(council=north.council).exists()


def test_an_area_moves_with_its_questions(client, north):
    before = [domain["code"] for domain in content(north.council)["domains"]]
    answer = press(client, f"area-down:{before[0]}")
    assert [domain["code"] for domain in content(north.council)["domains"]][:2] == [before[1], before[0]]
    assert "is now number 2 of" in notice(answer)
    with scope(north.council):
        assert DomainArrangement.objects.count() == len(before)


def test_an_optional_question_is_hidden_and_shown_again(client, north):
    code = optional_codes()[0]
    answer = press(client, f"hide:{code}")
    assert "is hidden" in notice(answer)
    assert code not in asked(north.council)
    assert "Hidden" in words(row(client, code).select_one(".editor-badges"))
    press(client, f"show:{code}")
    assert code in asked(north.council)


def test_a_core_question_has_no_hide_button_and_is_refused_with_the_reason(client, north):
    assert page(client).find("button", value=f"hide:{CORE}") is None
    answer = client.post(EDITOR, {"do": f"hide:{CORE}"}, follow=True)
    assert "Core questions are asked everywhere" in notice(answer)
    assert CORE in asked(north.council)


def test_what_others_depend_on_is_not_hidden_nor_moved_behind_them(client, north):
    first, second = optional_codes()[:2]
    with scope(north.council):
        rows = {row.code: row for row in Indicator.objects.filter(code__in=[first, second])}
        condition = {"question": first, "answered": True}
        QuestionArrangement.objects.create(indicator=rows[second], show_when=condition)
    assert "Shown when" in words(row(client, second).select_one(".editor-condition"))
    assert first in notice(client.post(EDITOR, {"do": f"hide:{first}"}, follow=True))
    assert first in asked(north.council)
    order = asked(north.council)
    for _step in range(order.index(second) - order.index(first)):
        answer = client.post(EDITOR, {"do": f"down:{first}"}, follow=True)
    assert "asked later" in notice(answer)
    assert asked(north.council).index(first) < asked(north.council).index(second)


def test_going_back_to_national_takes_words_of_all_variants_place_hiding_and_choices(client, north):
    code = optional_codes()[0]
    before = content(north.council)
    reword(client, code, text_en="Ours?")
    with scope(north.council):
        indicator = Indicator.objects.get(code=code)
        Wording.objects.create(indicator=indicator, variant="easy_read", text_en="Easy?")
    press(client, f"up:{code}")
    offered = row(client, code).find("input", attrs={"name": f"tell-{code}"})["value"]
    press(client, f"tell:{code}", **{f"tell-{code}": offered})
    press(client, f"hide:{code}")
    assert content(north.council) != before
    answer = press(client, f"back:{code}")
    assert "as the nation has it" in notice(answer)
    assert content(north.council) == before
    assert page(client).find("button", value=f"back:{code}") is None
    with scope(north.council):
        told = AuditEntry.objects.get(action="question.back_to_national")
    assert told.changes["standard"] == ["Ours?", None]
    assert told.actor_id == north.questionnaire_editor.pk


def test_choices_to_tell_a_person_are_added_and_the_nations_stay(client, north):
    def tells(code):
        question = next(q for d in content(north.council)["domains"] for q in d["questions"] if q["code"] == code)
        return question["tell_a_person"]

    with national_scope("look for a test"):
        fixed = Indicator.objects.filter(council=None).exclude(tell_a_person=[]).first()
    given = page(client).find("input", attrs={"name": f"tell-{fixed.code}", "disabled": True})
    assert given["value"] in fixed.tell_a_person
    client.post(EDITOR, {"do": f"tell:{fixed.code}"})
    assert tells(fixed.code) == fixed.tell_a_person
    free = next(code for code in optional_codes() if not tells(code))
    offered = row(client, free).find("input", attrs={"name": f"tell-{free}"})["value"]
    press(client, f"tell:{free}", **{f"tell-{free}": [offered]})
    assert tells(free) == [offered]
    answer = client.post(EDITOR, {"do": f"tell:{free}", f"tell-{free}": ["nonsense"]}, follow=True)
    assert "no choice nonsense" in notice(answer)
    assert tells(free) == [offered]


def test_every_change_is_on_record(client, north):
    code = optional_codes()[0]
    for button in (f"down:{CORE}", "area-down:HOME", f"hide:{code}", f"tell:{CORE}"):
        client.post(EDITOR, {"do": button})
    with scope(north.council):
        found = set(AuditEntry.objects.values_list("action", flat=True))
    assert {"question.moved", "area.moved", "question.hidden", "question.tells_a_person"} <= found


def test_filters_show_one_area_or_only_what_differs(client):
    everything = codes(client)
    home = codes(client, f"{EDITOR}?area=HOME")
    assert home == [code for code in everything if code.startswith("HOME")]
    assert codes(client, f"{EDITOR}?differs=on") == []
    reword(client, text_en="Is there a bed for you?")
    press(client, "down:HEALTH-01")
    assert set(codes(client, f"{EDITOR}?differs=on")) == {CORE, "HEALTH-01", "HEALTH-02"}
    assert codes(client, f"{EDITOR}?differs=on&area=HOME") == [CORE]


def test_a_button_keeps_the_filter_and_a_row_that_left_it_still_says_what_happened(client):
    reword(client, text_en="Is there a bed for you?")
    answer = press(client, f"back:{CORE}", f"{EDITOR}?differs=on")
    assert parse_qs(urlsplit(answer.redirect_chain[-1][0]).query) == {"differs": ["on"]}
    assert CORE not in codes(client, f"{EDITOR}?differs=on")
    assert "as the nation has it" in notice(answer)


@pytest.mark.parametrize(
    "button",
    [
        "",
        "nonsense",
        "up:",
        "up:NOPE-01",
        "hide:\0",
        "area-up:NOPE",
        "area-down:\0",
        "drop:HOME-01",
        "up:" + "x" * 9999,
    ],
)
def test_a_button_that_is_not_there_is_a_message(client, north, button):
    before = json.dumps(content(north.council), sort_keys=True)
    answer = client.post(EDITOR, {"do": button}, follow=True)
    assert answer.status_code == 200
    assert "could not find" in notice(answer)
    assert json.dumps(content(north.council), sort_keys=True) == before


def test_the_screen_costs_the_same_with_two_and_with_ten(client, north):
    def queries():
        client.get(EDITOR)
        with CaptureQueriesContext(connection) as caught:
            assert client.get(EDITOR).status_code == 200
        return len(caught)

    def fill(numbers):
        with scope(north.council):
            home = Indicator.objects.get(code=CORE).domain
            for number in numbers:
                own = Indicator.objects.create(
                    domain=home, code=f"NM-{number}", order=number, answer_type="YN", is_core=False, level=1
                )
                Wording.objects.create(indicator=own, text_en="Ours?")
                Wording.objects.create(indicator=own, text_en="Easy?", variant="easy_read")
                QuestionArrangement.objects.create(indicator=own, show_when={"question": CORE, "answered": True})

    fill(range(2))
    few = queries()
    fill(range(2, 10))
    assert queries() == few
    assert few < 40
