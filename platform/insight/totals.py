"""What a council's young people say, counted by the database and told with small numbers hidden."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Case, CharField, Count, F, Q, QuerySet, Value, When
from django.utils import timezone

from leavingwell.platform.access.grants import related_to
from leavingwell.platform.access.relations import CASE_TEAM
from leavingwell.platform.insight.age_bands import AgeBand, band_of
from leavingwell.platform.insight.suppression import ALL, SMALLEST_SHOWN, Cell, suppressed, with_sums
from leavingwell.platform.people.models import Person, YoungPerson
from leavingwell.platform.people.roles import Role
from leavingwell.platform.plans.models.rules import rules
from leavingwell.questionnaires.kinds import AnswerKind
from leavingwell.questionnaires.models import Answer
from leavingwell.questionnaires.services.publishing import latest_version

CURRENT, NOT_CURRENT = "current", "not current"


@dataclass(frozen=True)
class Told:
    """A number, or that it is hidden."""

    count: int | None
    suppressed: bool


@dataclass(frozen=True)
class QuestionTotals:
    question: dict[str, Any]
    total: Told
    counts: tuple[tuple[dict[str, Any], Told], ...]
    wants_help: Told


@dataclass(frozen=True)
class PlanTotals:
    eligible: int | None
    current: int | None
    percent: int | None
    target: int


@dataclass(frozen=True)
class Totals:
    people: int | None
    plans: PlanTotals
    questions: tuple[QuestionTotals, ...]


@dataclass(frozen=True)
class Slice:
    """What was asked for, and whether the asker is the case team of exactly these young people."""

    band: AgeBand | None = None
    team: UUID | None = None
    is_case_team: bool = False
    known_teams: frozenset[UUID] = frozenset()  # whose true numbers the asker can see by asking for the team

    @property
    def place(self) -> tuple[str | None, UUID | None]:
        return (self.band.value if self.band else ALL), self.team


class Table:
    """Counts by (what, band, team) with their sums; small ones are hidden unless the case team looks."""

    def __init__(self, counts: dict[Cell, int], part: Slice) -> None:
        self.sums = with_sums(counts)
        known = {cell for cell in self.sums if cell[-1] in part.known_teams}
        self.hidden = set() if part.is_case_team else suppressed(self.sums, known)
        self.place = part.place

    def at(self, what: str | None) -> Told:
        cell: Cell = (what, *self.place)
        if cell in self.hidden:
            return Told(None, suppressed=True)
        return Told(self.sums.get(cell, 0), suppressed=False)


def people_seen(viewer: Person, part: Slice) -> QuerySet[YoungPerson]:
    """Everybody in the council; for the case team, their own young people alone."""
    people: QuerySet[YoungPerson] = YoungPerson.objects.all()
    if part.is_case_team and viewer.user:
        people = people.filter(pk__in=related_to(viewer.user, CASE_TEAM))
    return people


def slice_for(viewer: Person, band: AgeBand | None, team: UUID | None) -> Slice:
    """Whom the viewer counts.

    A personal adviser counts their own young people, a manager with a team of theirs that team: both see true numbers.
    """
    managed = frozenset(viewer.teams_managed.values_list("pk", flat=True))
    return Slice(band, team, viewer.role == Role.PERSONAL_ADVISER or team in managed, managed)


def answer_tables(
    people: QuerySet[YoungPerson], questions: list[str], part: Slice, day: date
) -> tuple[dict[str, Table], dict[str, Table]]:
    """Two maps by question code: answers by choice, and wanted help. One query."""
    found = (
        Answer.objects.filter(response__is_latest=True, response__young_person__in=people, question_code__in=questions)
        .values("question_code", "kind", "choice", team=F("response__young_person__team"))
        .annotate(band=band_of("response__young_person__date_of_birth", day))
        .annotate(number=Count("pk"), wanted=Count("pk", filter=Q(wants_help=True)))
        .order_by()
    )
    given: dict[str, dict[Cell, int]] = defaultdict(lambda: defaultdict(int))
    wanted: dict[str, dict[Cell, int]] = defaultdict(lambda: defaultdict(int))
    for row in found:
        code, place = row["question_code"], (row["band"], row["team"])
        if row["kind"] == AnswerKind.ANSWERED:
            given[code][(row["choice"], *place)] += row["number"]
        wanted[code][("wants help", *place)] += row["wanted"]
    return (
        {code: Table(counts, part) for code, counts in given.items()},
        {code: Table(counts, part) for code, counts in wanted.items()},
    )


def plan_table(people: QuerySet[YoungPerson], part: Slice, day: date) -> Table:
    status = Case(
        When(plan__current_until__gte=day, then=Value(CURRENT)), default=Value(NOT_CURRENT), output_field=CharField()
    )
    found = (
        people.annotate(status=status, band=band_of("date_of_birth", day))
        .values("status", "band", "team")
        .annotate(number=Count("pk"))
        .order_by()
    )
    return Table({(row["status"], row["band"], row["team"]): row["number"] for row in found}, part)


def plan_totals(table: Table, part: Slice) -> PlanTotals:
    eligible, current = table.at(ALL), table.at(CURRENT)
    percent = None
    enough = eligible.count is not None and (part.is_case_team or eligible.count >= SMALLEST_SHOWN)
    if enough and eligible.count and current.count is not None:
        percent = round(100 * current.count / eligible.count)
    return PlanTotals(eligible.count, current.count, percent, rules().completion_target)


def question_totals(question: dict[str, Any], given: Table, wanted: Table) -> QuestionTotals:
    counts = tuple((choice, given.at(choice["code"])) for choice in question["choices"])
    return QuestionTotals(question, given.at(ALL), counts, wanted.at("wants help"))


def totals(
    viewer: Person, *, domain: str | None = None, band: AgeBand | None = None, team: UUID | None = None
) -> Totals:
    """The council's totals now. The same numbers are hidden whichever way they are asked for. Constant queries."""
    day, part = timezone.localdate(), slice_for(viewer, band, team)
    people = people_seen(viewer, part)
    plans = plan_table(people, part, day)
    domains = [one for one in latest_version("outcomes").content["domains"] if domain in (None, one["code"])]
    questions = [question for one in domains for question in one["questions"]]
    given, wanted = answer_tables(people, [question["code"] for question in questions], part, day)
    nothing = Table({}, part)
    return Totals(
        people=plans.at(ALL).count,
        plans=plan_totals(plans, part),
        questions=tuple(
            question_totals(question, given.get(question["code"], nothing), wanted.get(question["code"], nothing))
            for question in questions
        ),
    )
