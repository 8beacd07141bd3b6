"""What nobody should send, and what slips: a message beside the field with what was typed kept, and never a crash."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from leavingwell.content.models import Notice
from leavingwell.themes.models import Theme
from tests.admin.asking import at, errors_in, form_in, send, text_of
from tests.admin.conftest import picture

AJAX = {"HTTP_X_REQUESTED_WITH": "XMLHttpRequest"}


@pytest.fixture
def client(here):
    return at(here.council, here.household.editor)


def theme_of(here):
    return reverse(Theme.snippet_viewset.get_url_name("edit"), args=[here.rows[Theme].pk])


@pytest.mark.parametrize(
    "changes",
    [
        {"title_en": ""},
        {"title_en": "x" * 5000},
        {"title_en": "a\0b"},
        {"title_en": "Tea", "starts_at": "31/02/2026"},
        {"title_en": "Tea", "starts_at": "2026-05-05 10:00", "ends_at": "2026-05-01 10:00"},
    ],
)
def test_a_notice_that_cannot_be(client, here, changes):
    answer = send(client, reverse(Notice.snippet_viewset.get_url_name("add")), **changes)
    assert errors_in(answer)
    kept = form_in(answer)
    assert {name: kept[name] for name in changes} == changes


@pytest.mark.parametrize("body", ['{"x":', "[1,2]", '{"blocks":[{"text":5}],"entityMap":3}'])
def test_rich_text_that_no_editor_sends_is_a_bad_request(client, here, body):
    edit = f"/admin/pages/{here.offer.pk}/edit/"
    assert client.post(edit, {**form_in(client.get(edit)), "body_en": body}).status_code == 400


def test_a_colour_that_is_none_is_the_only_thing_wrong(client, here):
    answer = send(client, theme_of(here), colour_brand="#zzzzzz")
    assert errors_in(answer) == ["Give a colour like #1d4f7c."]
    assert form_in(answer)["colour_brand"] == "#zzzzzz"


def test_colours_that_people_could_not_read_are_named_with_one_that_passes(client, here):
    answer = send(client, theme_of(here), colour_ink="#fffdf0")
    assert any("Too close to" in error and re.search("nearest that passes is #", error) for error in errors_in(answer))
    assert form_in(answer)["colour_ink"] == "#fffdf0"


@pytest.mark.parametrize("number", ["abc", "999999", "9" * 30])
def test_a_logo_that_is_not_there(client, here, number):
    answer = send(client, theme_of(here), logo=number)
    assert answer.status_code == 200
    assert errors_in(answer)


def test_a_logo_needs_words_for_those_who_cannot_see_it(client, here):
    answer = send(client, theme_of(here), logo_alternative_text="")
    assert any("cannot see it" in error for error in errors_in(answer))
    assert str(form_in(answer)["logo"]) == str(here.image.pk)


@pytest.mark.parametrize(
    ("kind", "name", "data"),
    [
        ("images", "fake.png", b"not a picture"),
        ("images", "script.svg", b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"),
        ("images", "script.png", b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"),
        ("images", "empty.png", b""),
        ("images", "big.png", picture("big").read() + bytes(11 * 1024 * 1024)),
        ("documents", "program.exe", b"MZ"),
        ("documents", "page.html", b"<script>alert(1)</script>"),
        ("documents", "fake.pdf", b"not a paper"),
        ("documents", "fake.docx", b"%PDF-1.7"),
        ("documents", "binary.txt", b"a\0b"),
        ("documents", "big.pdf", b"%PDF-" + bytes(21 * 1024 * 1024)),
    ],
)
def test_a_file_that_is_not_what_it_should_be(client, here, kind, name, data):
    posted = {"files[]": SimpleUploadedFile(name, data), "title": "New"}
    told = client.post(f"/admin/{kind}/multiple/add/", posted, **AJAX).json()
    assert told["success"] is False
    assert told["error_message"]
    assert "“”" not in told["error_message"]


def test_a_file_that_is_what_it_says_is_taken(client, here):
    posted = {"files[]": SimpleUploadedFile("right.pdf", b"%PDF-1.7"), "title": "Right"}
    assert client.post("/admin/documents/multiple/add/", posted, **AJAX).json()["success"] is True


def test_an_address_to_link_to_is_kept_as_typed_whoevers_page_it_is(client, here, elsewhere):
    typed = f"http://{elsewhere.council.host}/"
    posted = {"external-link-chooser-url": typed, "external-link-chooser-link_text": "There"}
    chosen = client.post("/admin/choose-external-link/", posted).json()["result"]
    assert chosen == {"url": typed, "title": "There", "prefer_this_title_as_link_text": True}
    assert client.post("/admin/choose-external-link/", {}).status_code == 400


def test_a_questionnaire_that_no_name_can_be(client, here):
    assert client.post("/admin/publish-questions/", {"questionnaire": "\0"}).status_code == 404


def test_no_button_leads_to_what_is_closed(client, here):
    page = text_of(client.get("/admin/images/"))
    assert "/admin/bulk/wagtailimages/image/delete/" in page
    assert "add_tags" not in page
    assert "add_to_collection" not in page
