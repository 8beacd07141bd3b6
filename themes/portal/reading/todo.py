"""The shared to-do list, sorted for reading."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

Action = dict[str, Any]
FINISHED = {"DONE", "DROPPED"}
SOON = timedelta(days=14)


def offers_on_the_list(person: dict[str, Any] | None) -> set[str]:
    """The slugs of what somebody has asked about."""
    listed = nodes(person["plan"]["actions"]) if person and person["plan"] else []
    return {action["offer"]["slug"] for action in listed if action["offer"]}


def nodes(connection: dict[str, Any]) -> list[Any]:
    return [edge["node"] for edge in connection["edges"]]


def by_day(action: Action) -> str:
    return action["dueOn"] or "9999"


def open_actions(connection: dict[str, Any]) -> list[Action]:
    """What is still to do, soonest first; what was only asked for is not on the list yet."""
    return sorted((one for one in nodes(connection) if one["status"] not in {*FINISHED, "DRAFT"}), key=by_day)


def asked_for(connection: dict[str, Any]) -> list[Action]:
    """Help that was asked for and that the worker has not yet turned into an action."""
    return [one for one in nodes(connection) if one["status"] == "DRAFT"]


def done_actions(connection: dict[str, Any]) -> list[Action]:
    """What is done, latest first."""
    return sorted(
        (one for one in nodes(connection) if one["status"] == "DONE"), key=lambda one: one["doneAt"], reverse=True
    )


def is_mine(action: Action, viewer_id: str) -> bool:
    return any(owner["id"] == viewer_id for owner in action["owners"])


def mine(actions: list[Action], viewer_id: str) -> list[Action]:
    return [one for one in actions if is_mine(one, viewer_id)]


def others(actions: list[Action], viewer_id: str) -> list[Action]:
    return [one for one in actions if any(owner["id"] != viewer_id for owner in one["owners"])]


def soon_and_later(actions: list[Action]) -> tuple[list[Action], list[Action]]:
    limit = (timezone.localdate() + SOON).isoformat()
    soon = [one for one in actions if one["dueOn"] and one["dueOn"] <= limit]
    return soon, [one for one in actions if one not in soon]


def owners(young_person: dict[str, Any], me: str) -> dict[str, list[str]]:
    """Who can be chosen for a new action: the viewer, the other one of the two, or both."""
    own, worker = young_person["person"]["id"], young_person["worker"]
    other = own if me != own else (worker["id"] if worker else None)
    return {"me": [me], **({"them": [other], "both": [me, other]} if other else {})}
