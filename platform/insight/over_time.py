"""The same questions in earlier half-years, told so that nobody can be picked out by comparing them.

In each half-year the last checklist counts that a young person finished in it, with the age they had at its end. Teams
are those of today. Answers to earlier versions are read in the terms of the newest.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import product
from typing import Any
from uuid import UUID

from django.utils import timezone

from leavingwell.platform.insight.age_bands import AgeBand
from leavingwell.platform.insight.periods import Period, closed_periods
from leavingwell.platform.insight.sheets import Sheet, content_of, sheets
from leavingwell.platform.insight.suppression import ALL, Cell, apart, with_sums
from leavingwell.platform.insight.tables import AnswerTable, Said, Slice, Table, Told
from leavingwell.platform.insight.totals import people_seen, slice_for
from leavingwell.platform.people.models import Person
from leavingwell.questionnaires.kinds import AnswerKind
from leavingwell.questionnaires.models import QuestionnaireRules
from leavingwell.questionnaires.scoring import Bands, Phase, as_shown, domain_score
from leavingwell.questionnaires.services.publishing import latest_version
from leavingwell.questionnaires.values import field_of

Question = Mapping[str, Any]
What = Callable[[Sheet], Any]  # what a checklist says; None: it says nothing and is not counted


@dataclass(frozen=True)
class QuestionThen:
    question: dict[str, Any]
    total: Told
    counts: tuple[tuple[dict[str, Any], Told], ...]


@dataclass(frozen=True)
class Point:
    """One half-year, or now: then `period` is None, and what was said stands in the totals."""

    period: Period | None
    total: Told
    phases: tuple[tuple[Phase, Told], ...]
    questions: tuple[QuestionThen, ...]


class Counting:
    """What the checklists say, counted for each half-year and for now, and what both count."""

    def __init__(self, found: Iterable[Sheet], what: What) -> None:
        self.now: Counter[tuple[Any, Cell]] = Counter()
        self.then: dict[str, Counter[tuple[Any, Cell]]] = {}
        self.both: dict[str, Counter[Cell]] = {}
        for sheet in found:
            if (said := what(sheet)) is not None:
                self.add(sheet, said)

    def add(self, sheet: Sheet, said: Any) -> None:
        if sheet.is_latest:
            self.now[said, sheet.now] += 1
        if sheet.period:
            self.then.setdefault(sheet.period, Counter())[said, sheet.then] += 1
        if sheet.period and sheet.is_latest:
            self.both.setdefault(sheet.period, Counter()).update(shared_places(sheet))

    def at(self, period: str) -> Counter[tuple[Any, Cell]]:
        return self.then.get(period, Counter())

    def withheld(self, period: str) -> set[Cell]:
        """The places at which the half-year tells too little that is not told of now."""
        now, then = (by_place(counts) for counts in (self.now, self.at(period)))
        return apart(now, then, self.both.get(period, {}))


def shared_places(sheet: Sheet) -> Iterable[Cell]:
    """Where it is counted both then and now: somebody who has grown older is so at all ages alone."""
    bands = [ALL, sheet.now[0]] if sheet.now[0] == sheet.then[0] else [ALL]
    return product(bands, (ALL, sheet.now[1]))


def by_place(counts: Mapping[tuple[Any, Cell], int]) -> Mapping[Cell, int]:
    found: Counter[Cell] = Counter()
    for (_said, place), number in counts.items():
        found[place] += number
    return Counter(with_sums(found))


def said_to(question: Question) -> What:
    """The choices that were made; none for an answer of another kind."""
    field = field_of(question)

    def what(sheet: Sheet) -> Said | None:
        kind, value = sheet.answers.get(question["code"], ("", None))
        if kind != AnswerKind.ANSWERED:
            return None
        if field == "choice":
            return (value,) if value else ()
        return tuple(value or ()) if field == "choices" else ()

    return what


def phase_in(content: dict[str, Any], domain: Mapping[str, Any]) -> What:
    rules = QuestionnaireRules.objects.first()
    bands = Bands(rules.going_well, rules.growing) if rules else Bands()
    return lambda sheet: bands.phase(domain_score(domain, as_shown(content, sheet.answers)).percent)


def phase_table(counts: Mapping[tuple[Phase, Cell], int], part: Slice, withheld: set[Cell]) -> Table:
    return Table({(phase.value, *place): number for (phase, place), number in counts.items()}, part, withheld)


def phases_of(table: Table) -> tuple[tuple[Phase, Told], ...]:
    return tuple((phase, table.at(phase.value)) for phase in Phase)


def question_then(question: dict[str, Any], counting: Counting, period: str, part: Slice) -> QuestionThen:
    table = AnswerTable(question, counting.at(period), part, counting.withheld(period))
    counts = tuple((choice, table.at(choice["code"])) for choice in question["choices"])
    return QuestionThen(question, table.total(), counts)


def over_time(viewer: Person, *, domain: str, band: AgeBand | None = None, team: UUID | None = None) -> list[Point]:
    """Four half-years, oldest first, and now. Empty for a domain that is not there. Constant queries."""
    latest, today, part = latest_version("outcomes"), timezone.localdate(), slice_for(viewer, band, team)
    content, periods = content_of(latest, domain), closed_periods(today)
    area = next((one for one in content["domains"] if one["code"] == domain), None)
    if area is None:
        return []
    codes = [one["code"] for each in content["domains"] for one in each["questions"]]
    found = list(sheets(people_seen(viewer, part), latest, codes, periods, today))
    phases = Counting(found, phase_in(content, area))
    asked = [(question, Counting(found, said_to(question))) for question in area["questions"]]
    points = []
    for period in periods:
        table = phase_table(phases.at(period.code), part, phases.withheld(period.code))
        questions = tuple(question_then(question, one, period.code, part) for question, one in asked)
        points.append(Point(period, table.at(ALL), phases_of(table), questions))
    now = phase_table(phases.now, part, set())
    return [*points, Point(None, now.at(ALL), phases_of(now), ())]
