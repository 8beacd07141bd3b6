"""The council's own feed: the standard's addresses and words, only what is live, and nobody's personal data."""

import json
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from jsonschema import Draft202012Validator, FormatChecker
from wagtail.models import Page

from leavingwell.content.models import Area, OfferPage
from leavingwell.content.open_referral.ids import OWNERS, TOPICS, topic_id
from leavingwell.platform.councils.scope import national_scope, scope
from tests.api import client_of
from tests.content.open_referral.directory import STANDARD, kinds, make_feed, make_topic, read, service, take
from tests.factories import Household, make_offer

ROOT = "/api/open-referral-uk/"
CONTACTS = [
    {
        "type": "contact",
        "value": {
            "name": "Housing desk",
            "role": "Desk",
            "phone": "0300 123",
            "text_number": "07000 1",
            "email": "desk@example.org",
            "hours": [
                {"type": "item", "value": {"days": ["MO", "TU"], "opens_at": "09:00:00", "closes_at": "16:30:00"}}
            ],
            "out_of_hours": True,
        },
    }
]
RICH = {
    "summary_en": "Money for your first home.",
    "body_en": "<p>You can spend it on <b>furniture</b> &amp; paint.</p><ul><li>A bed</li><li>A cooker</li></ul>",
    "who_it_is_for_en": "Anybody who moves into a first home.",
    "how_to_get_it_en": "Ask your adviser.\n\nThey fill in a form with you.",
    "evidence_en": "Your tenancy\nYour bank details",
    "directions_en": "Beside the library. There is a ramp.",
    "alert_en": "Closed on Monday",
    "provider": "Housing team",
    "youngest": 18,
    "oldest": 25,
    "categories": ["former_relevant"],
    "circumstances": ["parent"],
    "areas": ["hill"],
    "phone": "0300 999",
    "email": "homes@example.org",
    "hours": "Monday to Friday, 9am to 5pm",
    "address": "Town Hall\n1 High Street, Northmoor NM1 2AB",
    "link": "https://example.org/homes",
    "contacts": json.dumps(CONTACTS),
    "resources": json.dumps([{"type": "link", "value": {"title": "A list", "url": "https://example.org/list"}}]),
    "last_checked_on": date(2026, 3, 1),
    "last_checked_by": "Sam Checker",
}


@pytest.fixture
def offers(in_north: Household) -> list[OfferPage]:
    topic = make_topic()
    Area.objects.create(code="hill", name_en="The Hill")
    council = in_north.council
    rich = make_offer(council, "Setting up home", topic=topic, **RICH)
    plain = make_offer(council, "Bus pass", topic=topic, body_en="", provider="", areas=[], youngest=16, oldest=21)
    make_offer(council, "A draft of ours", topic=topic, live=False)
    return [rich, plain]


def validator(name: str) -> Draft202012Validator:
    schema = json.loads((STANDARD / "schema" / f"{name}.json").read_text())
    return Draft202012Validator(schema, format_checker=FormatChecker())


def get(household: Household, path: str, **headers: str) -> Any:
    return client_of(None, household.council).get(ROOT + path, headers=headers)


def contents(household: Household, path: str) -> list[Any]:
    answer = get(household, path)
    assert answer.status_code == 200, answer.content
    return list(answer.json()["contents"])


def names(household: Household, query: str) -> set[str]:
    return {one["name"] for one in contents(household, f"services?{query}")}


def test_what_it_says_is_what_the_standard_says(in_north: Household, offers: list[OfferPage]) -> None:
    listed = contents(in_north, "services")
    assert {one["name"] for one in listed} == {"Setting up home", "Bus pass"}
    for one in listed:
        validator("service_list").validate(one)
        whole = get(in_north, f"services/{one['id']}").json()
        validator("service").validate(whole)
        assert "Sam Checker" not in json.dumps(whole)
        assert one.items() <= whole.items()
    for whole in contents(in_north, "services?full=true"):
        validator("service").validate(whole)
    for place in contents(in_north, "service_at_locations"):
        validator("service_at_location_list").validate(place)
        assert get(in_north, f"service_at_locations/{place['id']}").json()["service"]["name"] == "Setting up home"
    for organization in contents(in_north, "organizations"):
        validator("organization_list").validate(organization)
        assert get(in_north, f"organizations/{organization['id']}").json() == organization
    assert get(in_north, "").json()["version"] == "3.0"


def test_every_address_of_the_standard_answers(in_north: Household, offers: list[OfferPage]) -> None:
    paths = json.loads((STANDARD / "openapi.json").read_text())["paths"]
    for path in paths:
        many = path.split("/{id}")[0].lstrip("/")
        answer = get(in_north, many)
        assert answer.status_code == 200, path
        if "{id}" in path:
            first = answer.json()["contents"][0]
            found = get(in_north, f"{many}/{first['id']}").json()
            assert first.keys() <= found.keys() | {"service"}
            assert found["id"] == first["id"]


def test_our_own_feed_read_again_is_the_same(in_north: Household, offers: list[OfferPage]) -> None:
    feed = make_feed(topic=None)
    run = read(feed, contents(in_north, "services?full=true"))
    assert kinds(run) == {"same": 2}, [(row.name, row.changes, row.faults) for row in run.rows.all()]


def test_what_was_taken_from_others_goes_out_and_comes_in_the_same(in_north: Household) -> None:
    taken = service(1, cost_options=[{"amount": 5}], phones=[{"number": "0300"}], attributes=[], minimum_age=16)
    take(make_feed(), [taken], publishes=True)
    assert kinds(read(make_feed("Ours", topic=None), contents(in_north, "services?full=true"))) == {"same": 1}


def test_only_this_councils_offers_and_the_nations(north: Household, east: Household, db: Any) -> None:
    with scope(east.council):
        theirs = make_offer(east.council, "Secret of eastmarsh")
    with scope(north.council):
        make_offer(north.council, "Ours")
    assert "eastmarsh" not in get(north, "services?full=true").content.decode().lower()
    assert get(north, f"services/{theirs.translation_key}").status_code == 404
    assert get(east, f"services/{theirs.translation_key}").status_code == 200


def test_filters(in_north: Household, offers: list[OfferPage]) -> None:
    both, rich = {"Setting up home", "Bus pass"}, {"Setting up home"}
    assert names(in_north, "search=furniture") == rich
    assert names(in_north, "minimum_age=17") == rich
    assert names(in_north, "maximum_age=21.5") == {"Bus pass"}
    assert names(in_north, f"taxonomy_term_id={topic_id('home')}") == both
    assert names(in_north, f"taxonomy_id={TOPICS}") == names(in_north, f"taxonomy_id={OWNERS}") == both
    parents = next(one for one in contents(in_north, "taxonomy_terms") if one["term"] == "parent")
    assert names(in_north, f"taxonomy_term_id={parents['id']}") == rich
    assert names(in_north, "taxonomy_term_id=unknown") == set()
    assert names(in_north, "day=monday&start_time=08:00&end_time=17:00") == rich
    assert names(in_north, "day=MO&start_time=10:00") == names(in_north, "day=SU") == set()


def test_pages(in_north: Household, offers: list[OfferPage]) -> None:
    first, second = (get(in_north, f"services?per_page=1&page={page}").json() for page in (1, 2))
    assert [first[name] for name in ("total_items", "total_pages", "size", "first_page", "last_page")] == [
        2,
        2,
        1,
        True,
        False,
    ]
    assert (second["last_page"], second["empty"]) == (True, False)
    assert first["contents"][0]["id"] != second["contents"][0]["id"]
    assert get(in_north, "services?page=99").json()["empty"] is True


@pytest.mark.parametrize(
    "query",
    [
        *("page=0", "page=-1", "page=x", "page=99999999999999999999", "per_page=0", "minimum_age=x", "maximum_age=nan"),
        *(
            "maximum_age=1e400",
            "day=someday",
            "start_time=9",
            "end_time=25:00",
            "postcode=NM1",
            "search=%00",
            "page=%00",
        ),
    ],
)
def test_what_makes_no_sense_is_said_in_json(in_north: Household, query: str) -> None:
    answer = get(in_north, f"services?{query}")
    assert answer.status_code == 400
    assert answer.json()["detail"]


@pytest.mark.parametrize(
    "path", ["services/x", "services/0", "services/%00", "taxonomies/x", "organizations/x", "taxonomy_terms/x"]
)
def test_unknown_ids(in_north: Household, path: str) -> None:
    answer = get(in_north, path)
    assert (answer.status_code, answer["Content-Type"]) == (404, "application/problem+json")


def test_anybody_may_keep_it_and_asks_again_cheaply(in_north: Household, offers: list[OfferPage]) -> None:
    answer = get(in_north, "services")
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert answer["Cache-Control"] == "public, max-age=60"
    assert "Vary" not in answer or "cookie" not in answer["Vary"].lower()
    assert get(in_north, "services", **{"If-None-Match": answer["ETag"]}).status_code == 304
    offers[0].unpublish()
    assert get(in_north, "services", **{"If-None-Match": answer["ETag"]}).status_code == 200
    offers[1].save_revision().publish()
    assert "Last-Modified" in get(in_north, f"services/{offers[1].translation_key}")
    refused = client_of(None, in_north.council).post(f"{ROOT}services", {})
    assert refused.status_code == 405


def owners_of(whole: Any) -> list[str]:
    terms = (one["taxonomy_term"] for one in whole["attributes"])
    return [term["term"] for term in terms if term["taxonomy_id"] == OWNERS]


def test_national_offers_are_marked(in_north: Household, offers: list[OfferPage]) -> None:
    with national_scope("a national offer for tests"):
        national = OfferPage(title="Everywhere", topic=make_topic(), heading_en="Everywhere", summary_en="For all.")
        Page.get_first_root_node().add_child(instance=national)
    assert owners_of(get(in_north, f"services/{offers[0].translation_key}").json()) == ["council"]
    assert owners_of(get(in_north, f"services/{national.translation_key}").json()) == ["national"]
    run = read(make_feed(topic=None), contents(in_north, "services?full=true"))
    assert kinds(run) == {"same": 2, "left_out": 1}  # nobody takes what they have already


def test_a_page_takes_the_same_queries_for_few_and_many(in_north: Household) -> None:
    topic = make_topic()

    def counted() -> int:
        with CaptureQueriesContext(connection) as queries:
            get(in_north, "services?full=true")
        return len(queries)

    for number in range(2):
        make_offer(in_north.council, f"Offer {number}", topic=topic, **RICH)
    counted()
    few = counted()
    for number in range(2, 10):
        make_offer(in_north.council, f"Offer {number}", topic=topic, **RICH)
    assert counted() == few
