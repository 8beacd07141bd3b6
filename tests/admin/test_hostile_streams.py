"""Blocks with another council's picture, document or page put in. Each has its control: one's own succeeds."""

import json

import pytest
from wagtail.models import Page

from leavingwell.content.models import StoryPage
from tests.admin.asking import at, send, text_of, was_saved
from tests.admin.test_hostile_pages import link_to

TOKEN = "eastmarsh"
ELSEWHERE = "not your council"


@pytest.fixture
def client(here):
    return at(here.council, here.household.editor)


def one_block(field, kind, **values):
    """What the page's form sends for a field with one block."""
    sent = {"deleted": "", "order": "0", "type": kind, "id": ""}
    parts = {f"value-{name}" if name else "value": value for name, value in values.items()}
    return {f"{field}-count": "1", **{f"{field}-0-{name}": value for name, value in {**sent, **parts}.items()}}


def kept(page, field):
    revision = Page.objects.get(pk=page.pk).get_latest_revision()
    return revision.content[field] if revision else "[]"


def test_a_document_in_a_block(client, here, elsewhere):
    edit = f"/admin/pages/{here.offer.pk}/edit/"
    theirs = one_block("resources", "document", title="A form", document=str(elsewhere.document.pk))
    refused = send(client, edit, **theirs)
    assert ELSEWHERE in text_of(refused)
    assert "a form" in text_of(refused)  # what was typed is kept
    assert TOKEN not in text_of(refused)
    assert "A form" not in kept(here.offer, "resources")
    mine = one_block("resources", "document", title="A form", document=str(here.document.pk))
    assert was_saved(send(client, edit, **mine))
    assert json.loads(kept(here.offer, "resources"))[0]["value"]["document"] == here.document.pk


@pytest.mark.parametrize("words", ["What it shows", ""])
def test_a_picture_in_a_block_also_of_one_that_is_wrong_besides(client, here, elsewhere, words):
    add = f"/admin/pages/add/content/storypage/{here.home.pk}/"
    page = {"title": "Story", "slug": "story", "heading_en": "Story"}
    theirs = one_block("body_en", "picture", image=str(elsewhere.image.pk), alternative_text=words, caption="Seen")
    refused = send(client, add, **page, **theirs)
    assert TOKEN not in text_of(refused)
    assert not words or ELSEWHERE in text_of(refused)  # one thing at a time
    assert not StoryPage._base_manager.filter(slug="story").exists()
    mine = one_block("body_en", "picture", image=str(here.image.pk), alternative_text="A square", caption="Seen")
    assert was_saved(send(client, add, **page, **mine))


def test_a_link_in_the_rich_text_of_a_block(client, here, elsewhere):
    add = f"/admin/pages/add/content/storypage/{here.home.pk}/"
    page = {"title": "Story", "slug": "story", "heading_en": "Story"}
    refused = send(client, add, **page, **one_block("body_en", "text", **{"": link_to(elsewhere.offer)}))
    assert TOKEN not in text_of(refused)
    assert ELSEWHERE in text_of(refused)
    assert was_saved(send(client, add, **page, **one_block("body_en", "text", **{"": link_to(here.offer)})))


def test_the_preview_of_a_form_shows_no_other_councils_rows(client, here, elsewhere):
    edit = f"/admin/pages/{here.offer.pk}/edit/"
    theirs = one_block("resources", "document", title="A form", document=str(elsewhere.document.pk))
    preview = f"{edit}preview/"
    answer = send(client, edit, **theirs)
    assert answer.status_code == 200
    posted = client.post(preview, {"title": "Offer", "slug": "offer", **theirs})
    assert TOKEN not in text_of(posted)
    assert TOKEN not in text_of(client.get(preview, {"mode": ""}))
