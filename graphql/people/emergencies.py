"""Opening a record in an emergency, and looking at who did."""

from collections.abc import Iterable
from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

import strawberry
import strawberry_django
from strawberry import relay

from leavingwell.graphql.access import may, one
from leavingwell.graphql.connections import Connection
from leavingwell.graphql.context import Info
from leavingwell.graphql.errors import allowed_or_error
from leavingwell.graphql.ids import opaque, required_uuid
from leavingwell.graphql.mutations import mutation, signed_in
from leavingwell.graphql.people.person import Person
from leavingwell.graphql.people.types import YoungPerson
from leavingwell.graphql.problems import Problems, problems_type
from leavingwell.platform import problems as platform
from leavingwell.platform.access.operations import CouncilOperation, Operation
from leavingwell.platform.access.permissions import require_in_council, visible
from leavingwell.platform.people import models
from leavingwell.platform.plans.services.emergencies import (
    find_in_emergency,
    live,
    open_in_emergency,
    see_emergency_access,
)


@strawberry.type(description="Somebody of that name: no more is told until the record is opened.")
class Match:
    id: strawberry.ID
    name: str
    team: str


@strawberry.type(description="The young people of a name, at most ten.")
class Matches:
    matches: list[Match]


@strawberry_django.type(
    models.EmergencyAccess, name="EmergencyAccess", description="A record opened in an emergency, and why."
)
class EmergencyAccess(relay.Node):
    id: relay.NodeID[str]
    young_person: YoungPerson
    person: Person
    reason: str
    starts_at: datetime
    ends_at: datetime = strawberry_django.field(description="It ends by itself.")
    seen_at: datetime | None
    seen_by: Person | None

    @classmethod
    def get_queryset(cls, queryset: Any, info: Info, **kwargs: Any) -> Any:
        return visible(queryset, info.context.viewer, Operation.VIEW_YOUNG_PERSON, "young_person")


FindInEmergencyResult = Annotated[Matches | Problems, strawberry.union("FindInEmergencyResult")]
OpenInEmergencyResult = Annotated[EmergencyAccess | Problems, strawberry.union("OpenInEmergencyResult")]
SeeEmergencyAccessResult = Annotated[EmergencyAccess | Problems, strawberry.union("SeeEmergencyAccessResult")]


@strawberry.input
class FindInEmergencyInput:
    name: str
    request_id: UUID | None = strawberry.field(default=None, description="Not needed: each search is noted.")


@strawberry.input
class OpenInEmergencyInput:
    young_person_id: strawberry.ID
    reason: str = strawberry.field(description="A few words at least. The young person and the manager can read it.")
    request_id: UUID | None = None


@strawberry.input
class SeeEmergencyAccessInput:
    emergency_access_id: strawberry.ID
    request_id: UUID | None = None


def anybody_here(given: str) -> models.YoungPerson:
    """A young person of the own council, seen or not: only for whoever may open any of them."""
    rows = models.YoungPerson.objects.select_related("person", "team")
    found: models.YoungPerson = one(rows, required_uuid(given, "YoungPerson", "youngPersonId"), "youngPersonId")
    return found


@strawberry.type
class EmergenciesQuery:
    @strawberry_django.connection(
        Connection[EmergencyAccess],
        description="Records opened in an emergency: those of a manager's young people, and what the viewer has open.",
    )
    def emergency_accesses(self, info: Info) -> Iterable[models.EmergencyAccess]:
        allowed_or_error(info, CouncilOperation.OPEN_IN_EMERGENCY)
        viewer = signed_in(info)
        theirs = visible(models.EmergencyAccess.objects.all(), viewer, Operation.SEE_EMERGENCY_ACCESS, "young_person")
        return models.EmergencyAccess.objects.filter(pk__in=theirs.values("pk")) | live(viewer)


@strawberry.type
class EmergenciesMutation:
    @strawberry.mutation(description="Finds young people of the council by name, to open one. Each search is noted.")
    def find_in_emergency(self, info: Info, input: FindInEmergencyInput) -> FindInEmergencyResult:
        try:
            found = find_in_emergency(input.name, by=signed_in(info))
        except platform.Problems as problems:
            return problems_type(problems)
        return Matches(
            matches=[Match(id=opaque("YoungPerson", row.pk), name=row.person.name, team=row.team.name) for row in found]
        )

    @mutation(OpenInEmergencyResult, "Opens somebody's record for a day, with a reason. Their manager is told.")
    def open_in_emergency(self, info: Info, input: OpenInEmergencyInput) -> models.EmergencyAccess:
        viewer = signed_in(info)
        require_in_council(viewer, CouncilOperation.OPEN_IN_EMERGENCY)
        return open_in_emergency(anybody_here(input.young_person_id), reason=input.reason, by=viewer)

    @mutation(SeeEmergencyAccessResult, "The manager has looked at why a record was opened.")
    def see_emergency_access(self, info: Info, input: SeeEmergencyAccessInput) -> models.EmergencyAccess:
        pk = required_uuid(input.emergency_access_id, "EmergencyAccess", "emergencyAccessId")
        rows = visible(
            models.EmergencyAccess.objects.select_related("young_person"),
            info.context.viewer,
            Operation.VIEW_YOUNG_PERSON,
            "young_person",
        )
        access = one(rows, pk, "emergencyAccessId")
        may(info, Operation.SEE_EMERGENCY_ACCESS, access.young_person)
        return see_emergency_access(access, by=signed_in(info))
