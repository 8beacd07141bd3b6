"""What is due for the young people of a worker, manager or duty worker: by kind, by state, and how much of each."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import OuterRef, QuerySet, Subquery

from leavingwell.platform.access.operations import Operation
from leavingwell.platform.access.permissions import Viewer, visible
from leavingwell.platform.access.relations import CASE_TEAM
from leavingwell.platform.people.models import Allocation, YoungPerson
from leavingwell.platform.plans.attention import BY_CLOCKS, Level, Reason, by_clocks
from leavingwell.platform.plans.caseload import OnClocks
from leavingwell.platform.plans.clock_facts import RuleBook, clocks_of, with_clock_facts
from leavingwell.platform.plans.clocks import Clock, Kind, State

OPEN = (State.OVERDUE, State.DUE, State.SOON)  # what somebody should see without asking


@dataclass(frozen=True)
class Due:
    young_person: Any
    worker_name: str
    clock: Clock


def case_team_rows(viewer: Viewer) -> QuerySet[Any]:
    rows = visible(YoungPerson.objects.all(), viewer, Operation.VIEW_YOUNG_PERSON, relations=CASE_TEAM)
    return with_clock_facts(rows)


def worker_name() -> Subquery:
    current = Allocation.objects.filter(young_person=OuterRef("pk"), ends_on=None)
    return Subquery(current.values("worker__name")[:1])


def due(viewer: Viewer, book: RuleBook, kinds: Collection[Kind] = (), states: Collection[State] = ()) -> list[Due]:
    """The longest due first. No kinds: all of them; no states: those that are overdue, due or soon. Two queries."""
    rows = case_team_rows(viewer).select_related("person").annotate(worker_name=worker_name())
    found = [
        Due(row, row.worker_name or "", clock)
        for row in rows
        for clock in clocks_of(row, book)
        if clock.state in (states or OPEN) and (not kinds or clock.kind in kinds)
    ]
    return sorted(found, key=lambda one: (one.clock.due_on, one.young_person.person.name, one.young_person.pk))


def totals(viewer: Viewer, book: RuleBook) -> Counter[tuple[Kind, State]]:
    """How many clocks of the viewer's young people there are of each kind in each state."""
    return Counter(
        (clock.kind, clock.state) for row in case_team_rows(viewer).order_by() for clock in clocks_of(row, book)
    )


def young_people_with(viewer: Viewer, book: RuleBook, state: State) -> set[UUID]:
    """Those with a clock in that state, for the filter of the caseload."""
    rows = case_team_rows(viewer).order_by()
    return {row.pk for row in rows if any(clock.state == state for clock in clocks_of(row, book))}


def on_clocks(viewer: Viewer, book: RuleBook) -> OnClocks:
    """For whom something is due by a clock, for the order of the caseload. One query."""
    found = {row.pk: list(by_clocks(row, book)) for row in case_team_rows(viewer).order_by()}

    def who(wanted: Level | Reason) -> frozenset[UUID]:
        return frozenset(
            pk for pk, reasons in found.items() if any(wanted in (one.level, one.reason) for one in reasons)
        )

    by_reason = {reason: who(reason) for reason in BY_CLOCKS.values()}
    return OnClocks(who(Level.TODAY), who(Level.WEEK), who(Level.SOON), by_reason)
