"""Who worked with a young person and when, and in which teams they were: for themselves and those who read the case."""

from datetime import date
from typing import Any

import strawberry
import strawberry_django
from django.db.models import Prefetch
from strawberry import relay

from leavingwell.graphql.context import Info
from leavingwell.graphql.people.person import Person
from leavingwell.platform.access.operations import Operation
from leavingwell.platform.access.permissions import user_can, visible
from leavingwell.platform.people import models


@strawberry_django.type(
    models.Allocation, name="Allocation", description="The time for which somebody is a young person's worker."
)
class Allocation(relay.Node):
    id: relay.NodeID[str]
    worker: Person
    starts_on: date
    ends_on: date | None = strawberry_django.field(description="Null: still.")

    @classmethod
    def get_queryset(cls, queryset: Any, info: Info, **kwargs: Any) -> Any:
        return visible(queryset, info.context.viewer, Operation.VIEW_ALLOCATIONS, "young_person")


@strawberry_django.type(models.TeamAllocation, name="TimeWithTeam", description="The time that is spent with one team.")
class TimeWithTeam(relay.Node):
    id: relay.NodeID[str]
    starts_on: date
    ends_on: date | None = strawberry_django.field(description="Null: still.")

    @strawberry_django.field(select_related="team", description="The team's name.")
    def team(self, root: strawberry.Parent[models.TeamAllocation]) -> str:
        return str(root.team.name)

    @classmethod
    def get_queryset(cls, queryset: Any, info: Info, **kwargs: Any) -> Any:
        return visible(queryset, info.context.viewer, Operation.VIEW_ALLOCATIONS, "young_person")


WORKERS, TEAMS = "kept_allocations", "kept_team_allocations"


def all_workers(info: Info) -> Prefetch[Any]:
    return Prefetch("allocations", queryset=models.Allocation.objects.select_related("worker"), to_attr=WORKERS)


def all_teams(info: Info) -> Prefetch[Any]:
    return Prefetch("team_allocations", queryset=models.TeamAllocation.objects.select_related("team"), to_attr=TEAMS)


def may_see(young_person: Any, info: Info) -> bool:
    return user_can(info.context.viewer, Operation.VIEW_ALLOCATIONS, young_person)


@strawberry.type
class WorkHistory:
    """A part of `YoungPerson`."""

    @strawberry_django.field(
        name="allocations",
        prefetch_related=all_workers,
        description="Their workers, newest first. Empty for supporters.",
    )
    def workers_so_far(self, root: strawberry.Parent[models.YoungPerson], info: Info) -> list[Allocation]:
        fetched: Any = getattr(root, WORKERS, None)
        if fetched is None:
            fetched = list(root.allocations.select_related("worker"))
        return fetched if may_see(root, info) else []

    @strawberry_django.field(
        name="teamHistory", prefetch_related=all_teams, description="Their teams, newest first. Empty for supporters."
    )
    def teams_so_far(self, root: strawberry.Parent[models.YoungPerson], info: Info) -> list[TimeWithTeam]:
        fetched: Any = getattr(root, TEAMS, None)
        if fetched is None:
            fetched = list(root.team_allocations.select_related("team"))
        return fetched if may_see(root, info) else []
