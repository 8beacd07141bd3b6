"""Words on a plan as threads, those with the newest words first."""

from dataclasses import dataclass, field
from typing import Any

from leavingwell.themes.portal.reading.todo import nodes

WHAT_MATTERS = "what_matters"
Comment = dict[str, Any]


@dataclass
class Thread:
    """One comment and its answers. `about` is the goal, action or area that it is about, None for the whole plan."""

    first: Comment
    replies: list[Comment] = field(default_factory=list)
    about: dict[str, Any] | None = None

    @property
    def comments(self) -> list[Comment]:
        return [self.first, *self.replies]

    @property
    def newest(self) -> str:
        return str(self.comments[-1]["writtenAt"])


def threads_in(plan: dict[str, Any], domains: list[dict[str, Any]]) -> list[Thread]:
    """What matters to them stands on the plan itself: here only with an answer."""
    found: dict[str, Thread] = {}
    for comment in nodes(plan["comments"]):
        first = found.get(comment["inAnswerTo"])
        if first:
            first.replies.append(comment)
        else:
            found[comment["id"]] = Thread(comment, about=about_of(comment, plan, domains))
    shown = [one for one in found.values() if one.replies or one.first["part"] != WHAT_MATTERS]
    return sorted(shown, key=lambda one: one.newest, reverse=True)


def about_of(comment: Comment, plan: dict[str, Any], domains: list[dict[str, Any]]) -> dict[str, Any] | None:
    """`kind` is goal, action, area or what_matters; the rest is of what it is about."""
    if comment["goalId"]:
        return found_in(plan["goals"], "goal", "id", comment["goalId"])
    if comment["actionId"]:
        return found_in(nodes(plan["spokenOf"]), "action", "id", comment["actionId"])
    if comment["part"] == WHAT_MATTERS:
        return {"kind": WHAT_MATTERS}
    return found_in(domains, "area", "code", comment["part"])


def found_in(rows: list[dict[str, Any]], kind: str, key: str, value: str) -> dict[str, Any] | None:
    return next(({**row, "kind": kind} for row in rows if row[key] == value), None)


def threads_of(row: dict[str, Any]) -> list[Thread]:
    """Those of one goal or action, as the API tells them."""
    return [Thread(one["first"], one["replies"]) for one in row["threads"]]


def unread_in(threads: list[Thread]) -> list[str]:
    """The ids of what the reader has not read yet."""
    return [comment["id"] for thread in threads for comment in thread.comments if comment["unread"]]
