"""What happened lately between a young person and those who work with them, the newest first."""

from collections.abc import Iterator
from typing import Any

from leavingwell.themes.portal.case_words import CAUSES, CONTACT_CHANNELS
from leavingwell.themes.portal.reading.todo import nodes
from leavingwell.themes.portal.tags.days import day_of

SHOWN = 7
Event = dict[str, Any]


def lately(found: dict[str, Any]) -> list[Event]:
    """Contacts, check-ins, messages, and hard times, each with its `kind`, `at` and who it was."""
    plan = found["plan"] or {"said": {"edges": []}}
    events = [*contacts(found), *check_ins(found), *messages(plan), *crises(found)]
    return sorted(events, key=lambda event: (day_of(event["at"]), event["at"]), reverse=True)[:SHOWN]


def contacts(found: dict[str, Any]) -> Iterator[Event]:
    for one in nodes(found["contacts"]):
        yield {**one, "kind": "contact", "at": one["on"], "word": CONTACT_CHANNELS[one["channel"]]}


def check_ins(found: dict[str, Any]) -> Iterator[Event]:
    for one in nodes(found["checkIns"]):
        yield {**one, "kind": "check_in", "at": one["sentAt"]}


def messages(plan: dict[str, Any]) -> Iterator[Event]:
    for one in nodes(plan["said"]):
        yield {**one, "kind": "message", "at": one["writtenAt"]}


def crises(found: dict[str, Any]) -> Iterator[Event]:
    """Its beginning, and its end."""
    for one in found["crises"]:
        word = CAUSES[one["cause"]]
        yield {**one, "kind": "crisis", "at": one["startedOn"], "word": word}
        if one["closedOn"]:
            yield {**one, "kind": "crisis_over", "at": one["closedOn"], "word": word}
