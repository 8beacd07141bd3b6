"""How easy a text is to read: measured, shown under the field, and again while it is typed."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from leavingwell.platform.councils.scope import national_scope
from leavingwell.questionnaires.models import Wording
from leavingwell.translations.readability import readability
from tests.admin.asking import at, send, was_saved

EASE = "/admin/questionnaire/reading-ease/"
HARD = "Notwithstanding accommodation considerations, is independent residential stability achievable?"


@pytest.fixture
def client(north):
    return at(north.council, north.questionnaire_editor)


def form_address():
    with national_scope("look for a test"):
        wording = Wording.objects.get(council=None, indicator__code="HOME-03", variant="standard")
    return reverse("wagtailsnippets_questionnaires_wording:reword", args=[wording.pk])


def typed(client, text, language="en"):
    return client.post(EASE, {"text": text, "language": language})


def test_words_longest_sentence_and_age_of_english():
    found = readability("Is your home warm? You can tell us. It helps us to help you.")
    assert (found.words, found.longest_sentence) == (14, 6)
    assert found.reading_age <= 7
    assert not found.is_hard
    assert readability(HARD).is_hard
    assert readability(HARD).reading_age > 14


@pytest.mark.parametrize("text", ["", "   ", "?!", "…"])
def test_a_text_without_words_has_no_age(text):
    assert (readability(text).words, readability(text).reading_age) == (0, None)


def test_other_languages_have_words_but_no_age():
    found = readability("هل بيتك دافئ؟ نعم.", "ar")
    assert (found.words, found.longest_sentence, found.reading_age) == (4, 3, None)


def test_it_stands_under_each_field_when_the_form_opens(client):
    page = BeautifulSoup(client.get(form_address()).content, "html.parser")
    english = page.select_one('[data-field="id_text_en"]')
    assert "5 words" in english.get_text()
    assert "Reading age" in english.get_text()
    assert english["aria-live"] == "polite"
    assert "Reading age" not in page.select_one('[data-field="id_text_ar"]').get_text()


def test_it_is_told_again_while_typing_and_nothing_is_kept(client):
    answer = typed(client, HARD)
    assert "hard to read" in answer.content.decode()
    assert "Aim for 9" in answer.content.decode()
    with national_scope("look for a test"):
        assert not Wording.objects.filter(text_en=HARD).exists()


def test_hard_words_are_saved_all_the_same(client):
    assert was_saved(send(client, form_address(), text_en=HARD))


def test_markup_in_a_text_is_never_answered(client):
    assert "<script" not in typed(client, "<script>alert(1)</script>").content.decode()


@pytest.mark.parametrize(
    ("text", "language", "status"),
    [("x" * 2001, "en", 413), ("Warm?", "tlh", 400), ("Warm?", "", 400), ("\0", "en", 200), ("", "en", 200)],
)
def test_bad_input_gets_an_answer(client, text, language, status):
    assert typed(client, text, language).status_code == status


def test_only_those_who_write_may_ask(north, east):
    for person in (north.worker, north.owner, east.questionnaire_editor, None):
        assert typed(at(north.council, person), "Warm?").status_code in (302, 403)
    assert typed(at(north.council, north.translator), "Warm?").status_code == 200


def test_it_needs_a_post_and_the_pages_own_token(client):
    assert client.get(EASE).status_code == 405
    client.handler.enforce_csrf_checks = True
    assert typed(client, "Warm?").status_code == 403
