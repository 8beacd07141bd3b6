"""Contacts, crises and states sorted for the page of one young person."""

from typing import Any

from leavingwell.themes.portal.case_words import ANSWERS, CAUSES, CONTACT_CHANNELS, WORKED
from leavingwell.themes.portal.reading.clocks import clock_rows
from leavingwell.themes.portal.reading.todo import nodes
from leavingwell.themes.portal.words import STATES


def contact_rows(connection: dict[str, Any]) -> list[dict[str, Any]]:
    return [{**one, "word": CONTACT_CHANNELS[one["channel"]]} for one in nodes(connection)]


def crisis_rows(crises: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Open ones first, then the newest."""
    rows = [{**one, "word": CAUSES[one["cause"]], "worked_word": WORKED[one["worked"]]} for one in crises]
    return sorted(rows, key=lambda row: row["closedOn"] is not None)


def state_rows(changes: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{**one, "before_word": STATES[one["before"]], "after_word": STATES[one["after"]]} for one in changes]


def offer_rows(offers: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{**one, "answer_word": ANSWERS.get(one["answer"], "")} for one in offers]


def in_touch_context(found: dict[str, Any]) -> dict[str, Any]:
    crises = crisis_rows(found["crises"])
    return {
        "clocks": clock_rows(found["clocks"]),
        "contacts": contact_rows(found["contacts"]),
        "more_contacts": max(found["contacts"]["totalCount"] - 30, 0),
        "crises": crises,
        "open_crises": [one for one in crises if one["closedOn"] is None],
        "changes": state_rows(found["stateChanges"]),
        "offers": offer_rows(found["yearlyOffers"]),
        "grown": 21 <= found["age"] < 25,
        "slim": bool(found["plan"]) and found["plan"]["kind"] == "SLIM",
    }
