"""Words in the questionnaire editor: the council's, the nation's, and how they differ."""

import pytest
from django.urls import reverse

from leavingwell.platform.councils.scope import national_scope, scope
from leavingwell.questionnaires.kinds import AnswerType
from leavingwell.questionnaires.models import (
    ChoiceLabel,
    Wording,
)
from leavingwell.questionnaires.own_question import OwnQuestion
from leavingwell.questionnaires.services.own_questions import add_question
from tests.admin.asking import errors_in, form_in, send, text_of, was_saved
from tests.questionnaires.editor import CORE, EDITOR, content, national_wording, press, reword, row, words


def test_the_screen_shows_national_and_own_words_side_by_side(client):
    reword(client, text_en="Is there a bed for you?", text_ar="")
    sides = row(client, CORE).select(".editor-side")
    assert "Do you have a safe place to sleep" in words(sides[0])
    assert "Also in Arabic" in words(sides[0])
    assert "Is there a bed for you?" in words(sides[1])
    assert "In English only" in words(sides[1])
    assert "Core" in words(row(client, CORE).select_one(".editor-badges"))


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
