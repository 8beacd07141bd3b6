"""Rich text in the editor of the forms; its tags where no script runs. The same gate stands before both."""

import json

import pytest
from bs4 import BeautifulSoup

from leavingwell.content.models import StandardPage
from leavingwell.content.services.opening import home_page
from leavingwell.platform.councils.scope import scope
from leavingwell.translations.models import Kind, Status, Translation, TranslationUnit
from tests.admin.asking import form_in
from tests.translations.workbench.conftest import address

ENGLISH = '<p data-block-key="aa11">Ring <b>us</b> today.</p>'
ARABIC = "<p>اتصل <b>بنا</b> اليوم.</p>"


@pytest.fixture
def rich_unit(north, texts):
    with scope(north.council):
        page = StandardPage(title="Ring", slug="ring", heading_en="Ring", body_en=ENGLISH)
        home_page(north.council).add_child(instance=page)
        return TranslationUnit.objects.get(object_id=str(page.pk), kind=Kind.RICH)


def page_of(answer):
    return BeautifulSoup(answer.content, "html.parser")


def state_in(answer):
    """What the editor is given to show."""
    template = page_of(answer).select_one("template[data-rich]")
    return json.loads(BeautifulSoup(template.decode_contents(), "html.parser").input["value"])


def with_words(state, words):
    return json.dumps({**state, "blocks": [{**state["blocks"][0], "text": words, "inlineStyleRanges": []}]})


def saved(north, unit):
    with scope(north.council):
        return Translation.objects.get(unit=unit, language="ar")


def sent(client, unit, **changes):
    form = form_in(client.get(address(unit)))
    if "rich" in changes:
        form.pop("text")
    return client.post(address(unit), {**form, **changes})


def test_what_the_editor_writes_is_kept_like_tags(translator, north, rich_unit):
    sent(translator, rich_unit, text=ARABIC, do="save")
    by_hand = saved(north, rich_unit).text
    state = state_in(translator.get(address(rich_unit)))
    assert state["blocks"][0]["text"] == "اتصل بنا اليوم."
    assert state["blocks"][0]["inlineStyleRanges"] == [{"offset": 5, "length": 3, "style": "BOLD"}]
    assert sent(translator, rich_unit, rich=json.dumps(state), do="save").status_code == 302
    row = saved(north, rich_unit)
    assert (row.text, row.version) == (by_hand, 1)  # nothing has changed
    assert "aa11" in by_hand
    sent(translator, rich_unit, rich=with_words(state, "اتصل"), do="draft")
    row = saved(north, rich_unit)
    assert (row.text, row.status) == ('<p data-block-key="aa11">اتصل</p>', Status.DRAFT)


def test_the_editor_speaks_the_language_and_names_itself(translator, rich_unit):
    page = page_of(translator.get(address(rich_unit)))
    template = BeautifulSoup(page.select_one("template[data-rich]").decode_contents(), "html.parser")
    assert (template.div["lang"], template.div["dir"]) == ("ar", "rtl")
    assert json.loads(template.input["data-w-init-detail-value"])["ariaLabelledBy"] == "bench-target"
    assert "IMAGE" not in template.input["data-w-init-detail-value"]
    assert page.select_one("textarea[name=text]") is not None
    assert page.select_one("script[src*='draftail.js']") is not None


def test_the_english_can_be_copied(translator, rich_unit):
    page = page_of(sent(translator, rich_unit, use="english"))
    assert page.select_one("textarea[name=text]").text.strip() == "<p>Ring <b>us</b> today.</p>"


def test_broken_tags_are_mended_as_tags(translator, rich_unit):
    answer = sent(translator, rich_unit, text="<p>a</b>", do="save")
    assert answer.status_code == 422
    page = page_of(answer)
    assert page.select_one("textarea[name=text]").text.strip() == "<p>a</b>"
    assert page.select_one("template[data-rich]") is None


@pytest.mark.parametrize("nonsense", ["", "x", "[]", "{}", '{"blocks": 3}', "null"])
def test_what_no_editor_sends_is_refused(translator, rich_unit, nonsense):
    answer = sent(translator, rich_unit, rich=nonsense, do="save")
    assert answer.status_code in (400, 422)
    assert sent(translator, rich_unit, rich=nonsense, do="check").status_code in (200, 400)


def test_a_script_in_it_does_not_come_through(translator, north, rich_unit):
    sent(translator, rich_unit, text=ARABIC, do="save")
    state = state_in(translator.get(address(rich_unit)))
    entity = {"0": {"type": "LINK", "mutability": "MUTABLE", "data": {"url": "javascript:alert(1)"}}}
    block = {**state["blocks"][0], "entityRanges": [{"offset": 0, "length": 3, "key": 0}]}
    sent(translator, rich_unit, rich=json.dumps({"blocks": [block], "entityMap": entity}), do="save")
    page = page_of(translator.get(address(rich_unit)))
    assert not [link for link in page.select(".bench-rich a") if "javascript" in link.get("href", "")]
