"""The clocks that the law and the council set: of one young person, and all that are due for the viewer."""

from collections.abc import Iterable
from datetime import date
from typing import Any, Self, cast

import strawberry
from strawberry import relay

from leavingwell.graphql.connections import check_cursor, check_size
from leavingwell.graphql.context import Info
from leavingwell.graphql.errors import allowed_or_error
from leavingwell.graphql.ids import opaque
from leavingwell.platform.access.operations import CouncilOperation
from leavingwell.platform.plans import clocks, due
from leavingwell.platform.plans.clock_laws import law_of

ClockKind = clocks.Kind
strawberry.enum(ClockKind, name="ClockKind", description="What must happen by a day.")
ClockState = clocks.State
strawberry.enum(ClockState, name="ClockState", description="`DUE`: within a week; `SOON`: in time to plan for it.")


@strawberry.type(description="Something that must happen by a day.")
class Clock:
    kind: ClockKind
    state: ClockState
    due_on: date
    started_on: date | None = strawberry.field(description="The rules of this day apply. Null: only its end is known.")
    law: str = strawberry.field(description="Where it is written.")


def clock_type(clock: clocks.Clock) -> Clock:
    return Clock(
        kind=clock.kind, state=clock.state, due_on=clock.due_on, started_on=clock.started_on, law=law_of(clock.kind)
    )


@strawberry.type(description="A clock of one of the viewer's young people.")
class DueClock(relay.Node):
    key: relay.NodeID[str]
    young_person_id: strawberry.ID
    preferred_name: str
    worker_name: str = strawberry.field(description="Empty: nobody is their worker now.")
    clock: Clock


def due_clock(one: due.Due) -> DueClock:
    return DueClock(
        key=f"{one.young_person.pk}:{one.clock.kind.value}",
        young_person_id=opaque("YoungPerson", one.young_person.pk),
        preferred_name=one.young_person.person.name,
        worker_name=one.worker_name,
        clock=clock_type(one.clock),
    )


@strawberry.type(name="DueClockConnection", description="A page of clocks.")
class DueClockConnection(relay.ListConnection[DueClock]):
    total_count: int = 0

    @classmethod
    def resolve_connection(cls, nodes: Any, *, info: Any, **kwargs: Any) -> Self:
        for name in ("before", "after"):
            check_cursor(name, kwargs.get(name))
        for name in ("first", "last"):
            check_size(name, kwargs.get(name))
        rows = list(nodes)
        found = cast(Self, super().resolve_connection([due_clock(one) for one in rows], info=info, **kwargs))
        found.total_count = len(rows)
        return found


@strawberry.type(description="How many clocks of one kind are in one state.")
class ClockTotal:
    kind: ClockKind
    state: ClockState
    count: int


@strawberry.type
class ClocksQuery:
    @relay.connection(
        DueClockConnection,
        description="What is due for the viewer's young people, the longest due first. No states: overdue, due, soon.",
    )
    def clocks(
        self, info: Info, kinds: list[ClockKind] | None = None, states: list[ClockState] | None = None
    ) -> Iterable[DueClock]:
        allowed_or_error(info, CouncilOperation.VIEW_CASELOAD)
        rows: Any = due.due(info.context.viewer, info.context.rule_book, kinds or (), states or ())
        return cast(Iterable[DueClock], rows)

    @strawberry.field(description="How many clocks of the viewer's young people there are, by kind and state.")
    def clock_totals(self, info: Info) -> list[ClockTotal]:
        allowed_or_error(info, CouncilOperation.VIEW_CASELOAD)
        found = due.totals(info.context.viewer, info.context.rule_book)
        return [
            ClockTotal(kind=kind, state=state, count=found[kind, state])
            for kind in clocks.Kind
            for state in clocks.State
            if found[kind, state]
        ]
