"""Rewording, translating and publishing the questions in the admin."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from leavingwell.platform.audit.models import AuditEntry
from leavingwell.platform.councils.scope import national_scope, scope
from leavingwell.questionnaires.models import ChoiceLabel, Domain, Indicator, QuestionnaireVersion, Wording
from tests.admin.asking import at, errors_in, form_in, send, text_of, was_saved
from tests.api import ask

WORDINGS = "/admin/snippets/questionnaires/wording/"
PUBLISH = "/admin/publish-questions/"
QUESTION = """query Q($language: String) { questionnaire(code: "outcomes", language: $language) {
    version domains { questions { code text { value isFallback } choices { code label { value } } } } } }"""


@pytest.fixture
def client(north):
    return at(north.council, north.editor)


def national(model, **key):
    with national_scope("look for a test"):
        return model.objects.get(council=None, **key)


def home_03():
    return national(Wording, indicator__code="HOME-03", variant="standard")


def address(row, what):
    return reverse(type(row).snippet_viewset.get_url_name(what), args=[row.pk])


def own(household, model=Wording, **key):
    with scope(household.council):
        return model.objects.filter(council=household.council, **key).first()


def asked(council, code="HOME-03", language="en"):
    found = ask(None, council, QUESTION, language=language)["data"]["questionnaire"]
    questions = [question for domain in found["domains"] for question in domain["questions"]]
    return next(question for question in questions if question["code"] == code)


def reword(client, **texts):
    return send(client, address(home_03(), "reword"), **texts)


def test_the_list_shows_each_question_once_whose_it_is_and_in_which_languages(client, north):
    before = client.get(WORDINGS).content.decode()
    assert before.count("HOME-03 ") == before.count("HOME-02 ")
    reword(client, text_en="Is it warm at home?", text_ar="")
    page = client.get(WORDINGS).content.decode()
    row = page[page.index("HOME-03 Is it warm at home?") :].split("</tr>")[0]
    assert "Ours" in row
    assert "Arabic" not in row
    assert "Is your home warm enough?" not in page


def test_rewording_opens_with_the_national_words_in_the_councils_languages(client):
    wording = home_03()
    form = form_in(client.get(address(wording, "reword")))
    assert form["text_en"] == wording.text_en
    assert form["text_ar"] == wording.text_ar
    assert "text_pl" not in form
    assert "indicator" not in form


def test_rewording_makes_the_councils_own_row_and_leaves_the_nations(client, north, east):
    wording = home_03()
    assert was_saved(reword(client, text_en="Is it warm at home?", text_ar="هل بيتك دافئ؟"))
    mine = own(north, indicator_id=wording.indicator_id)
    assert (mine.text_en, mine.text_ar) == ("Is it warm at home?", "هل بيتك دافئ؟")
    assert mine.text_pl is None  # a translation of the national question is none of this one
    assert home_03().text_en == wording.text_en
    assert own(east, indicator_id=wording.indicator_id) is None


def test_rewording_twice_leads_to_the_words_that_are_there(client, north):
    reword(client, text_en="Is it warm at home?")
    answer = client.get(address(home_03(), "reword"))
    assert answer["Location"] == address(own(north, indicator__code="HOME-03"), "edit")


def test_a_question_without_english_words_is_refused_and_keeps_what_was_typed(client, north):
    answer = reword(client, text_en="", text_ar="هل بيتك دافئ؟")
    assert errors_in(answer)
    assert form_in(answer)["text_ar"] == "هل بيتك دافئ؟"
    assert own(north, indicator__code="HOME-03") is None


def test_words_that_are_too_long_are_refused_beside_the_field(client):
    answer = reword(client, text_en="x" * 301)
    assert any("300 characters" in error for error in errors_in(answer))


def test_the_nations_words_stand_under_each_field_in_their_language(client):
    page = client.get(address(home_03(), "reword")).content.decode()
    assert f'National: <span lang="ar" dir="rtl">{home_03().text_ar}</span>' in page


def test_a_hidden_language_of_ones_own_words_is_never_blanked(client, north):
    reword(client, text_en="Is it warm at home?")
    mine = own(north, indicator__code="HOME-03")
    with scope(north.council):
        Wording.objects.filter(pk=mine.pk).update(text_pl="Czy w domu jest ciepło?")
    assert was_saved(send(client, address(mine, "edit"), text_en="Is your home warm?"))
    assert own(north, indicator__code="HOME-03").text_pl == "Czy w domu jest ciepło?"


def test_going_back_to_the_national_words_says_what_will_happen_and_does_it(client, north):
    reword(client, text_en="Is it warm at home?")
    mine = own(north, indicator__code="HOME-03")
    page = text_of(client.get(address(mine, "delete")))
    assert "is it warm at home?" in page
    assert "is your home warm enough?" in page
    assert was_saved(client.post(address(mine, "delete")))
    assert own(north, indicator__code="HOME-03") is None


def test_answers_and_areas_of_life_are_reworded_alike(client, north):
    yes = national(ChoiceLabel, answer_type="YN", code="yes", variant="standard")
    home = national(Domain, code="HOME")
    assert was_saved(send(client, address(yes, "reword"), label_en="Yes, sure"))
    assert was_saved(send(client, address(home, "reword"), title_en="Where I live"))
    assert own(north, ChoiceLabel).label_en == "Yes, sure"
    assert own(north, Domain).title_en == "Where I live"
    assert own(north, Domain).order == home.order


def test_easy_read_words_are_added_beside_the_standard_ones(client, north):
    wording = home_03()
    new = {"indicator": wording.indicator_id, "variant": "easy_read", "text_en": "Warm home?"}
    assert was_saved(send(client, f"{WORDINGS}add/", **new))
    assert own(north, variant="easy_read").text_en == "Warm home?"


def test_the_publish_page_tells_what_young_people_will_read(client):
    reword(client, text_en="Is it warm at home?", text_ar="هل بيتك دافئ؟")
    page = client.get(PUBLISH).content.decode()
    assert "One thing will read differently" in page
    assert '<del lang="en" dir="ltr">Is your home warm enough?</del>' in page
    assert '<ins lang="en" dir="ltr">Is it warm at home?</ins>' in page
    assert '<ins lang="ar" dir="rtl">هل بيتك دافئ؟</ins>' in page


def test_nobody_reads_new_words_before_they_are_published_and_one_council_alone_after(client, north, east):
    reword(client, text_en="Is it warm at home?", text_ar="هل بيتك دافئ؟")
    assert asked(north.council)["text"]["value"] == "Is your home warm enough?"
    assert was_saved(client.post(PUBLISH, {"questionnaire": "outcomes"}))
    assert asked(north.council)["text"] == {"value": "Is it warm at home?", "isFallback": False}
    assert asked(north.council, language="ar")["text"]["value"] == "هل بيتك دافئ؟"
    assert asked(north.council, language="pl")["text"] == {"value": "Is it warm at home?", "isFallback": True}
    assert asked(east.council)["text"]["value"] == "Is your home warm enough?"


def test_publishing_says_who_did_it_and_is_on_record(client, north):
    reword(client, text_en="Is it warm at home?")
    client.post(PUBLISH, {"questionnaire": "outcomes"})
    page = text_of(client.get(PUBLISH))
    assert "version 1, published on" in page
    assert north.editor.name.lower() in page
    with scope(north.council):
        assert AuditEntry.objects.get(action="questionnaire.published").actor_id == north.editor.pk


def test_publishing_nothing_new_is_a_message(client):
    reword(client, text_en="Is it warm at home?")
    client.post(PUBLISH, {"questionnaire": "outcomes"})
    answer = client.post(PUBLISH, {"questionnaire": "outcomes"}, follow=True)
    assert "nothing has changed since the last version" in text_of(answer)


def test_a_questionnaire_that_is_not_there_is_not_found(client):
    assert client.post(PUBLISH, {"questionnaire": "no-such"}).status_code == 404


@pytest.mark.parametrize("role", ["translator", "worker"])
def test_who_may_not_publish_does_not(north, role):
    client = at(north.council, north.people[role])
    assert client.get(PUBLISH).status_code in (302, 403)
    assert client.post(PUBLISH, {"questionnaire": "outcomes"}).status_code in (302, 403)
    with scope(north.council):
        assert not QuestionnaireVersion.objects.filter(council=north.council).exists()


def test_publishing_needs_the_forms_own_token(north):
    client = at(north.council, north.editor)
    client.handler.enforce_csrf_checks = True
    assert client.post(PUBLISH, {"questionnaire": "outcomes"}).status_code == 403


def test_the_list_costs_the_same_however_much_is_reworded(client, north):
    def queries():
        with CaptureQueriesContext(connection) as caught:
            assert client.get(WORDINGS).status_code == 200
        return len(caught)

    def reword_some(number):
        with scope(north.council):
            for question in Indicator.objects.filter(code__in=[f"HOME-0{n}" for n in number]):
                Wording.objects.create(indicator=question, text_en="Ours?")

    reword_some((1, 2))
    few = queries()
    reword_some((3, 4, 5, 6, 7, 8))
    assert queries() == few
