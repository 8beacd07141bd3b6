"""Where an offer is, as the standard writes addresses. An offer keeps its address as an envelope has it."""

import re
from typing import Any

from leavingwell.content.models import OfferPage
from leavingwell.content.open_referral.ids import made_id

POSTCODE = re.compile(r"[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}", re.IGNORECASE)


def address_parts(text: str) -> dict[str, str]:
    """The first line, what stands between, the town, the postcode: in the order in which they are read."""
    lines = [part.strip() for part in re.split(r"[\n,]", text) if part.strip()]
    found = POSTCODE.search(lines[-1]) if lines else None
    code = ""
    if found and found.end() == len(lines[-1]):
        code, rest = found[0], lines[-1][: found.start()].strip()
        lines = [*lines[:-1], *([rest] if rest else [])]
    first, *others = lines or [""]
    between, town = others[:-1], others[-1] if others else ""
    return {"address_1": first, "address_2": ", ".join(between), "city": town, "postal_code": code}


def address_of(offer: OfferPage, key: str) -> dict[str, str]:
    found = {name: text for name, text in address_parts(offer.address).items() if text or name != "address_2"}
    standing = {"state_province": "", "country": "GB", "address_type": "physical"}
    return {"id": made_id("address", key), **found, **standing}


def location_of(offer: OfferPage) -> dict[str, Any] | None:
    key = str(offer.translation_key)
    if not offer.address and not offer.directions_en:
        return None
    addresses = [address_of(offer, key)] if offer.address else []
    way = {"transportation": offer.directions_en} if offer.directions_en else {}
    return {"id": made_id("location", key), "location_type": "physical", **way, "addresses": addresses}


def at_location_id(key: Any) -> str:
    return made_id("at location", key)
