"""An offer as the values that a directory could bring: what is there now, of its live page or of its draft."""

import json
from collections.abc import Mapping
from typing import Any

from bs4 import BeautifulSoup

from leavingwell.content.models import OfferPage
from leavingwell.content.open_referral.taking.texts import plain

TEXTS = ("heading_en", "summary_en", "who_it_is_for_en", "how_to_get_it_en", "evidence_en", "directions_en", "alert_en")
LINES = ("provider", "phone", "email", "hours", "address", "link")
NUMBERS = ("youngest", "oldest")
FIELDS = (*TEXTS, "body_en", *LINES, *NUMBERS, "contacts", "resources", "areas", "topic", "last_checked_on")
STREAMS = ("contacts", "resources")


def items(found: Any) -> list[Any]:
    """Of a list block, whether or not each item has an id."""
    return [one["value"] if isinstance(one, dict) and "value" in one else one for one in found or []]


def contact_of(block: Mapping[str, Any]) -> dict[str, Any]:
    names = ("name", "role", "phone", "text_number", "email")
    hours = [
        {"days": one["days"], "opens_at": str(one["opens_at"])[:5], "closes_at": str(one["closes_at"])[:5]}
        for one in items(block.get("hours"))
    ]
    return {
        **{name: block.get(name) or "" for name in names},
        "hours": hours,
        "out_of_hours": bool(block.get("out_of_hours")),
    }


def contacts_in(blocks: list[Mapping[str, Any]]) -> list[dict[str, Any]]:
    return [contact_of(block["value"]) for block in blocks if block["type"] == "contact"]


def links_in(blocks: list[Mapping[str, Any]]) -> list[dict[str, str]]:
    kept = (block["value"] for block in blocks if block["type"] == "link")
    return [{"title": one.get("title", ""), "url": one.get("url", "")} for one in kept]


def text_of_html(html: str) -> str:
    if "<" not in html:
        return plain(html)
    return plain(f"<div>{BeautifulSoup(html, 'html.parser')}</div>")


def live_columns(offer: OfferPage) -> dict[str, Any]:
    columns = {name: getattr(offer, name) for name in (*TEXTS, "body_en", *LINES, *NUMBERS, "areas")}
    streams = {name: list(getattr(offer, name).raw_data) for name in STREAMS}
    day = offer.last_checked_on
    return {**columns, **streams, "topic": offer.topic_id, "last_checked_on": day.isoformat() if day else None}


def draft_columns(content: Mapping[str, Any]) -> dict[str, Any]:
    """Those of a revision: of one that is older than a column, without it."""
    streams = {name: json.loads(content.get(name) or "[]") for name in STREAMS}
    return {**{name: content.get(name) for name in FIELDS}, **streams}


def columns_of(offer: OfferPage) -> dict[str, Any]:
    """What its editors see: the draft while there is one. `latest_revision` should be selected with the offer."""
    if offer.has_unpublished_changes and offer.latest_revision:
        return draft_columns(offer.latest_revision.content)
    return live_columns(offer)


def values_of(offer: OfferPage, topics: Mapping[Any, str]) -> dict[str, Any]:
    """`topics` are the codes of the topics by their keys."""
    columns = columns_of(offer)
    known = {str(key): code for key, code in topics.items()}
    return {
        **columns,
        "body_en": text_of_html(columns["body_en"] or ""),
        "contacts": contacts_in(columns["contacts"]),
        "resources": links_in(columns["resources"]),
        "areas": sorted(columns["areas"] or []),
        "topic": known.get(str(columns["topic"]), ""),
    }
