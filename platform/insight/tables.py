"""Counts laid out by what was said, age band and team, and told with small numbers hidden."""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from leavingwell.platform.insight.age_bands import AgeBand
from leavingwell.platform.insight.suppression import ALL, Cell, suppressed, with_sums
from leavingwell.questionnaires.kinds import AnswerType

MADE, NOT_MADE = "made", "not made"
Said = tuple[str, ...]  # the choices of one answer; none for one in words, by a number or a day


@dataclass(frozen=True)
class Told:
    """A number, or that it is hidden."""

    count: int | None
    suppressed: bool


HIDDEN = Told(None, suppressed=True)


@dataclass(frozen=True)
class Slice:
    """What was asked for, and whether the asker is the case team of exactly these young people."""

    band: AgeBand | None = None
    team: UUID | None = None
    is_case_team: bool = False
    known_teams: frozenset[UUID] = frozenset()  # whose true numbers the asker can see by asking for the team

    @property
    def place(self) -> Cell:
        return (self.band.value if self.band else ALL), self.team


class Table:
    """Counts by (what, band, team) with their sums; small ones are hidden unless the case team looks."""

    def __init__(self, counts: Mapping[Cell, int], part: Slice, withheld: Collection[Cell] = ()) -> None:
        self.sums = with_sums(counts)
        self.place = part.place
        self.withheld = () if part.is_case_team or part.team in part.known_teams else withheld
        known = {cell for cell in self.sums if cell[-1] in part.known_teams}
        self.hidden = set() if part.is_case_team else suppressed(self.sums, known, withheld)

    def at(self, what: str | None) -> Told:
        cell: Cell = (what, *self.place)
        if cell in self.hidden or self.place in self.withheld:
            return HIDDEN
        return Told(self.sums.get(cell, 0), suppressed=False)


class AnswerTable:
    """What was said to one question. Where several choices can be made, each stands against those who left it out."""

    def __init__(
        self,
        question: Mapping[str, Any],
        given: Mapping[tuple[Said, Cell], int],
        part: Slice,
        withheld: Collection[Cell] = (),
    ) -> None:
        several = question["answer_type"] == AnswerType.SEVERAL
        codes = [choice["code"] for choice in question["choices"]] if several else []
        self.whole = Table(by_choice(given, several=several), part, withheld)
        self.each = {code: Table(made_or_not(given, code), part, withheld) for code in codes}

    def total(self) -> Told:
        """Hidden also where one of several choices could be worked out from it."""
        tables = (self.whole, *self.each.values())
        return HIDDEN if any(table.at(ALL).suppressed for table in tables) else self.whole.at(ALL)

    def at(self, choice: str) -> Told:
        return self.each[choice].at(MADE) if self.each else self.whole.at(choice)


def by_choice(given: Mapping[tuple[Said, Cell], int], *, several: bool) -> Counter[Cell]:
    found: Counter[Cell] = Counter()
    for (said, place), number in given.items():
        found["" if several or not said else said[0], *place] += number
    return found


def made_or_not(given: Mapping[tuple[Said, Cell], int], code: str) -> Counter[Cell]:
    found: Counter[Cell] = Counter()
    for (said, place), number in given.items():
        found[MADE if code in said else NOT_MADE, *place] += number
    return found
