"""A translation in its place in the portal, before anybody has approved it: for its translator alone."""

import pytest
from bs4 import BeautifulSoup
from django.core.cache import cache

from leavingwell.content.models import GlossaryTerm
from leavingwell.platform.councils.scope import national_scope, scope
from leavingwell.questionnaires.models import Indicator, Wording
from leavingwell.themes.portal.views import words_preview
from leavingwell.translations.highlighting import highlighted
from leavingwell.translations.models import Area, Kind, Translation, TranslationUnit
from leavingwell.translations.registry import hash_of
from leavingwell.translations.trying import BEGIN, END
from tests.admin.asking import at, form_in
from tests.content.articles import blocks, make_story
from tests.factories import make_offer
from tests.translations.workbench.conftest import address, unit_of, written

ARABIC = "كلمات جديدة للتجربة"
MARKED = "mark.looked-at"


def interface_unit(source, plural=""):
    facts = {"area": Area.PORTAL, "kind": Kind.PLURAL if plural else Kind.PLAIN, "source_hash": hash_of(source, plural)}
    with national_scope("a text for tests"):
        return TranslationUnit.objects.create(key=f"portal:test:{source}", source=source, source_plural=plural, **facts)


def see(client, unit, **given):
    """Presses "See it in its place", and follows."""
    form = form_in(client.get(address(unit)))
    answer = client.post(address(unit), {**form, "do": "see", **given})
    while answer.status_code == 302:
        answer = client.get(answer["Location"].partition("#")[0])
    return answer


def page_of(answer):
    return BeautifulSoup(answer.content, "html.parser")


def marks_in(answer):
    return [mark.text for mark in page_of(answer).select(MARKED)]


@pytest.fixture
def offer(north, texts):
    with scope(north.council):
        return make_offer(north.council, "Free bus", heading_ar="حافلة", summary_en="Go to college.", slug="bus")


def unit_in(household, row, field):
    with scope(household.council):
        return unit_of(row, field)


def test_an_offer_with_words_that_are_not_saved(translator, north, offer):
    unit = unit_in(north, offer, "heading")
    answer = see(translator, unit, text=ARABIC)
    assert answer.status_code == 200
    assert answer.request["PATH_INFO"] == "/offers/bus/"
    assert ARABIC in marks_in(answer)
    assert page_of(answer).html["lang"] == "ar"
    with scope(north.council):
        assert not Translation.objects.filter(unit=unit, text=ARABIC).exists()
    assert ARABIC not in translator.get("/offers/bus/").content.decode()


def test_other_words_that_wait_come_with_it_and_are_not_marked(translator, north, offer):
    written(north, unit_in(north, offer, "summary"), "اذهب إلى الكلية")
    answer = see(translator, unit_in(north, offer, "heading"), text=ARABIC)
    assert "اذهب إلى الكلية" in answer.content.decode()
    assert set(marks_in(answer)) == {ARABIC}


def test_the_page_is_kept_by_nobody_and_tells_nobody_its_address(translator, north, offer):
    answer = see(translator, unit_in(north, offer, "heading"), text=ARABIC)
    assert answer["Cache-Control"] == "private, no-store"
    assert answer["Referrer-Policy"] == "no-referrer"
    assert answer["X-Robots-Tag"] == "noindex"
    assert BEGIN not in answer.content.decode()


def test_words_of_the_interface_are_found_on_the_page_that_has_them(translator):
    answer = see(translator, interface_unit("Hello %(name)s"), text="أهلا %(name)s!")
    assert [mark for mark in marks_in(answer) if mark.startswith("أهلا")]
    answer = see(translator, interface_unit("Hard words explained"), text=ARABIC)
    assert answer.status_code == 200


def test_words_on_no_page_are_shown_as_heading_and_button(translator):
    answer = see(translator, interface_unit("Nowhere at all"), text=ARABIC)
    page = page_of(answer)
    assert page.h1.text == ARABIC
    assert page.select_one(".btn mark").text == ARABIC
    plural = interface_unit("%(number)s nowhere", plural="%(number)s nowheres")
    form = form_in(translator.get(address(plural)))
    sent = {**form, "do": "see", "form": ["%(number)s أ"] * 6}
    answer = translator.post(address(plural), sent, follow=True)
    assert "%(number)s أ" in marks_in(answer)


def test_words_that_would_break_the_page_are_refused(translator):
    unit = interface_unit("Welcome %(name)s")
    answer = translator.post(address(unit), {"do": "see", "text": "أهلا %(nobody)s", "version": "0"})
    assert answer.status_code == 422
    assert "placeholder" in answer.content.decode()
    assert translator.post(address(unit), {"do": "see", "text": " ", "version": "0"}).status_code == 422


def test_a_question_in_its_variant(translator, north):
    with scope(north.council):
        warm = Indicator.objects.get(code="HOME-03")
        row = Wording.objects.create(indicator=warm, text_en="Warm?", variant="easy_read")
    answer = see(translator, unit_in(north, row, "text"), text=ARABIC)
    assert answer.request["PATH_INFO"] == "/preview/questions/HOME-03/"
    assert marks_in(answer) == [ARABIC]


def test_notices_help_lines_and_hard_words(translator, north, texts):
    assert marks_in(see(translator, texts.north, text=ARABIC)) == [ARABIC]
    assert ARABIC in marks_in(see(translator, texts.national, text=ARABIC))
    with national_scope("a text for tests"):
        word = unit_of(GlossaryTerm.objects.get(term_en="personal adviser"), "meaning")
    assert ARABIC in marks_in(see(translator, word, text=ARABIC))


def test_one_text_in_a_body_of_blocks_stands_among_the_english_ones(translator, north, texts):
    with scope(north.council):
        body = blocks(("text", "<p>First part</p>"), ("quote", {"words": "Second part", "who": "Wren"}))
        story = make_story(north.council, "Wren", body_en=body)
        unit = TranslationUnit.objects.get(object_id=str(story.pk), source__contains="First part")
    answer = see(translator, unit, text=f"<p>{ARABIC}</p>")
    assert answer.request["PATH_INFO"] == "/stories/wren/"
    assert marks_in(answer) == [ARABIC]
    assert "Second part" in answer.content.decode()
    assert "First part" not in answer.content.decode()


def key_of(client, unit):
    answer = client.post(address(unit), {**form_in(client.get(address(unit))), "do": "see", "text": ARABIC})
    return answer["Location"].partition("#")[0]


def test_nobody_else_sees_it(translator, reviewer, north, east, offer):
    place = key_of(translator, unit_in(north, offer, "heading"))
    others = [reviewer, at(north.council, None), at(north.council, north.owner), at(east.council, east.translator)]
    for client in others:
        answer = client.get(place)
        assert answer.status_code == 410
        assert ARABIC not in answer.content.decode()
    with scope(north.council):
        north.translator.translator_languages.update(language="so")
    assert translator.get(place).status_code == 410
    asked = at(north.council, north.owner).post(address(unit_in(north, offer, "heading")), {"do": "see"})
    assert asked.status_code in (302, 403)


def test_it_is_over_after_a_while_and_unknown_keys_are_nothing(translator, north, offer):
    place = key_of(translator, unit_in(north, offer, "heading"))
    cache.clear()
    assert translator.get(place).status_code == 410
    for key in ("x", "%00", "x" * 5000, "../"):
        assert translator.get(f"/offers/bus/?words={key}").status_code == 410
    assert translator.get("/preview/words/").status_code == 404
    assert translator.get("/help/?words=").status_code == 200


def test_marks_never_stand_in_attributes_or_titles():
    words = f"{BEGIN}a &amp; b{END}"
    plain = "<title>{0}</title><p title='{0}'>x {1} y</p><textarea>{0}</textarea>"
    mark = '<mark class="looked-at" id=words-looked-at>a &amp; b</mark>'
    assert highlighted(plain.format(words, words)) == plain.format("a &amp; b", mark)
    rich = highlighted(f"<p>{BEGIN}<b>c</b> d{END} e</p>").replace(" id=words-looked-at", "")
    assert rich == '<p><b><mark class="looked-at">c</mark></b><mark class="looked-at"> d</mark> e</p>'


def test_every_sample_page_can_be_drawn(translator, north, monkeypatch):
    """Also those that are drawn only for words which no page before them has."""
    drawn = []
    monkeypatch.setattr(words_preview, "holds", lambda html: drawn.append(html))
    see(translator, interface_unit("Nowhere either"), text=ARABIC)
    assert len(drawn) > 12
    assert all("</html>" in html for html in drawn)
    assert "Translator of" not in "".join(drawn[2:])  # nobody's name, and no menu of theirs
