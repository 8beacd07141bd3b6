"""Stories, news, events, places and answers through the API: typed blocks, what is over, what is another council's."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from leavingwell.content.models import Area
from leavingwell.platform.councils.scope import scope
from tests.api import ask
from tests.content.articles import (
    blocks,
    body_with,
    make_answers,
    make_event,
    make_news,
    make_place,
    make_story,
)
from tests.content.pictures import make_document, make_image

BODY = """body { __typename
  ... on TextBlock { html { value language isFallback } }
  ... on PictureBlock { picture { alternativeText { value } sizes { url width height } } caption { value } }
  ... on QuoteBlock { words { value } who }
  ... on CalloutBlock { title { value } words { value } }
  ... on QuestionBlock { question { value } answer { value } }
  ... on LinkBlock { title { value } url }
  ... on DocumentBlock { title { value } url fileType bytes }
  ... on ContactBlock { contact { name phone outOfHours hours { days opensAt closesAt } } }
}"""
STORIES = "{ stories(first: 20) { edges { node { slug title { value } picture { sizes { width } } " + BODY + "} } } }"


@pytest.fixture(scope="module")
def _written(_households):
    north, east = _households
    with scope(north.council):
        image, document = make_image(north.council), make_document(north.council)
        body = body_with(image, document)
        arabic = blocks(("text", "<p>مرحبا</p>"))
        make_story(north.council, "Wren", told_by="Wren", picture=image, picture_text_en="A garden", body_en=body)
        make_story(north.council, "Sparrow", body_en=body, body_ar=arabic)
        make_event(north.council, "Later", days=9)
        make_event(north.council, "Sooner", days=2, area=Area.objects.create(code="coast", name_en="The coast"))
        make_event(north.council, "Over", days=-2)
        make_event(north.council, "Earlier today", days=0, starts_at=timezone.localtime().replace(hour=0, minute=1))
        make_place(north.council, "Lantern")
        make_news(north.council, "Draft", live=False)
        make_answers(north.council, "Rent", body_en=body)
    with scope(east.council):
        make_story(east.council, "Eastern")


@pytest.fixture
def council(_written, north):
    return north.council


def titles(council, asked, name):
    return [edge["node"]["title"]["value"] for edge in ask(None, council, asked)["data"][name]["edges"]]


def test_each_block_has_its_type_and_its_words(council):
    found = ask(None, council, '{ story(slug: "wren") { toldBy ' + BODY + "} }")["data"]["story"]
    text, picture, quote, callout, question, link, document, contact = found["body"]
    assert text == {
        "__typename": "TextBlock",
        "html": {"value": "<h3>Hello</h3><p>A grant is yours.</p>", "language": "en", "isFallback": False},
    }
    assert picture["picture"]["alternativeText"] == {"value": "A garden"}
    assert [size["width"] for size in picture["picture"]["sizes"]] == [480, 960]
    assert picture["picture"]["sizes"][0]["url"].startswith("http://northmoor.test/media/")
    assert (quote["words"]["value"], quote["who"], callout["words"]["value"]) == ("It went well", "Wren", "Ask twice.")
    assert (question["answer"]["value"], link["url"]) == ("<p>Because.</p>", "https://example.org/")
    assert (document["fileType"], document["bytes"]) == ("txt", 5)
    assert "/files/" in document["url"]
    days = ["MONDAY", "TUESDAY", "WEDNESDAY", "FRIDAY"]
    hours = {"days": days, "opensAt": "09:00:00", "closesAt": "17:30:00"}
    assert contact["contact"] == {"name": "Bramble", "phone": "01632 960 126", "outOfHours": False, "hours": [hours]}


def test_a_body_comes_in_the_readers_language_or_honestly_in_another(council):
    asked = '{ story(slug: "%s", language: "ar") { ' + BODY + " } }"
    own = ask(None, council, asked % "sparrow")["data"]["story"]["body"]
    assert own == [
        {"__typename": "TextBlock", "html": {"value": "<p>مرحبا</p>", "language": "ar", "isFallback": False}}
    ]
    other = ask(None, council, asked % "wren")["data"]["story"]["body"][0]["html"]
    assert (other["language"], other["isFallback"]) == ("en", True)


def test_what_comes_next_is_first_and_what_is_over_is_gone(council):
    asked = "{ events%s { edges { node { title { value } area { code } } } } }"
    assert titles(council, asked % "", "events") == ["Earlier today", "Sooner", "Later"]
    assert titles(council, asked % "(past: true)", "events") == ["Over"]
    assert titles(council, asked % '(area: "hills")', "events") == ["Earlier today", "Later"]
    assert ask(None, council, '{ event(slug: "over") { slug } }')["data"]["event"] == {"slug": "over"}


def test_drafts_and_another_councils_pages_are_not_there(council, east):
    assert titles(council, STORIES, "stories") != []
    assert "Eastern" not in titles(council, STORIES, "stories")
    for asked in ('{ story(slug: "eastern") { slug } }', '{ newsItem(slug: "draft") { slug } }'):
        assert list(ask(None, council, asked)["data"].values()) == [None]
    assert titles(east.council, STORIES, "stories") == ["Eastern"]
    assert ask(None, council, "{ news { totalCount } }")["data"]["news"]["totalCount"] == 0


def test_pictures_and_documents_of_a_list_are_as_many_queries_for_ten_as_for_two(council):
    def counted():
        assert "errors" not in ask(None, council, STORIES)
        with CaptureQueriesContext(connection) as queries:
            ask(None, council, STORIES)
        return len(queries)

    before = counted()
    with scope(council):
        for _number in range(4):
            make_story(council, body_en=body_with(make_image(council), make_document(council)))
    assert counted() == before


def test_a_picture_whose_file_or_row_is_gone_is_left_out(council):
    with scope(council):
        image, lost = make_image(council, "gone"), make_image(council, "lost")
        lost.file.storage.delete(lost.file.name)
        picture = {"alternative_text": "x", "decoration": False, "caption": ""}
        body = blocks(("picture", {"image": image.pk, **picture}), ("picture", {"image": lost.pk, **picture}))
        make_story(council, "Bare", body_en=body, picture=image, picture_text_en="x")
        image.delete()
    found = ask(None, council, '{ story(slug: "bare") { picture { sizes { url } } ' + BODY + "} }")
    assert found["data"]["story"] == {"picture": None, "body": []}
