"""Who translates and reviews what, and how far everybody is."""

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext

from leavingwell.content.models import Notice
from leavingwell.platform.councils.scope import scope
from leavingwell.translations.models import TranslatorLanguage
from leavingwell.translations.services.reviewing import approve
from tests.admin.asking import at, text_of
from tests.translations.workbench.conftest import OWN_WORDS, address, written

TRANSLATORS = "/admin/translate/translators/"
GOOD = "مستشارك الشخصي هنا يوم %(day)s"


def test_an_administrator_gives_languages(north, texts):
    admin = at(north.council, north.admin)
    assert north.translator.name.lower() in text_of(admin.get(TRANSLATORS))
    here = f"{TRANSLATORS}{north.translator.pk}/"
    assert admin.post(here, {"translates": ["ar"], "reviews": ["ar"]}).status_code == 302
    with scope(north.council):
        row = TranslatorLanguage.objects.get(person=north.translator)
    assert (row.language, row.may_translate, row.may_review) == ("ar", True, True)
    assert admin.post(here, {"translates": ["xx"]}).status_code == 422
    assert admin.post(here, {"reviews": ["en"]}).status_code == 422
    with scope(north.council):
        assert TranslatorLanguage.objects.get(person=north.translator).pk == row.pk


@pytest.mark.parametrize("role", ["translator", "editor", "questionnaire_editor", "worker"])
def test_nobody_else_gives_languages(north, texts, role):
    client = at(north.council, north.people[role])
    for answer in (client.get(TRANSLATORS), client.post(f"{TRANSLATORS}{north.translator.pk}/", {"reviews": ["ar"]})):
        assert answer.status_code == 403 or answer["Location"] == "/admin/"
    with scope(north.council):
        assert not TranslatorLanguage.objects.filter(may_review=True).exists()


def test_another_councils_translators_are_unknown(north, east, texts):
    admin = at(north.council, north.admin)
    assert admin.get(f"{TRANSLATORS}{east.translator.pk}/").status_code == 404
    assert admin.post(f"{TRANSLATORS}{east.translator.pk}/", {"reviews": ["ar"]}).status_code == 404
    assert admin.get(f"{TRANSLATORS}{north.editor.pk}/").status_code == 404  # no translator


def test_a_translator_who_reviews_has_a_queue_without_their_own(north, texts, translator):
    written(north, texts.north, GOOD)
    assert translator.get("/admin/translate/review/")["Location"] == "/admin/"
    at(north.council, north.admin).post(f"{TRANSLATORS}{north.translator.pk}/", {"reviews": ["ar"]})
    assert "nothing waits for you" in text_of(translator.get("/admin/translate/review/"))
    with scope(north.council):
        TranslatorLanguage.objects.all().delete()
    written(north, texts.north, GOOD + ".", by=north.editor)
    at(north.council, north.admin).post(f"{TRANSLATORS}{north.translator.pk}/", {"reviews": ["ar"]})
    assert OWN_WORDS.lower() in text_of(translator.get("/admin/translate/review/"))


def numbers_of(client):
    page = BeautifulSoup(client.get("/admin/translate/progress/?language=ar&area=notices").content, "html.parser")
    row = next(one for one in page.select(".bench-progress tr") if "Notices" in one.text)
    return [cell.text.strip() for cell in row.select("td")], page.select_one(".bench-today")


def test_progress_says_what_is_left_and_what_is_read_in_english(north, texts, reviewer):
    (seen, percent, waiting, left, in_english, _words), today = numbers_of(reviewer)
    assert (seen, percent, waiting, left, in_english) == ("0 %", "0 %", "0", "2", "2")
    assert OWN_WORDS in today.text
    row = written(north, texts.north, GOOD)
    with scope(north.council):
        approve(row, by=north.editor)
    (seen, percent, waiting, left, in_english, _words), today = numbers_of(reviewer)
    assert (seen, percent, waiting, left, in_english) == ("50 %", "50 %", "0", "1", "1")
    assert OWN_WORDS not in today.text


@pytest.mark.parametrize("place", ["review/", "progress/", "words/", "suggestions/", "translators/"])
def test_screens_cost_the_same_with_two_and_with_ten(north, texts, place):
    client = at(north.council, north.admin)

    def queries(numbers):
        with scope(north.council):
            for number in numbers:
                Notice.objects.create(title_en=f"Notice {number}", title_ar=f"إعلان {number}")
        client.get(f"/admin/translate/{place}")
        with CaptureQueriesContext(connection) as caught:
            assert client.get(f"/admin/translate/{place}").status_code == 200
        return len(caught)

    assert queries(range(2)) == queries(range(2, 10))


def test_signed_out_visitors_are_asked_to_sign_in(north, texts):
    visitor = at(north.council, None)
    for place in ("", "review/", "progress/", "words/", "translators/", "suggestions/"):
        assert "/login/" in visitor.get(f"/admin/translate/{place}")["Location"]
    assert "/login/" in visitor.post(address(texts.north), {"do": "save"})["Location"]


def shows_the_workbench(client):
    page = BeautifulSoup(client.get("/admin/").content, "html.parser")
    tile = page.select('.admin-tasks a[href="/admin/translate/"]')
    return bool(tile), "/admin/translate/" in str(page.select_one("#wagtail-sidebar-props"))


@pytest.mark.parametrize("role", ["admin", "editor", "questionnaire_editor", "translator"])
def test_the_way_in_is_shown_to_whom_the_screens_open(north, texts, role):
    client = at(north.council, north.people[role])
    assert shows_the_workbench(client) == (True, True)
    assert client.get("/admin/translate/").status_code == 200


@pytest.mark.parametrize("role", ["worker", "manager"])
def test_the_way_in_is_not_shown_to_others(north, texts, role):
    client = at(north.council, north.people[role])
    assert client.get("/admin/translate/").status_code != 200
    assert shows_the_workbench(client) == (False, False)
