"""A manager's team at a look: for each worker the states, the clocks, the plans and who was long not spoken to.

True numbers, of a team that the viewer manages: they see every one of these records anyway. A constant number of
queries, whatever the size of the team.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Count, F, OuterRef, Q, Subquery
from django.utils import timezone

from leavingwell.platform.people.models import Allocation, Person, Team, YoungPerson
from leavingwell.platform.people.roles import Role
from leavingwell.platform.people.staff import here_now
from leavingwell.platform.plans.caseload import LONG_SILENT
from leavingwell.platform.plans.clock_facts import RuleBook, clocks_of, with_clock_facts
from leavingwell.platform.plans.clocks import Clock, Kind, State
from leavingwell.platform.plans.models import Crisis
from leavingwell.questionnaires.kinds import Channel
from leavingwell.questionnaires.models import Answer


@dataclass(frozen=True)
class WorkerPicture:
    """`worker` is None for those with whom nobody works now. All numbers are of young people."""

    worker: Person | None
    young_people: int
    states: Counter[str]
    overdue: int
    due: int
    plans_in_force: int
    long_silent: int


@dataclass(frozen=True)
class TeamPicture:
    """`channels`: of the latest checklists that are begun, how most of each was filled in."""

    team: Team
    workers: list[WorkerPicture]
    clocks: Counter[tuple[Kind, State]]
    channels: Counter[Channel]
    without_checklist: int
    open_crises: int

    @property
    def young_people(self) -> int:
        return sum(one.young_people for one in self.workers)


@dataclass(frozen=True)
class Row:
    """One young person, as the picture counts them."""

    team: UUID
    worker: UUID | None
    state: str
    clocks: list[Clock]
    has_plan: bool
    is_silent: bool

    def has(self, *states: State) -> bool:
        return any(clock.state in states for clock in self.clocks)


def team_pictures(viewer: Person, book: RuleBook) -> list[TeamPicture]:
    """Of the teams that the viewer manages, by name."""
    teams = list(viewer.teams_managed.filter(closed_on=None).order_by("name"))
    keys = [team.pk for team in teams]
    rows, channels = list(rows_of(keys, book)), channels_of(keys)
    advisers = workers_of(keys, rows)
    open_crises = Crisis.objects.filter(young_person__team__in=keys, closed_on=None)
    crises = Counter(open_crises.values_list("young_person__team", flat=True))
    found = []
    for team in teams:
        ours = [row for row in rows if row.team == team.pk]
        found.append(
            TeamPicture(
                team=team,
                workers=[worker_picture(worker, ours) for worker in of_team(team, advisers, ours)],
                clocks=Counter((clock.kind, clock.state) for row in ours for clock in row.clocks),
                channels=channels[team.pk],
                without_checklist=len(ours) - channels[team.pk].total(),
                open_crises=crises[team.pk],
            )
        )
    return found


def rows_of(teams: Collection[UUID], book: RuleBook) -> Iterator[Row]:
    current = Allocation.objects.filter(young_person=OuterRef("pk"), ends_on=None).values("worker")[:1]
    people = with_clock_facts(YoungPerson.objects.filter(team__in=teams)).annotate(worker_pk=Subquery(current))
    today = timezone.localdate()
    for one in people.order_by():
        until, touched = one.clock_current_until, one.last_contact_on
        silent = touched is None or touched < today - LONG_SILENT
        clocks = clocks_of(one, book)
        yield Row(one.team_id, one.worker_pk, one.state, clocks, bool(until and until >= today), silent)


def workers_of(teams: Collection[UUID], rows: Iterable[Row]) -> list[Person]:
    """Advisers of the teams and whoever else works with their young people, by name."""
    in_team = Q(team__in=teams, role=Role.PERSONAL_ADVISER) & here_now()
    working = {row.worker for row in rows} - {None}
    return list(Person.objects.filter(in_team | Q(pk__in=working)).order_by("name", "pk"))


def of_team(team: Team, people: Iterable[Person], rows: Iterable[Row]) -> list[Person | None]:
    """Last None, where somebody has no worker."""
    working = {row.worker for row in rows}
    found: list[Person | None] = [one for one in people if one.team_id == team.pk or one.pk in working]
    return [*found, None] if None in working else found


def worker_picture(worker: Person | None, rows: Iterable[Row]) -> WorkerPicture:
    key = worker.pk if worker else None
    theirs = [row for row in rows if row.worker == key]

    def number(holds: Callable[[Row], bool]) -> int:
        return sum(holds(row) for row in theirs)

    return WorkerPicture(
        worker=worker,
        young_people=len(theirs),
        states=Counter(row.state for row in theirs),
        overdue=number(lambda row: row.has(State.OVERDUE)),
        due=number(lambda row: row.has(State.DUE)),
        plans_in_force=number(lambda row: row.has_plan),
        long_silent=number(lambda row: row.is_silent),
    )


def channels_of(teams: Collection[UUID]) -> dict[UUID, Counter[Channel]]:
    """How most answers of each latest checklist were given; the first of the list where two are as many."""
    answers: Any = Answer.objects.filter(response__is_latest=True, response__young_person__team__in=teams)
    grouped = answers.values("response", "channel", team=F("response__young_person__team"))
    by_checklist: dict[tuple[UUID, UUID], Counter[str]] = defaultdict(Counter)
    for row in grouped.annotate(number=Count("pk")).order_by():
        by_checklist[row["team"], row["response"]][row["channel"]] = row["number"]
    found: dict[UUID, Counter[Channel]] = defaultdict(Counter)
    for (team, _checklist), counts in by_checklist.items():
        found[team][max(Channel, key=lambda channel: counts[channel])] += 1
    return found
