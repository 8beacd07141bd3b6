"""A manager's team at a look."""

from typing import Any

import strawberry

from leavingwell.graphql.context import Info
from leavingwell.graphql.errors import allowed_or_error
from leavingwell.graphql.mutations import signed_in
from leavingwell.graphql.people.person import Person
from leavingwell.graphql.people.staff import Team
from leavingwell.graphql.plans.clocks import ClockTotal
from leavingwell.graphql.plans.crises import CaseloadState
from leavingwell.graphql.questionnaires.types import Channel
from leavingwell.platform.access.operations import CouncilOperation
from leavingwell.platform.insight import team_picture
from leavingwell.platform.people.models import YoungPerson
from leavingwell.platform.plans import clocks
from leavingwell.questionnaires import kinds


@strawberry.type(description="How many young people are in one state.")
class StateCount:
    state: CaseloadState
    count: int


@strawberry.type(description="How many checklists were mostly filled in in one way.")
class ChannelCount:
    channel: Channel
    count: int


@strawberry.type(description="One worker's young people of the team, in numbers.")
class WorkerPicture:
    worker: Person | None = strawberry.field(description="Null: those with whom nobody works now.")
    young_people: int
    states: list[StateCount]
    overdue: int = strawberry.field(description="Young people with a clock that is overdue.")
    due: int = strawberry.field(description="Young people with a clock that is due within a week.")
    plans_in_force: int
    long_silent: int = strawberry.field(description="With whom nobody was in touch for six weeks.")


@strawberry.type(description="A team in numbers, for its manager.")
class TeamPicture:
    team: Team
    young_people: int
    workers: list[WorkerPicture] = strawberry.field(description="By name; last those with whom nobody works.")
    clocks: list[ClockTotal]
    channels: list[ChannelCount] = strawberry.field(description="Of the latest checklists, how most was filled in.")
    without_checklist: int = strawberry.field(description="Young people who have not begun one.")
    open_crises: int


def worker_type(found: team_picture.WorkerPicture) -> WorkerPicture:
    worker: Any = found.worker
    return WorkerPicture(
        worker=worker,
        young_people=found.young_people,
        states=[StateCount(state=state, count=found.states[state]) for state in YoungPerson.State],
        overdue=found.overdue,
        due=found.due,
        plans_in_force=found.plans_in_force,
        long_silent=found.long_silent,
    )


def picture_type(found: team_picture.TeamPicture) -> TeamPicture:
    team: Any = found.team
    return TeamPicture(
        team=team,
        young_people=found.young_people,
        workers=[worker_type(one) for one in found.workers],
        clocks=[
            ClockTotal(kind=kind, state=state, count=found.clocks[kind, state])
            for kind in clocks.Kind
            for state in clocks.State
            if found.clocks[kind, state]
        ],
        channels=[ChannelCount(channel=channel, count=found.channels[channel]) for channel in kinds.Channel],
        without_checklist=found.without_checklist,
        open_crises=found.open_crises,
    )


@strawberry.type
class TeamQuery:
    @strawberry.field(description="Of the teams that the viewer manages, by name; of nobody else's.")
    def team_pictures(self, info: Info) -> list[TeamPicture]:
        allowed_or_error(info, CouncilOperation.VIEW_CASELOAD)
        found = team_picture.team_pictures(signed_in(info), info.context.rule_book)
        return [picture_type(one) for one in found]
