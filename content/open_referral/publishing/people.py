"""Whom to ask about an offer, and when. Only what its portal page shows: who checked it is not among that."""

from collections.abc import Iterator, Mapping
from typing import Any

from leavingwell.content.models import OfferPage
from leavingwell.content.open_referral.ids import made_id
from leavingwell.content.open_referral.taking.offers import contacts_in

Contact = Mapping[str, Any]


def contacts(offer: OfferPage) -> list[tuple[str, Contact]]:
    """Each with an id that stays while its place in the list does."""
    found = contacts_in(list(offer.contacts.raw_data))
    return [(made_id("contact", offer.translation_key, place), one) for place, one in enumerate(found)]


def phones_of(contact: Contact, key: str) -> list[dict[str, str]]:
    kinds = {"voice": contact["phone"], "text": contact["text_number"]}
    return [
        {"id": made_id("phone", key, kind), "number": number, "type": kind} for kind, number in kinds.items() if number
    ]


def contact_out(key: str, contact: Contact) -> dict[str, Any]:
    given = {"name": contact["name"], "title": contact["role"], "email": contact["email"]}
    out_of_hours = {"out_of_hours": True} if contact["out_of_hours"] else {}
    known = {name: text for name, text in given.items() if text}
    return {"id": key, **known, "phones": phones_of(contact, key), **out_of_hours}


def schedule(key: str, place: int, hours: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "id": made_id("schedule", key, place),
        "contact_id": key,
        "freq": "WEEKLY",
        "byday": ",".join(hours["days"]),
        "opens_at": f"{hours['opens_at']}:00",
        "closes_at": f"{hours['closes_at']}:00",
    }


def schedules_of(offer: OfferPage) -> Iterator[dict[str, Any]]:
    """The hours of the offer as its editor wrote them, then the days and times of each contact."""
    if offer.hours:
        yield {"id": made_id("schedule", offer.translation_key), "description": offer.hours}
    for key, contact in contacts(offer):
        for place, hours in enumerate(contact["hours"]):
            yield schedule(key, place, hours)


def phones(offer: OfferPage) -> list[dict[str, str]]:
    key = made_id("phone", offer.translation_key)
    return [{"id": key, "number": offer.phone, "type": "voice"}] if offer.phone else []
