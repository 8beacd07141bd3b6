"""Phones and contacts of a service: whom to ask."""

from collections.abc import Iterator, Mapping
from typing import Any

from leavingwell.content.open_referral.taking.hours import DAYS, clock, days_of
from leavingwell.content.open_referral.taking.texts import line

LONGEST_NUMBER = 40
MOST_CONTACTS = 12
TEXTS = ("text", "sms")
NOT_SPOKEN = (*TEXTS, "fax")
Found = Mapping[str, Any]


def numbers(phones: Any, *, texts: bool = False) -> Iterator[str]:
    for phone in phones or []:
        kind = str(phone.get("type", "")).lower()
        if (kind in TEXTS) if texts else (kind not in NOT_SPOKEN):
            number = line(phone.get("number"))
            if number and len(number) <= LONGEST_NUMBER:
                yield number


def phone_of(service: Found) -> str:
    """The service's own, else that of a place where it is."""
    places = [place.get("location", {}).get("phones") for place in service.get("service_at_locations", [])]
    found = (number for phones in (service.get("phones"), *places) for number in numbers(phones))
    return next(found, "")


def hours_of(contact: Found, service: Found) -> list[dict[str, Any]]:
    mine = (one for one in service.get("schedules", []) if contact.get("id") and one.get("contact_id") == contact["id"])
    return [
        {"days": days, "opens_at": opens, "closes_at": closes}
        for one in mine
        if (days := [code for code in DAYS if code in {day for _place, day in days_of(one)}])
        and (opens := clock(one.get("opens_at")))
        and (closes := clock(one.get("closes_at")))
    ]


def contact_of(contact: Found, service: Found) -> dict[str, Any]:
    phones = contact.get("phones")
    title = line(contact.get("title") or contact.get("department"))[:100]
    return {
        "name": (line(contact.get("name")) or title or line(service.get("name")))[:100],
        "role": title,
        "phone": next(numbers(phones), ""),
        "text_number": next(numbers(phones, texts=True), ""),
        "email": line(contact.get("email")),
        "hours": hours_of(contact, service),
        "out_of_hours": contact.get("out_of_hours") is True,
    }


def contacts_of(service: Found) -> tuple[list[dict[str, Any]], list[str]]:
    """Those who can be reached, and the names of those who cannot be but through the service."""
    found = [contact_of(one, service) for one in service.get("contacts", [])[:MOST_CONTACTS]]
    reachable = [one for one in found if one["phone"] or one["text_number"] or one["email"]]
    others = [one for one in found if one not in reachable and one["name"] != line(service.get("name"))[:100]]
    return reachable, [f"{one['name']} ({one['role']})" if one["role"] else one["name"] for one in others]
