"""The questionnaire editor: what it shows, what its buttons do, and for whom."""

import json
from urllib.parse import parse_qs, urlsplit

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from leavingwell.platform.audit.models import AuditEntry
from leavingwell.platform.councils.scope import national_scope, scope
from leavingwell.questionnaires.freezing import content_of
from leavingwell.questionnaires.kinds import AnswerType
from leavingwell.questionnaires.models import (
    ChoiceLabel,
    DomainArrangement,
    Indicator,
    QuestionArrangement,
    Questionnaire,
    Wording,
)
from leavingwell.questionnaires.own_question import OwnQuestion
from leavingwell.questionnaires.services.own_questions import add_question
from tests.admin.asking import at, at_the_nation, errors_in, form_in, send, text_of, was_saved
from tests.factories import Role, make_person

EDITOR = "/admin/questionnaire/"
CORE, OPTIONAL = "HOME-01", "HOME-04"


@pytest.fixture
def client(north):
    return at(north.council, north.questionnaire_editor)


def page(client, address=EDITOR):
    answer = client.get(address)
    assert answer.status_code == 200
    return BeautifulSoup(answer.content, "html.parser")


def row(client, code, address=EDITOR):
    return page(client, address).find(id=code)


def codes(client, address=EDITOR):
    return [found["id"] for found in page(client, address).select(".editor-row")]


def words(tag):
    return " ".join(tag.get_text(" ").split())


def press(client, button, address=EDITOR, **more):
    """Presses the button that is on the screen, and gives the screen after it."""
    shown = page(client, address).find("button", value=button)
    assert shown is not None, button
    assert not shown.has_attr("disabled"), button
    return client.post(address, {"do": button, **more}, follow=True)


def notice(answer):
    found = BeautifulSoup(answer.content, "html.parser").find(id="editor-notice")
    return words(found) if found else ""


def content(council):
    with scope(council):
        return content_of(Questionnaire.objects.get(code="outcomes"))


def asked(council, area=0):
    return [question["code"] for question in content(council)["domains"][area]["questions"]]


def optional_codes():
    with national_scope("look for a test"):
        rows = Indicator.objects.filter(council=None, domain__code="HOME", is_core=False)
        return list(rows.values_list("code", flat=True))


def national_wording(code=CORE):
    with national_scope("look for a test"):
        return Wording.objects.get(council=None, indicator__code=code, variant="standard")


def reword(client, code=CORE, **texts):
    return send(
        client, reverse("wagtailsnippets_questionnaires_wording:reword", args=[national_wording(code).pk]), **texts
    )


def test_the_screen_shows_national_and_own_words_side_by_side(client):
    reword(client, text_en="Is there a bed for you?", text_ar="")
    sides = row(client, CORE).select(".editor-side")
    assert "Do you have a safe place to sleep" in words(sides[0])
    assert "Also in Arabic" in words(sides[0])
    assert "Is there a bed for you?" in words(sides[1])
    assert "In English only" in words(sides[1])
    assert "Core" in words(row(client, CORE).select_one(".editor-badges"))


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


def test_it_tells_when_the_national_words_have_moved_on_and_can_be_told_that_they_were_seen(client, north):
    reword(client, text_en="Is there a bed for you?")
    with national_scope("change for a test"):
        Wording.objects.filter(pk=national_wording().pk).update(text_en="Do you have a safe bed?")
    drift = row(client, CORE).select_one(".editor-drift")
    assert "have changed since you wrote yours" in words(drift)
    assert words(drift.find("del")).startswith("Do you have a safe place to sleep")
    assert words(drift.find("ins")) == "Do you have a safe bed?"
    press(client, f"seen:{CORE}")
    assert row(client, CORE).select_one(".editor-drift") is None
    assert "Is there a bed for you?" in words(row(client, CORE))


def test_languages_that_the_council_has_not_chosen_are_no_change_to_it(client):
    reword(client, text_en="Is there a bed for you?")
    with national_scope("change for a test"):
        Wording.objects.filter(pk=national_wording().pk).update(text_pl="Inaczej?")
    assert row(client, CORE).select_one(".editor-drift") is None


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


def test_hard_words_and_pictures_without_words_are_warned_of(client, north):
    hard = "Notwithstanding accommodation considerations, is independent residential stability achievable?"
    reword(client, text_en=hard)
    assert "above 9" in words(row(client, CORE).select_one(".editor-notes"))


def test_rewording_comes_back_to_the_row(client):
    link = row(client, CORE, f"{EDITOR}?area=HOME").select_one(".is-ours a")["href"]
    answer = send(client, link, text_en="Is there a bed for you?")
    assert answer["Location"] == f"{EDITOR}?area=HOME#{CORE}"
    again = row(client, CORE).select_one(".is-ours a")["href"]
    assert form_in(client.get(again))["text_en"] == "Is there a bed for you?"
    elsewhere = send(client, again.split("?")[0] + "?next=https://example.org/", text_en="Bed?")
    assert "example.org" not in elsewhere["Location"]


def test_easy_read_words_begin_with_the_question_filled_in(client, north):
    with scope(north.council):
        code = add_question("HOME", OwnQuestion(AnswerType.DATE, {"text": {"en": "Since when?"}}), by=None).code
    link = row(client, code).select_one(".editor-more a")["href"]
    answer = send(client, link, text_en="From which day?")
    assert was_saved(answer), errors_in(answer)
    with scope(north.council):
        assert Wording.objects.get(council=north.council, variant="easy_read").indicator.code == code
    assert "Easy read" in words(row(client, code))


def test_the_nations_easy_read_words_stand_beside_its_standard_ones(client):
    shown = row(client, CORE)
    assert "Can you sleep in a safe place for four weeks?" in words(shown)
    assert shown.select_one('.editor-more a[href*="variant=easy_read"]') is None


@pytest.mark.parametrize("query", ["?indicator=nonsense&variant=easy_read", "?indicator=%00&variant=x", "?variant=y"])
def test_a_form_for_a_question_that_is_not_there_opens_empty(client, query):
    answer = client.get(reverse("wagtailsnippets_questionnaires_wording:add") + query)
    assert answer.status_code == 200


def test_prompts_are_written_per_language(client, north):
    reword(client, text_en="Is there a bed?", prompt_en="Ask about tonight.", prompt_ar="اسأل")
    with scope(north.council):
        own = Wording.objects.get(council=north.council)
    assert (own.prompt_en, own.prompt_ar) == ("Ask about tonight.", "اسأل")


def test_answers_get_easy_read_labels_beside_the_standard_ones(client, north):
    with national_scope("look for a test"):
        yes = ChoiceLabel.objects.get(council=None, answer_type="YN", code="yes", variant="standard")
    add = reverse("wagtailsnippets_questionnaires_choicelabel:add")
    assert was_saved(send(client, add, choice=yes.pk, variant="easy_read", label_en="Yes, OK"))
    found = content(north.council)["domains"][0]["questions"][0]["choices"][0]
    assert (found["label"]["en"], found["labels"]["easy_read"]["en"]) == (yes.label_en, "Yes, OK")
    twice = send(client, add, choice=yes.pk, variant="easy_read", label_en="Again")
    assert any("already" in error for error in errors_in(twice)) or "already" in text_of(twice)


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
