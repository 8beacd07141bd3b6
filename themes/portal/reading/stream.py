"""All that is said about a plan as one stream: a day after the other, the newest first."""

from dataclasses import dataclass
from itertools import groupby
from typing import Any

from leavingwell.themes.portal.reading.messages import Thread
from leavingwell.themes.portal.tags.days import day_of


@dataclass(frozen=True)
class Said:
    """One comment; `answers` is the one that it answers. At the newest of a thread one can answer."""

    comment: dict[str, Any]
    thread: Thread
    answers: dict[str, Any] | None
    is_newest: bool


@dataclass(frozen=True)
class Day:
    """`at` is a moment of it."""

    at: str
    said: list[Said]


def said_in(thread: Thread) -> list[Said]:
    comments = thread.comments
    return [
        Said(comment, thread, comments[place - 1] if place else None, place == len(comments) - 1)
        for place, comment in enumerate(comments)
    ]


def stream_of(threads: list[Thread]) -> list[Day]:
    said = sorted(
        (one for thread in threads for one in said_in(thread)),
        key=lambda one: str(one.comment["writtenAt"]),
        reverse=True,
    )
    days = groupby(said, key=lambda one: day_of(one.comment["writtenAt"]))
    return [Day(rows[0].comment["writtenAt"], rows) for rows in (list(group) for _day, group in days)]
