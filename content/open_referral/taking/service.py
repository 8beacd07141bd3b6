"""One service as the values of an offer's columns. English, as the standard has no other language."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from leavingwell.content.models import OfferPage
from leavingwell.content.models.pages.offer import OLDEST, YOUNGEST
from leavingwell.content.open_referral.faults import Fault
from leavingwell.content.open_referral.taking.costs import costs_of
from leavingwell.content.open_referral.taking.hours import hours_in_words, listed
from leavingwell.content.open_referral.taking.people import contacts_of, phone_of
from leavingwell.content.open_referral.taking.places import address_of, areas_of, directions_of
from leavingwell.content.open_referral.taking.texts import line, paragraphs, parted, plain, shortened
from leavingwell.content.open_referral.taking.topics import topic_of

Found = Mapping[str, Any]
HIGHEST_AGE = 120
LONGEST_BODY = 5000
MOST_LINKS = 10


def longest(name: str) -> int:
    field: Any = OfferPage._meta.get_field(name)
    return int(field.max_length)


@dataclass(frozen=True)
class Ways:
    """How the council wants a directory taken: topics of its terms, the topic of the rest, its areas by name."""

    today: date
    topics: Mapping[str, str] = field(default_factory=dict)
    other_topic: str = ""
    areas: Mapping[str, str] = field(default_factory=dict)
    own_organization: str = ""  # the id of the council itself, in whose own feed no other provider is named
    only_our_ages: bool = True


@dataclass
class Reading:
    """What became of one service: the values, what was wrong in it, and why it is to be left out, if it is."""

    values: dict[str, Any]
    faults: list[Fault]
    left_out: Fault | None = None

    def cut(self, name: str, text: str) -> str:
        most = longest(name)
        if len(text) > most:
            self.faults.append(["shortened", name.removesuffix("_en"), str(most)])
        return shortened(text, most)


def age(value: Any) -> int | None:
    return int(value) if isinstance(value, (int, float)) and 0 <= value <= HIGHEST_AGE else None


def ages_of(service: Found, reading: Reading) -> dict[str, Any]:
    given = [service.get("minimum_age"), service.get("maximum_age")]
    youngest, oldest = map(age, given)
    out_of_range = any(value is not None and age(value) is None for value in given)
    if out_of_range or (youngest is not None and oldest is not None and youngest > oldest):
        reading.faults.append(["ages", "", ""])
        return {"youngest": None, "oldest": None}
    return {"youngest": youngest, "oldest": oldest}


def spoken_languages(service: Found) -> str:
    names = [name for one in service.get("languages", [])[:20] if (name := line(one.get("name") or one.get("code")))]
    return f"Languages: {listed(list(dict.fromkeys(names)))}." if names else ""


def texts_of(service: Found, ways: Ways, reading: Reading) -> dict[str, Any]:
    summary, rest = parted(plain(service.get("description")), longest("summary"))
    more = paragraphs(
        rest, costs_of(service, ways.today), spoken_languages(service), plain(service.get("accreditations"))
    )
    if len(more) > LONGEST_BODY:
        reading.faults.append(["shortened", "description", str(LONGEST_BODY)])
    return {
        "heading_en": reading.cut("heading", line(service["name"])),
        "summary_en": summary or shortened(line(service["name"]), longest("summary")),
        "body_en": shortened(more, LONGEST_BODY),
        "alert_en": reading.cut("alert", alert_of(service)),
        "provider": reading.cut("provider", provider_of(service, ways)),
    }


def provider_of(service: Found, ways: Ways) -> str:
    organization = service.get("organization", {})
    return "" if organization.get("id") == ways.own_organization else line(organization.get("name"))


def alert_of(service: Found) -> str:
    closed = "Closed for now." if service["status"] == "temporarily closed" else ""
    return line(service.get("alert")) or closed


def ways_in(service: Found, ways: Ways, reading: Reading) -> dict[str, Any]:
    contacts, others = contacts_of(service)
    if others:
        reading.faults.append(["unreachable_contact", "", ""])
    areas, elsewhere = areas_of(service, ways.areas)
    asking = f"Ask for {listed(others)}." if others else ""
    papers = [line(one.get("document")) for one in service.get("required_documents", [])]
    where = f"Where: {listed(elsewhere)}" if elsewhere else ""
    steps = paragraphs(plain(service.get("application_process")), asking)
    who = paragraphs(plain(service.get("eligibility_description")), where)
    return {
        "contacts": contacts,
        "areas": areas,
        "how_to_get_it_en": reading.cut("how_to_get_it", steps),
        "who_it_is_for_en": reading.cut("who_it_is_for", who),
        "evidence_en": reading.cut("evidence", "\n".join(paper for paper in papers if paper)),
    }


def hours_of(service: Found, ways: Ways) -> str:
    """Of the service as a whole; what belongs to a contact stands there."""
    places = [one for place in service.get("service_at_locations", []) for one in place.get("schedules", [])]
    own = [one for one in service.get("schedules", []) if "contact_id" not in one]
    return hours_in_words([*own, *places], ways.today)


def reached_at(service: Found, ways: Ways, reading: Reading) -> dict[str, Any]:
    link = line(service.get("url"))
    email = line(service.get("email"))
    return {
        "phone": phone_of(service),
        "email": email if len(email) <= longest("email") else "",
        "link": link if len(link) <= longest("link") else "",
        "hours": reading.cut("hours", hours_of(service, ways)),
        "address": address_of(service),
        "directions_en": reading.cut("directions", directions_of(service)),
        "resources": links_of(service),
    }


def links_of(service: Found) -> list[dict[str, str]]:
    found = ((line(one.get("label"))[:150], line(one.get("url"))) for one in service.get("additional_urls", []))
    return [{"title": title or url[:150], "url": url} for title, url in found if url][:MOST_LINKS]


def checked_on(service: Found, today: date) -> str | None:
    day = service.get("assured_date")
    return day if day and day <= today.isoformat() else None


def why_left_out(service: Found, values: Mapping[str, Any], ways: Ways) -> Fault | None:
    if service["status"] in ("inactive", "defunct"):
        return ["not_running", "", ""]
    youngest, oldest = values["youngest"], values["oldest"]
    if ways.only_our_ages and ((youngest or 0) > OLDEST or (HIGHEST_AGE if oldest is None else oldest) < YOUNGEST):
        return ["other_ages", "", ""]
    return None if values["topic"] else ["no_topic", "", ""]


def read_service(service: Found, ways: Ways) -> Reading:
    """`service` is one that was checked."""
    reading = Reading({}, [])
    reading.values = {
        **texts_of(service, ways, reading),
        **ages_of(service, reading),
        **ways_in(service, ways, reading),
        **reached_at(service, ways, reading),
        "topic": topic_of(service, ways.topics, ways.other_topic),
        "last_checked_on": checked_on(service, ways.today),
    }
    reading.left_out = why_left_out(service, reading.values, ways)
    return reading
