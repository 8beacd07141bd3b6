"""Where a service is: its addresses, how to get there and in, and the areas that it is for."""

from collections.abc import Iterable, Mapping
from typing import Any

from leavingwell.content.open_referral.taking.texts import line, paragraphs, plain, squeezed

LINES = ("address_1", "address_2", "city", "region", "state_province", "postal_code")
LONGEST_ADDRESS = 300
Found = Mapping[str, Any]


def locations(service: Found) -> list[Found]:
    return [place["location"] for place in service.get("service_at_locations", []) if place.get("location")]


def address_lines(location: Found, address: Found) -> list[str]:
    """Each line once. The person whom post is for (`attention`) is nobody's business here."""
    given = (line(location.get("name")), *(line(address.get(name)) for name in LINES))
    return list(dict.fromkeys(text for text in given if text))


def address_of(service: Found) -> str:
    """One place after the other, as many as there is room for."""
    found = dict.fromkeys(
        "\n".join(address_lines(location, address))
        for location in locations(service)
        for address in location.get("addresses", [])[:1]
    )
    told = ""
    for text in found:
        if len(more := paragraphs(told, text)) <= LONGEST_ADDRESS:
            told = more
    return told


def directions_of(service: Found) -> str:
    texts: dict[str, str] = {}
    for location in locations(service):
        access = [one.get("description") or one.get("accessibility") for one in location.get("accessibility", [])]
        for text in (location.get("transportation"), location.get("description"), *access):
            if said := plain(text):
                texts.setdefault(squeezed(said), said)
    return paragraphs(*texts.values())


def areas_of(service: Found, known: Mapping[str, str]) -> tuple[list[str], list[str]]:
    """The codes of the council's own areas by that name, and what is said of other areas."""
    names = [line(one.get("name") or one.get("service_area")) for one in service.get("service_areas", [])]
    mine = [known[name.casefold()] for name in names if name.casefold() in known]
    return sorted(set(mine)), [name for name in dict.fromkeys(names) if name and name.casefold() not in known]


def area_names(areas: Iterable[Any]) -> dict[str, str]:
    """The council's areas by their English name."""
    return {area.name_en.casefold(): area.code for area in areas if area.name_en}
