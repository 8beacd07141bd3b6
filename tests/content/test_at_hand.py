"""A line of each of the next events and the latest news, as home asks for them: remembered, and never out of date."""

from datetime import timedelta
from unittest.mock import patch

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Page

from leavingwell.content.articles import find_events, has_ended
from leavingwell.content.models import EventPage, NewsPage
from leavingwell.platform.councils.scope import scope
from tests.api import ask
from tests.content.articles import make_event, make_news

LINES = """query Home($language: String) {
  events(first: 2, language: $language) { edges { node { slug title { value } startsAt endsAt place } } }
  news(first: 1, language: $language) { edges { node { slug title { value } publishedOn } } }
}"""
NEXT = "{ events(first: %d) { edges { node { slug } } } }"


@pytest.fixture
def council(north):
    with scope(north.council):
        make_event(north.council, "Sooner", days=2, heading_ar="قريبا", ends_at=timezone.now() + timedelta(days=3))
        make_event(north.council, "Later", days=9)
        make_news(north.council, "Today", heading_ar="اليوم")
    return north.council


def in_four_days():
    return patch("django.utils.timezone.now", return_value=timezone.now() + timedelta(days=4))


def said(council, language=None):
    found = ask(None, council, LINES, language=language)["data"]
    return [edge["node"]["title"]["value"] for name in ("events", "news") for edge in found[name]["edges"]]


def test_asking_again_costs_no_query(council):
    first = ask(None, council, LINES)
    with CaptureQueriesContext(connection) as queries:
        assert ask(None, council, LINES) == first
    assert [one["sql"] for one in queries if "content_" in one["sql"]] == []


def test_it_says_the_same_as_a_list_that_is_asked_for_more(council):
    said(council)
    more = LINES.replace("place }", "place address }").replace("publishedOn }", "publishedOn intro { value } }")
    told = ask(None, council, more)["data"]
    lines = ask(None, council, LINES)["data"]
    for name in ("events", "news"):
        for edge, line in zip(told[name]["edges"], lines[name]["edges"], strict=True):
            assert {**edge["node"], **line["node"]} == edge["node"]


def test_everybody_reads_their_own_language(council):
    assert said(council) == ["Sooner", "Later", "Today"]
    assert said(council, "ar") == ["قريبا", "Later", "اليوم"]
    assert said(council) == ["Sooner", "Later", "Today"]


def test_another_council_sees_none_of_it(council, east):
    assert said(council) != []
    assert said(east.council) == []


def test_a_page_that_is_changed_or_taken_back_is_so_at_once(council):
    said(council)
    with scope(council):
        event = EventPage.objects.get(slug="sooner")
        event.heading_en = "Soon"
        event.save_revision().publish()
        assert said(council) == ["Soon", "Later", "Today"]
        Page.objects.get(pk=event.pk).unpublish()
        assert said(council) == ["Later", "Today"]
        make_news(council, "Not yet", live=False, published_on=timezone.localdate() + timedelta(days=1))
        assert said(council) == ["Later", "Today"]
        NewsPage.objects.get(slug="today").delete()
    assert said(council) == ["Later"]


def test_an_event_goes_when_it_is_over(council):
    assert said(council)[0] == "Sooner"
    with in_four_days():
        assert said(council)[0] == "Later"


@pytest.mark.parametrize("hours", [-49, -25, -1, 0, 1, 25])
@pytest.mark.parametrize("lasts", [None, 1, 2, 30])
def test_it_is_over_for_the_page_as_for_the_database(north, hours, lasts):
    starts_at = timezone.now() + timedelta(hours=hours)
    ends_at = None if lasts is None else starts_at + timedelta(hours=lasts)
    with scope(north.council):
        event = make_event(north.council, starts_at=starts_at, ends_at=ends_at)
        assert has_ended(event, timezone.now()) is (event not in find_events())


def test_a_council_with_many_events_is_told_of_all_that_were_asked_for(council):
    with scope(council):
        for number in range(25):
            make_event(council, f"Event {number}", days=20 + number)

    def counted(count):
        return len(ask(None, council, NEXT % count)["data"]["events"]["edges"])

    assert [counted(count) for count in (0, 2, 20, 27)] == [0, 2, 20, 27]
    with in_four_days():
        assert counted(20) == 20


def test_a_faulty_number_is_refused_as_ever(council):
    assert "errors" in ask(None, council, NEXT % -1)
    assert "errors" in ask(None, council, NEXT % 101)
