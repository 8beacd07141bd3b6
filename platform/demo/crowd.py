"""Everybody else: as many young people of each age, with as many plans in force, as the council's file says."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum
from itertools import chain, repeat
from random import Random
from typing import Any

from leavingwell.platform.demo.stories import Story
from leavingwell.platform.people.dates import age_on

Settings = dict[str, Any]
OLDEST_BAND = 21


class Standing(Enum):
    """Where a plan stands: in force and made here, in force from the former system, or not in force."""

    MADE_HERE = "made here"
    BROUGHT_OVER = "brought over"
    NOT_IN_FORCE = "not in force"


@dataclass(frozen=True)
class Place:
    """One young person to be told of: their age in years (21 for 21 and over), plan and worker."""

    band: int
    standing: Standing
    worker: str


def band_of(story: Story, today: date) -> int:
    return min(age_on(story.born, today), OLDEST_BAND)


def standing_of(story: Story, today: date) -> Standing:
    if story.current_until is None or story.current_until < today:
        return Standing.NOT_IN_FORCE
    return Standing.BROUGHT_OVER if story.brought_over else Standing.MADE_HERE


def scaled(number: int, scale: float) -> int:
    return round(number * scale)


def bands(settings: Settings, scale: float) -> Counter[tuple[int, bool]]:
    """How many of each age have a plan in force, and how many have none."""
    wanted: Counter[tuple[int, bool]] = Counter()
    for band, row in settings["people"].items():
        wanted[int(band), True] = scaled(row["in_force"], scale)
        wanted[int(band), False] = scaled(row["people"] - row["in_force"], scale)
    return wanted


def spread(wanted: Counter[tuple[int, bool]], in_force: bool) -> list[int]:
    rows = (repeat(band, number) for (band, force), number in sorted(wanted.items()) if force is in_force)
    return list(chain.from_iterable(rows))


def capacities(settings: Settings, cast: list[Story]) -> tuple[list[str], list[str]]:
    """The workers' free places, one entry each: in the team whose plans were brought over, and in the others."""
    late_team = settings.get("brought_over", {}).get("team")
    taken = Counter(story.worker for story in cast)
    late: list[str] = []
    others: list[str] = []
    for person in settings["staff"]:
        free = [person["key"]] * (person.get("caseload", 0) - taken[person["key"]])
        (late if late_team and person.get("team") == late_team else others).extend(free)
    return late, others


def even(rows: list[str], number: int) -> Iterator[str]:
    """`number` of the rows, evenly chosen: all of them when there are as many."""
    return (rows[place * len(rows) // number] for place in range(number))


def places(settings: Settings, cast: list[Story], today: date, scale: float, chance: Random) -> list[Place]:
    wanted = bands(settings, scale)
    wanted.subtract((band_of(s, today), standing_of(s, today) != Standing.NOT_IN_FORCE) for s in cast)
    in_force, not_in_force = spread(wanted, True), spread(wanted, False)
    chance.shuffle(in_force)
    chance.shuffle(not_in_force)
    brought = scaled(settings.get("brought_over", {}).get("people", 0), scale)
    late, others = capacities(settings, cast)
    late_rest = max(0, scaled(len(late), scale) - brought)
    groups = (
        [(band, Standing.BROUGHT_OVER) for band in in_force[:brought]]
        + [(band, Standing.NOT_IN_FORCE) for band in not_in_force[:late_rest]],
        [(band, Standing.MADE_HERE) for band in in_force[brought:]]
        + [(band, Standing.NOT_IN_FORCE) for band in not_in_force[late_rest:]],
    )
    found = []
    for rows, workers in zip(groups, (late, others), strict=True):
        chance.shuffle(workers)
        found += [Place(*row, worker) for row, worker in zip(rows, even(workers, len(rows)), strict=True)]
    return found
