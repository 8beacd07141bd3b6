"""Colleagues and teams, as a council's administrators and managers see them."""

from datetime import date, datetime
from typing import Any

import strawberry
import strawberry_django
from strawberry import relay

from leavingwell.graphql.context import Info
from leavingwell.graphql.ids import opaque
from leavingwell.graphql.people.person import Person, Role
from leavingwell.platform.access.operations import CouncilOperation
from leavingwell.platform.access.permissions import user_can_in_council
from leavingwell.platform.access.staff_list import team_list, with_facts
from leavingwell.platform.people import models


def sees_staff(info: Info) -> bool:
    return user_can_in_council(info.context.viewer, CouncilOperation.VIEW_STAFF)


def fact(person: Any, name: str) -> Any:
    """From the list's own query; for one that came another way, from one more."""
    if not hasattr(person, name):
        vars(person).update({key: value for key, value in vars(with_facts_of(person)).items() if key in FACTS})
    return getattr(person, name)


FACTS = ("caseload", "second_step")


def with_facts_of(person: models.Person) -> Any:
    return with_facts(models.Person.objects.filter(pk=person.pk)).get()


@strawberry_django.type(
    models.Person, name="StaffMember", description="A colleague, for the council's administrators and managers."
)
class StaffMember(relay.Node):
    id: relay.NodeID[str]
    name: str
    role: Role
    left_on: date | None = strawberry_django.field(description="The day on which they left; null while they work here.")

    @strawberry_django.field(description="As one of the people in a plan: its id is what mutations take.")
    def person(self, root: strawberry.Parent[models.Person]) -> Person:
        return root  # type: ignore[return-value]

    @strawberry_django.field(select_related="user", description="The address with which they sign in.")
    def email(self, root: strawberry.Parent[models.Person]) -> str:
        return root.user.email if root.user else ""

    @strawberry_django.field(select_related="user", description="Null: never yet.")
    def last_sign_in_at(self, root: strawberry.Parent[models.Person]) -> datetime | None:
        return root.user.last_login if root.user else None

    @strawberry_django.field(description="Whether they sign in with a second step.")
    def has_second_step(self, root: strawberry.Parent[models.Person]) -> bool:
        return bool(fact(root, "second_step"))

    @strawberry_django.field(description="How many young people they work with.")
    def caseload(self, root: strawberry.Parent[models.Person]) -> int:
        return int(fact(root, "caseload"))

    @strawberry_django.field(select_related="team", description="The name of the team they are in.")
    def team(self, root: strawberry.Parent[models.Person]) -> str | None:
        return root.team.name if root.team else None

    @strawberry_django.field(description="The id of the team they are in.")
    def team_id(self, root: strawberry.Parent[models.Person]) -> strawberry.ID | None:
        return opaque("Team", root.team_id) if root.team_id else None

    @classmethod
    def get_queryset(cls, queryset: Any, info: Info, **kwargs: Any) -> Any:
        return queryset if sees_staff(info) else queryset.none()


@strawberry_django.type(models.DutyCover, name="DutyCover", description="Somebody who covers for a whole team.")
class DutyCover(relay.Node):
    id: relay.NodeID[str]
    person: Person
    starts_at: datetime
    ends_at: datetime

    @strawberry_django.field(select_related="team", description="The name of the team.")
    def team(self, root: strawberry.Parent[models.DutyCover]) -> str:
        return str(root.team.name)


@strawberry_django.type(models.Team, name="Team", description="Workers with one manager.")
class Team(relay.Node):
    id: relay.NodeID[str]
    name: str
    manager: Person | None
    practice_supervisor: Person | None
    closed_on: date | None

    @strawberry_django.field(description="Who covers for it now.")
    def covers(self, root: strawberry.Parent[models.Team]) -> list[DutyCover]:
        return list(team_fact(root, "current_covers"))

    @strawberry_django.field(description="How many young people it has; for administrators and managers.")
    def size(self, root: strawberry.Parent[models.Team], info: Info) -> int | None:
        return int(team_fact(root, "size")) if sees_staff(info) else None

    @strawberry_django.field(description="How many of them have no worker now; for administrators and managers.")
    def without_worker(self, root: strawberry.Parent[models.Team], info: Info) -> int | None:
        return int(team_fact(root, "alone")) if sees_staff(info) else None


def team_fact(team: Any, name: str) -> Any:
    found = team if hasattr(team, name) else team_list(closed=True).get(pk=team.pk)
    return getattr(found, name)
