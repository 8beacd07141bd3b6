"""What a service of a directory becomes."""

import json
from datetime import date
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from leavingwell.content.open_referral.faults import NotRead, words
from leavingwell.content.open_referral.ids import topic_id
from leavingwell.content.open_referral.taking.checking import checked
from leavingwell.content.open_referral.taking.hours import in_words
from leavingwell.content.open_referral.taking.parsing import read_services
from leavingwell.content.open_referral.taking.service import Reading, Ways, read_service
from leavingwell.content.open_referral.taking.texts import as_html, parted, plain
from tests.content.open_referral.directory import STANDARD, example, key, service

TODAY = date(2026, 11, 22)


def taken(found: dict[str, Any], **ways: Any) -> Reading:
    right, faults = checked(found)
    assert right is not None, faults
    return read_service(right, Ways(TODAY, **{"other_topic": "home", **ways}))


def test_the_example_of_the_standard() -> None:
    values = taken(example("service_full")).values
    assert values["heading_en"] == "Community Counselling"
    assert values["summary_en"].startswith("Counselling Services provided by trained")
    assert "What it costs: fees_description" in values["body_en"]
    assert "£35" not in values["body_en"]  # that price was over in 2022
    assert values["address"] == "MyCity Civic Center\n1-30 Main Street\nMyCity\nMyRegion\nMyState\nABC 1234"
    assert values["directions_en"].count("induction loops") == 1
    assert values["how_to_get_it_en"] == "Ask for Ann Persona (Reception Manager)."
    assert (values["youngest"], values["oldest"], values["link"]) == (12, 100, "http://example.com/counselling")
    assert values["last_checked_on"] == "2005-01-01"


@pytest.mark.parametrize(
    ("schedule", "said"),
    [
        (
            {"freq": "WEEKLY", "byday": "TH,FR", "opens_at": "10:00:00", "closes_at": "18:30"},
            "Thursday and Friday, 10am to 6.30pm",
        ),
        ({"byday": "MO,TU,WE,TH,FR", "opens_at": "09:00Z", "closes_at": "12:00"}, "Monday to Friday, 9am to 12pm"),
        ({"freq": "MONTHLY", "byday": "1MO,-1TH"}, "First Monday and last Thursday of the month"),
        ({"freq": "MONTHLY", "bymonthday": "2,3"}, "Day 2 and 3 of the month"),
        ({"freq": "WEEKLY", "interval": 2, "byday": "SU,SA"}, "Saturday and Sunday every 2 weeks"),
        ({"description": "By appointment"}, "By appointment"),
        ({"byday": "XX", "opens_at": "99:99"}, ""),
    ],
)
def test_hours_in_words(schedule: dict[str, Any], said: str) -> None:
    assert in_words(schedule) == said


def test_who_can_be_reached_is_a_contact() -> None:
    contact = {
        "id": key(9),
        "name": "Ann",
        "title": "Desk",
        "phones": [{"number": "0300 1", "type": "voice"}, {"number": "0700 2", "type": "text"}],
    }
    hours = {"contact_id": key(9), "byday": "MO", "opens_at": "09:00", "closes_at": "17:00"}
    values = taken(service(contacts=[contact], schedules=[hours], phones=[{"number": "fax 1", "type": "fax"}])).values
    assert values["contacts"] == [
        {
            "name": "Ann",
            "role": "Desk",
            "phone": "0300 1",
            "text_number": "0700 2",
            "email": "",
            "hours": [{"days": ["MO"], "opens_at": "09:00", "closes_at": "17:00"}],
            "out_of_hours": False,
        }
    ]
    assert (values["hours"], values["phone"]) == ("", "")


def test_terms_lead_to_topics_and_some_are_left_out() -> None:
    terms = [{"taxonomy_term": {"id": "sport", "name": "Sport"}}, {"taxonomy_term": {"id": "work", "name": "Work"}}]
    found = service(attributes=terms)
    assert taken(found, topics={"work": "employment"}).values["topic"] == "employment"
    assert taken(found, topics={"work": "-"}).left_out == ["no_topic", "", ""]
    assert taken(found, topics={"sport": "-", "work": "health"}).values["topic"] == "health"
    assert taken(found, other_topic="").left_out == ["no_topic", "", ""]
    assert taken(found).left_out is None
    own = service(attributes=[{"taxonomy_term_id": topic_id("health")}])
    assert taken(own, topics={topic_id("health"): "health"}).values["topic"] == "health"


@pytest.mark.parametrize(
    ("ages", "why"),
    [
        ({"minimum_age": 0, "maximum_age": 14}, ["other_ages", "", ""]),
        ({"minimum_age": 26}, ["other_ages", "", ""]),
        ({"minimum_age": 16, "maximum_age": 18}, None),
        ({"minimum_age": 0}, None),
    ],
)
def test_what_is_for_other_ages_is_left_out(ages: dict[str, int], why: Any) -> None:
    assert taken(service(**ages)).left_out == why
    assert taken(service(**ages), only_our_ages=False).left_out is None


def test_texts_are_plain() -> None:
    assert plain("<p>One &amp; two</p><script>alert(1)</script><ul><li>a</li><li>b</li></ul>") == "One & two\n\na\nb"
    assert plain("a < b and c > d") == "a < b and c > d"
    assert plain("x\x00y\u202ez\ud800") == "xyz"
    assert as_html("<img onerror=x>\n\ntwo") == "<p>&lt;img onerror=x&gt;</p><p>two</p>"
    first, rest = parted("One sentence. " * 50, 400)
    assert len(first) <= 400
    assert first.endswith("sentence.")
    assert f"{first} {rest}" == ("One sentence. " * 50).strip()


def test_what_is_wrong_is_said_and_left_out() -> None:
    wrong = service(
        email="nobody", url="javascript:alert(1)", minimum_age=1e300, contacts=[3, {"name": "A", "email": "a@b.org"}]
    )
    right, faults = checked(wrong)
    assert right is not None
    assert {"email", "url", "minimum_age"}.isdisjoint(right)
    assert [one["name"] for one in right["contacts"]] == ["A"]
    said = " ".join(map(words, faults))
    assert "“email” should be an e-mail address: we left it out." in said
    assert "“contacts.1” should be a group of fields: we left it out." in said


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"id": key(1), "name": "A"}, "“status” is missing."),
        ({"id": "12", "name": "A", "status": "active"}, "“id” is not right: it should be a UUID."),
        ({"id": key(1), "name": "  ", "status": "active"}, "“name” is missing."),
        ({"id": key(1), "name": ["A"], "status": "open"}, "“status” should be one of: active"),
        ("a text", "This is not a service."),
        (service(contacts=[3] * 100), "Too much of it is wrong."),
    ],
)
def test_what_cannot_be_read_at_all(wrong: Any, said: str) -> None:
    right, faults = checked(wrong)
    assert right is None
    assert said in " ".join(map(words, faults))


def test_whatever_the_published_schema_refuses_of_what_we_read_is_told() -> None:
    """Our schema is our own: this holds it to the standard's, field by field, with a wrong value of each type."""
    published = Draft202012Validator(
        json.loads((STANDARD / "schema" / "service.json").read_text()), format_checker=FormatChecker()
    )
    right = example("service_full")
    assert published.is_valid(right)
    assert checked(right)[1] == []
    read = ("name", "status", "description", "url", "email", "fees", "minimum_age", "maximum_age", "alert", "schedules")
    for name in (*read, "service_areas", "service_at_locations", "languages", "cost_options", "contacts", "attributes"):
        wrong = {**right, name: 5 if isinstance(right.get(name), (str, list)) else "five"}
        assert not published.is_valid(wrong), name
        assert checked(wrong)[1], name


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b"\xff\xfe", "not_text"),
        (b"{", "not_json"),
        (b'{"a": NaN}', "not_json"),
        (b"[" * 200_000, "too_deep"),
        (b'{"id": ' + b"9" * 5000 + b"}", "not_json"),
        (b"[]", "no_services"),
        (b'{"hello": "world"}', "no_services"),
        (b"[" + b"{}," * 5001 + b"{}]", "too_many_services"),
    ],
)
def test_files_that_are_no_directory(data: bytes, code: str) -> None:
    with pytest.raises(NotRead) as refused:
        read_services(data)
    assert refused.value.fault[0] == code
    assert words(refused.value.fault)


def test_every_shape_in_which_directories_come() -> None:
    one, two = service(1), service(2)
    at_location = {"id": key(8), "location": {"id": key(7), "location_type": "physical"}, "service": one}
    shapes: list[tuple[Any, int]] = [
        (one, 1),
        ([one, two], 2),
        ({"total_items": 2, "contents": [one, two]}, 2),
        ([{"contents": [one]}, {"contents": [two]}], 2),
        ({"id": key(5), "name": "Org", "services": [one, two]}, 2),
        ([at_location], 1),
    ]
    for shape, number in shapes:
        assert len(read_services(json.dumps(shape).encode())) == number
    lines = "\n".join(json.dumps(found) for found in (one, two)).encode()
    assert len(read_services(lines)) == 2
    (found,) = read_services(json.dumps([at_location]).encode())
    assert found["service_at_locations"][0]["location"]["id"] == key(7)
    assert [read_services(json.dumps(shapes[4][0]).encode())[0]["organization"]["name"]] == ["Org"]
