"""One text in one language: writing, checking, approving, sending back."""

from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext

from leavingwell.content.models import Notice
from leavingwell.platform.councils.scope import scope
from leavingwell.translations.models import Origin, Status, Translation, TranslationChange
from leavingwell.translations.services.collecting import collect_instance
from tests.admin.asking import at, form_in, text_of
from tests.translations.workbench.conftest import address, written

GOOD = "مستشارك الشخصي هنا يوم %(day)s"


def row_of(household, unit):
    with scope(household.council):
        return Translation.objects.filter(unit=unit, language="ar", council=household.council).first()


def page_of(answer):
    return BeautifulSoup(answer.content, "html.parser")


def sent(client, unit, **changes):
    """Opens the text and presses a button, as a browser would."""
    page = client.get(address(unit))
    assert page.status_code == 200
    return client.post(address(unit), {**form_in(page), **changes})


def test_both_sides_say_their_language_and_direction(translator, texts):
    page = page_of(translator.get(address(texts.north)))
    assert page.select_one(".bench-source")["lang"] == "en"
    field = page.select_one("textarea[name=text]")
    assert (field["lang"], field["dir"]) == ("ar", "rtl")
    assert page.select_one(".bench-place").text == "%(day)s"
    assert page.select_one(".bench-term").text == "personal adviser"
    assert page.select_one(".bench-say").text == "المستشار الشخصي"


def test_saving_and_going_on(translator, north, texts):
    answer = sent(translator, texts.north, text=GOOD, do="save")
    assert answer["Location"].startswith(address(texts.north))
    row = row_of(north, texts.north)
    assert (row.text, row.status, row.made_by_id) == (GOOD, Status.TRANSLATED, north.translator.pk)
    following = sent(translator, texts.north, text=GOOD + ".", do="save-next")["Location"]
    assert following.startswith("/admin/translate/text/")
    assert str(texts.north.pk) not in following


def test_a_draft_waits_for_nobody(translator, reviewer, north, texts):
    sent(translator, texts.north, text="مستشارك", do="draft")
    assert row_of(north, texts.north).status == Status.DRAFT
    assert "bench-approve" not in text_of(reviewer.get(address(texts.north)))


def test_the_reviewer_approves_and_young_people_read_it(translator, reviewer, north, texts):
    sent(translator, texts.north, text=GOOD, do="save")
    assert GOOD in reviewer.get("/admin/translate/review/").content.decode()
    assert sent(reviewer, texts.north, do="approve").status_code == 302
    row = row_of(north, texts.north)
    assert (row.status, row.reviewed_by_id, row.applied_text) == (Status.REVIEWED, north.editor.pk, GOOD)


def test_nobody_approves_their_own(reviewer, north, texts):
    sent(reviewer, texts.north, text=GOOD, do="save")
    answer = sent(reviewer, texts.north, do="approve")
    assert answer.status_code == 422
    assert row_of(north, texts.north).status == Status.TRANSLATED


def test_what_is_sent_back_says_why(translator, reviewer, north, texts):
    sent(translator, texts.north, text=GOOD, do="save")
    assert sent(reviewer, texts.north, do="reject", comment="").status_code == 422
    assert sent(reviewer, texts.north, do="reject", comment="Too formal").status_code == 302
    assert "too formal" in text_of(translator.get(address(texts.north)))
    assert row_of(north, texts.north).status == Status.REJECTED


def test_a_lost_placeholder_is_told_and_not_approved(translator, reviewer, north, texts):
    answer = sent(translator, texts.north, text="مستشارك الشخصي هنا", do="check")
    assert "%(day)s" in page_of(answer).select_one(".bench-finding--error").text
    assert "مستشارك الشخصي هنا" in answer.content.decode()
    assert row_of(north, texts.north) is None
    sent(translator, texts.north, text="مستشارك الشخصي هنا", do="save")
    assert sent(reviewer, texts.north, do="approve").status_code == 422


def test_checks_while_typing_save_nothing(translator, north, texts):
    answer = translator.post(f"{address(texts.north)}check/", {"text": "123"})
    assert "%(day)s" in answer.content.decode()
    assert "المستشار الشخصي" in answer.content.decode()
    assert row_of(north, texts.north) is None


def test_two_translators_see_both_texts(translator, reviewer, north, texts):
    opened = form_in(translator.get(address(texts.north)))
    sent(reviewer, texts.north, text="نص الآخر %(day)s", do="save")
    answer = translator.post(address(texts.north), {**opened, "text": GOOD, "do": "save-next"})
    assert answer.status_code == 409
    assert "نص الآخر %(day)s" in answer.content.decode()
    assert GOOD in answer.content.decode()
    assert row_of(north, texts.north).text == "نص الآخر %(day)s"
    assert translator.post(address(texts.north), {**form_in(answer), "do": "save"}).status_code == 302
    assert row_of(north, texts.north).text == GOOD
    with scope(north.council):
        kept = set(TranslationChange.objects.filter(unit=texts.north).values_list("text", flat=True))
    assert {GOOD, "نص الآخر %(day)s"} <= kept


def test_what_changed_in_the_english_is_shown(translator, north, texts):
    written(north, texts.north, GOOD)
    with scope(north.council):
        notice = Notice.objects.get(pk=texts.north.object_id)
        notice.title_en = "Your personal adviser is away on %(day)s"
        notice.save()
        collect_instance(notice)
    changed = page_of(translator.get(address(texts.north))).select_one(".bench-changed")
    assert (changed.find("del").text, changed.find("ins").text) == ("here", "away")


def test_exact_and_close_suggestions(translator, north, texts):
    with scope(north.council):
        same, near = (
            Notice.objects.create(title_en=words, title_ar=text)
            for words, text in (
                ("Your personal adviser is here on %(day)s", "نفس الكلمات"),
                ("Your personal adviser is here on Monday %(day)s", "كلمات قريبة"),
            )
        )
        assert same.pk != near.pk
    page = page_of(translator.get(address(texts.north)))
    heads = [one.text for one in page.select(".bench-match-head")]
    assert "The same words" in heads[0]
    assert "% alike" in heads[1]
    use = page.select_one("button[name=use]")["value"]
    answer = sent(translator, texts.north, text="ما كتبت", use=use)
    field = page_of(answer).select_one("textarea[name=text]")
    assert "نفس الكلمات" in field.text
    assert "ما كتبت" in answer.content.decode()


def test_history_and_origin(translator, north, texts):
    written(north, texts.north, "أول %(day)s", why="First try")
    written(north, texts.north, GOOD, origin=Origin.MEMORY)
    items = page_of(translator.get(address(texts.north))).select(".bench-history li")
    assert len(items) == 2
    assert "First try" in items[1].text


def test_bad_input_is_answered(translator, north, texts):
    here = address(texts.north)
    for given in (
        {"do": "save", "text": "", "version": "0"},
        {"do": "save", "text": "\0", "version": "0"},
        {"do": "save", "text": "x" * 100_001, "version": "0"},
        {"do": "save", "form": ["a", "b"], "version": "0"},
    ):
        assert translator.post(here, given).status_code == 422
    assert translator.post(here, {"do": "save", "text": GOOD, "version": "-1"}).status_code in (302, 409, 422)
    assert translator.post(here, {"do": "nonsense"}).status_code == 404
    assert translator.post(here, {"do": "approve", "version": "0"}).status_code == 404
    assert translator.get(address(texts.north, "xx")).status_code == 404
    assert translator.get(address(texts.north, "en")).status_code == 404


def test_outsiders(north, east, texts):
    here = address(texts.north)
    assert at(north.council, None).get(here).status_code == 302
    assert at(north.council, north.worker).get(here).status_code == 403
    assert at(east.council, east.translator).get(here).status_code == 404
    assert at(east.council, east.translator).post(here, {"do": "save", "text": GOOD}).status_code == 404
    assert at(east.council, north.translator).get(address(texts.east)).status_code in (302, 403, 404)


def test_a_translator_without_the_language_only_reads(north, texts):
    north.council.language_codes = ["en", "ar", "cy"]
    north.council.save()
    client = at(north.council, north.translator)
    page = page_of(client.get(address(texts.north, "cy")))
    assert page.select_one("textarea[name=text]").has_attr("readonly")
    answer = client.post(address(texts.north, "cy"), {"do": "save", "text": "x", "version": "0"})
    assert answer["Location"] == "/admin/"  # Wagtail's way of saying no
    with scope(north.council):
        assert not Translation.objects.filter(unit=texts.north).exists()


def test_the_editor_costs_the_same_however_much_is_like_it(translator, north, texts):
    """Suggestions, the history, the words of the field, and the next text of the list."""

    def queries(numbers):
        for number in numbers:
            written(north, texts.north, f"{GOOD} {number}")
            with scope(north.council):
                Notice.objects.create(
                    title_en=f"Your personal adviser is here on day {number}", title_ar=f"يوم {number}"
                )
        translator.get(address(texts.north))
        with CaptureQueriesContext(connection) as caught:
            assert translator.get(address(texts.north)).status_code == 200
        return [one["sql"] for one in caught.captured_queries]

    few, many = queries(range(2)), queries(range(2, 10))
    assert len(many) == len(few)
    assert 0 < len([one for one in many if '"translations_' in one]) < 16
