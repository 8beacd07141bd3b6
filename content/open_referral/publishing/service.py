"""An offer as a service of the standard. What the UK profile has no field for goes where HSDS 3.0 has one."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from leavingwell.content.models import Area, OfferPage
from leavingwell.content.open_referral.ids import council_id, made_id
from leavingwell.content.open_referral.publishing import people
from leavingwell.content.open_referral.publishing.places import at_location_id, location_of
from leavingwell.content.open_referral.publishing.terms import Term, audience_terms, owner_terms, terms_of
from leavingwell.content.open_referral.taking.offers import links_in, text_of_html
from leavingwell.content.open_referral.taking.texts import paragraphs
from leavingwell.platform.councils.models import Council

Service = dict[str, Any]


@dataclass(frozen=True)
class Publisher:
    """What all offers of a page share, fetched once. `root` is the address of the portal, without a slash."""

    council: Council
    root: str
    areas: Mapping[str, str]
    terms: dict[str, Term]

    @classmethod
    def of(cls, council: Council, root: str) -> "Publisher":
        terms = {one["id"]: one for one in (*audience_terms(), *owner_terms())}
        areas = dict(Area.objects.values_list("code", "name_en"))
        return cls(council, root, areas, terms)


def known(**fields: Any) -> dict[str, Any]:
    """The standard has no null: what is not known is not there."""
    return {name: value for name, value in fields.items() if value not in (None, "", [])}


def organization(publisher: Publisher, name: str) -> dict[str, str]:
    council = publisher.council
    if not name:
        return {"id": council_id(council.slug), "name": council.name, "description": council.name}
    return {"id": made_id("organization", council.slug, name), "name": name, "description": name}


def description(offer: OfferPage) -> str:
    """The first paragraph is what the portal shows in short."""
    return paragraphs(offer.summary_en.replace("\n\n", "\n"), text_of_html(offer.body_en or ""))


def short_service(offer: OfferPage, publisher: Publisher) -> Service:
    """As it stands in a list: what a service has one of."""
    day, at = offer.last_checked_on, offer.last_published_at
    return {
        "id": str(offer.translation_key),
        "name": offer.heading_en,
        "description": description(offer),
        "status": "active",
        **known(
            url=offer.link,
            email=offer.email,
            minimum_age=offer.youngest,
            maximum_age=offer.oldest,
            assured_date=day.isoformat() if day else None,
            alert=offer.alert_en,
            last_modified=at.isoformat(timespec="seconds") if at else None,
            application_process=offer.how_to_get_it_en,
            eligibility_description=offer.who_it_is_for_en,
        ),
        "web_page": f"{publisher.root}{offer.portal_path()}",
        "organization": organization(publisher, offer.provider),
    }


def attributes(offer: OfferPage, publisher: Publisher) -> list[dict[str, Any]]:
    key = str(offer.translation_key)
    return [
        {
            "id": made_id("attribute", key, term["id"]),
            "link_id": key,
            "link_type": "service",
            "taxonomy_term_id": term["id"],
            "taxonomy_term": term,
        }
        for term in terms_of(offer, publisher.terms)
    ]


def service_areas(offer: OfferPage, publisher: Publisher) -> list[dict[str, str]]:
    names = [(code, publisher.areas[code]) for code in offer.areas if publisher.areas.get(code)]
    return [{"id": made_id("area", offer.translation_key, code), "name": name} for code, name in names]


def links(offer: OfferPage) -> list[dict[str, str]]:
    found = enumerate(links_in(list(offer.resources.raw_data)))
    return [
        {"id": made_id("link", offer.translation_key, place), "label": one["title"], "url": one["url"]}
        for place, one in found
    ]


def at_locations(offer: OfferPage) -> list[dict[str, Any]]:
    location, key = location_of(offer), str(offer.translation_key)
    return [{"id": at_location_id(key), "service_id": key, "location": location}] if location else []


def whole_service(offer: OfferPage, publisher: Publisher) -> Service:
    papers = [line for line in (offer.evidence_en or "").split("\n") if line.strip()]
    key = offer.translation_key
    return {
        **short_service(offer, publisher),
        "phones": people.phones(offer),
        "schedules": list(people.schedules_of(offer)),
        "service_areas": service_areas(offer, publisher),
        "service_at_locations": at_locations(offer),
        "contacts": [people.contact_out(*one) for one in people.contacts(offer)],
        "required_documents": [
            {"id": made_id("paper", key, place), "document": paper} for place, paper in enumerate(papers)
        ],
        "additional_urls": links(offer),
        "attributes": attributes(offer, publisher),
    }


def service_at_location(offer: OfferPage, publisher: Publisher, *, whole: bool) -> Service:
    found = at_locations(offer)[0]
    if whole:
        return {**found, "service": {**whole_service(offer, publisher), "service_at_locations": []}}
    location = {name: value for name, value in found["location"].items() if name != "addresses"}
    return {**found, "location": location, "service": short_service(offer, publisher)}
