"""The local offer in the portal: all that an offer tells, filters, finding nothing, stories, events, places."""

import pytest

from leavingwell.content.models import Area, GlossaryTerm, Notice
from leavingwell.platform.councils.scope import scope
from tests.content.articles import HOURS, blocks, body_with, make_answers, make_event, make_news, make_place, make_story
from tests.content.pictures import make_document, make_image
from tests.factories import make_offer
from tests.portal.pages import client, soup, words

DESK = {"name": "Desk", "phone": "01632 960 100", "out_of_hours": True, "hours": [{"type": "item", "value": HOURS}]}


@pytest.fixture(scope="module")
def _written(_households):
    north, east = _households
    council = north.council
    with scope(council):
        image, document = make_image(council), make_document(council)
        Area.objects.create(code="coast", name_en="The coast")
        GlossaryTerm.objects.create(
            term_en="Grant", meaning_en="Money you <keep>.", term_ar="منحة", meaning_ar="مال لك."
        )
        make_offer(
            *(council, "Home money"),
            slug="home-money",
            summary_en="A grant & more grants.",
            summary_ar="هذه منحة.",
            value=3000,
            body_en="<h3>Grant</h3><p>See <a href='/x'>grant</a>. A grant helps.</p>",
            value_period="year",
            areas=["coast"],
            circumstances=["parent"],
            evidence_en="Your tenancy.",
            alert_en="Shut today.",
            contacts=blocks(("contact", DESK)),
            picture=image,
            picture_text_en="A room",
            resources=blocks(("document", {"title": "The form", "document": document.pk})),
        )
        Notice.objects.create(title_en="We move on Friday")
        make_offer(council, "Gym", slug="gym", heading_en="Swimming")
        body = body_with(image, document)
        make_story(council, "Wren", told_by="Wren", body_en=body)
        make_event(council, "Walk", days=4, place="Bus station", body_en=body)
        make_event(council, "Gone", days=-4)
        make_place(council, "Lantern", step_free=True, body_en=body)
        make_news(council, "Soup", body_en=body)
        make_answers(council, "Rent", body_en=body)
    with scope(east.council):
        make_story(east.council, "Eastern")


@pytest.fixture
def visitor(_written, north):
    return client(None, north.council)


def test_an_offer_tells_all_of_it(visitor):
    page = visitor.get("/offers/home-money/")
    told = words(page)
    for wanted in ("Up to £3,000 a year", "Shut today.", "Your tenancy.", "The coast", "Parents, and people", "Desk"):
        assert wanted in told, wanted
    assert "Monday to Wednesday, Friday 09:00 to 17:30" in told
    picture = soup(page).select_one("img.photo")
    assert (picture["alt"], picture["srcset"].count("/media/")) == ("A room", 2)
    form = soup(page).select_one('a[href*="/files/"]')["href"].removeprefix("http://northmoor.test")
    assert visitor.get(form).status_code == 200
    assert visitor.get(picture["src"].removeprefix("http://northmoor.test")).status_code == 200


def test_hard_words_are_explained_where_they_stand(visitor, north):
    page = soup(visitor.get("/offers/home-money/"))
    lede, prose = page.select_one(".lede"), page.select_one(".prose")
    assert [button.get_text() for button in lede.select("button.hard-word")] == ["grant"]
    assert [button.get_text() for button in prose.select("button.hard-word")] == ["grant"]
    assert not prose.select("a button, h2 button")
    meaning = page.find(id=lede.select_one("button")["popovertarget"])
    assert meaning.has_attr("popover")
    assert "Money you <keep>." in meaning.get_text()
    place = meaning.select_one("a")["href"]
    assert soup(visitor.get(place)).find(id=place.partition("#")[2]).get_text() == "Grant"
    numbers = [button["popovertarget"] for button in page.select("button.hard-word")]
    assert len(numbers) == len(set(numbers))
    visitor.cookies["language"] = "ar"
    arabic = soup(visitor.get("/offers/home-money/")).select_one(".lede button.hard-word")
    assert arabic.get_text() == "منحة"


def test_filters_and_a_search_that_forgives(visitor):
    assert "1 thing you can get" in words(visitor.get("/offers/?search=swiming"))
    assert "1 thing you can get" in words(visitor.get("/offers/?circumstances=in_work&circumstances=IN_WORK"))
    assert "2 things you can get" in words(visitor.get("/offers/?area=coast&category=ELIGIBLE"))
    assert "1 thing you can get" in words(visitor.get("/offers/?area=hills"))
    for query in ("area=%00", "category=king", "circumstances=king", "search=%00", "search=%25", "age=17&age=x"):
        assert visitor.get(f"/offers/?{query}").status_code in (200, 400), query


def test_finding_nothing_helps_on(visitor):
    assert "1 thing you can get" in words(visitor.get("/offers/?search=swiming%20zzzzz"))
    nothing = visitor.get("/offers/?search=sviminn")
    assert "Did you mean" in words(nothing)
    assert soup(nothing).select_one('.empty button[name="search"][value="Swimming"]')
    assert soup(nothing).select_one('.empty a[href="?topic=home"]')
    assert soup(nothing).select_one('.empty a[href="/help/"]')


@pytest.mark.parametrize(
    ("kind", "slug", "told"),
    [
        ("stories", "wren", "Told by Wren"),
        ("news", "soup", "Soup"),
        ("events", "walk", "Bus station"),
        ("places", "lantern", "Step-free"),
        ("answers", "rent", "Why?"),
    ],
)
def test_each_kind_has_its_list_and_its_pages(visitor, kind, slug, told):
    listed = visitor.get(f"/{kind}/")
    assert soup(listed).select_one(f'main a[href="/{kind}/{slug}/"]')
    assert soup(visitor.get("/offers/")).select_one(f'main nav a[href="/{kind}/"]')
    page = visitor.get(f"/{kind}/{slug}/")
    for wanted in (told, "It went well", "Ask twice.", "Because.", "A form", "Bramble"):
        assert wanted in words(page), wanted
    assert visitor.get(f"/{kind}/nowhere/").status_code == 404
    assert visitor.get(f"/{kind}/?after=nonsense").status_code == 400
    assert visitor.post(f"/{kind}/").status_code == 405


def test_what_is_over_is_gone_from_the_list(visitor):
    assert "Gone" not in words(visitor.get("/events/"))
    assert "Gone" in words(visitor.get("/events/?past=1"))
    assert "This is over." in words(visitor.get("/events/gone/"))


def test_another_councils_pages_are_unknown_here(visitor, east):
    assert "Eastern" not in words(visitor.get("/stories/"))
    assert visitor.get("/stories/eastern/").status_code == 404
    assert client(None, east.council).get("/stories/eastern/").status_code == 200
    assert not soup(client(None, east.council).get("/offers/")).select('main nav a[href="/events/"]')


@pytest.mark.usefixtures("_written")
def test_home_tells_what_is_on(north):
    with scope(north.council):
        home = client(north.owner, north.council).get("/")
    assert soup(home).select_one('a[href="/events/walk/"]')
    assert soup(home).select_one('a[href="/news/soup/"]')
    assert "We move on Friday" in words(home)
    assert "We move on Friday" in words(client(None, north.council).get("/offers/"))
