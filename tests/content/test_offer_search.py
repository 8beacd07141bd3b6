"""Finding offers by words, however they are spelt, in every language, for whom and where."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from leavingwell.content.models import Area, OfferPage, OfferTopic, OfferTopicStart
from leavingwell.content.offers import Wanted, find_offers, words_like
from leavingwell.platform.councils.scope import national_scope, scope
from tests.api import ask
from tests.factories import make_offer

LAPTOP = {
    "heading_en": "A laptop for your course",
    "heading_ar": "حاسوب محمول للدِّراسة",
    "heading_pl": "Laptop do nauki, także w Łodzi",
    "heading_cy": "Gliniadur ar gyfer dy gŵrs",
    "heading_ur": "پڑھائی کے لیے لیپ ٹاپ",
    "heading_bn": "পড়াশোনার জন্য ল্যাপটপ",
    "heading_am": "ለትምህርት ኮምፒውተር ሐሳብ",
    "heading_vi": "Máy tính xách tay để học",
    "summary_en": "Yours to keep when you start an apprenticeship.",
}


@pytest.fixture(scope="module")
def _shelf(_households):
    north, east = _households
    with scope(north.council):
        make_offer(north.council, "Laptop", **LAPTOP)
        make_offer(north.council, "Gym", heading_en="Free gym and swimming for you", youngest=16, oldest=21)
        make_offer(north.council, "Fares", heading_en="Fares for seeing family", areas=["coast"])
        make_offer(north.council, "Baby", heading_en="A pram for your baby", circumstances=["parent"])
    with scope(east.council):
        make_offer(east.council, "Laptop there", heading_en="A laptop in the east")


@pytest.fixture
def shelf(_shelf, north):
    return north.council


def found(council, search="", **more):
    with scope(council):
        return [offer.title for offer in find_offers(Wanted(search=search, **more))]


SPELT = (
    *("laptop", "LAPTOP", "laptpo", "labtop", "lapt", "aprenticeship", "apprenticeships"),
    *("دراسة", "الدراسه", "حاسوب", "للدراسة"),
    *("lodzi", "ŁODZI", "gwrs", "پڑھائي", "لیپ ٹاپ", "ল্যাপটপ", "ሀሳብ", "may tinh", "xach"),
)
NOWHERE = ("unicorn", "<b>", "%", "'; --", "ا", "\u0000", "🎁", "(((")


def test_words_are_found_however_they_are_spelt(shelf):
    assert {search: found(shelf, search) for search in SPELT} == {search: ["Laptop"] for search in SPELT}


def test_what_answers_best_comes_first_and_common_words_do_not_count(shelf):
    with scope(shelf):
        make_offer(shelf, "Course fees", heading_en="Money", body_en="<p>For a <b>laptop</b>, too.</p>")
    assert found(shelf, "laptop") == ["Laptop", "Course fees"]
    assert found(shelf, "is there a pram for you") == ["Baby"]
    assert found(shelf, "swimming unicorn") == ["Gym"]


def test_what_is_nowhere_finds_nothing_and_breaks_nothing(shelf):
    assert {search: found(shelf, search) for search in NOWHERE} == {search: [] for search in NOWHERE}


def test_for_whom_and_where(shelf):
    assert found(shelf, age=17) == ["Laptop", "Baby", "Fares", "Gym"]
    assert found(shelf, age=23) == ["Laptop", "Baby", "Fares"]
    assert found(shelf, area="hills") == ["Laptop", "Baby", "Gym"]
    assert found(shelf, area="coast", search="fare") == ["Fares"]
    assert found(shelf, circumstances=("in_work",)) == ["Laptop", "Fares", "Gym"]
    assert found(shelf, circumstances=("in_work", "parent")) == ["Laptop", "Baby", "Fares", "Gym"]


def test_whoever_found_nothing_is_told_words_that_look_like_it(shelf):
    with scope(shelf):
        assert "swimming" in words_like("swmmng", ("en",))
        assert words_like("zzzzzzzzzzz", ("en",)) == []


def test_what_was_changed_in_any_way_is_found_at_once(shelf):
    assert found(shelf, "trombone") == []
    with scope(shelf):
        OfferPage.objects.filter(title="Gym").update(summary_en="Lend a trombone.")
    assert found(shelf, "trombone") == ["Gym"]
    with scope(shelf):
        OfferPage.objects.get(title="Gym").unpublish()
    assert found(shelf, "trombone") == []


def test_searching_takes_as_many_queries_for_many_offers(shelf):
    def counted():
        found(shelf, "laptop")
        with CaptureQueriesContext(connection) as queries:
            found(shelf, "laptop")
        return len(queries)

    before = counted()
    with scope(shelf):
        for number in range(4):
            make_offer(shelf, f"Another laptop {number}")
    assert counted() == before == 2


@pytest.fixture
def money(shelf):
    with national_scope("a topic for a test"):
        return OfferTopic.objects.create(council=None, code="money", paragraph="g", order=7, title_en="Money skills")


def topics(council):
    return [topic["code"] for topic in ask(None, council, "{ offerTopics { code } }")["data"]["offerTopics"]]


def test_a_topic_that_has_not_begun_is_shown_nowhere(shelf, money, east):
    with scope(shelf):
        make_offer(shelf, "Budgeting", topic=money)
    assert topics(shelf) == ["home"]
    assert found(shelf, "budgeting") == []
    with scope(shelf):
        OfferTopicStart.objects.create(topic=money, starts_on="2020-01-01")
    assert topics(shelf) == ["home", "money"]
    assert found(shelf, "budgeting") == ["Budgeting"]
    assert topics(east.council) == ["home"]


def test_the_api_filters_and_orders(shelf):
    with scope(shelf):
        Area.objects.create(code="coast", name_en="The coast", name_ar="الساحل")
    asked = '{ offers(area: "coast", language: "ar") { edges { node { slug areas { name { value language } } } } } }'
    nodes = [edge["node"] for edge in ask(None, shelf, asked)["data"]["offers"]["edges"]]
    assert nodes[1] == {"slug": "fares", "areas": [{"name": {"value": "الساحل", "language": "ar"}}]}
    by_circumstance = "{ offers(circumstances: [IN_WORK], category: QUALIFYING) { totalCount } }"
    assert ask(None, shelf, by_circumstance)["data"]["offers"]["totalCount"] == 3
    assert "errors" in ask(None, shelf, "{ offers(circumstances: [NONSENSE]) { totalCount } }")
    assert ask(None, shelf, '{ offerWords(search: "swmming") }')["data"]["offerWords"][0] == "swimming"
