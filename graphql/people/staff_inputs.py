from datetime import datetime
from uuid import UUID

import strawberry

from leavingwell.graphql.people.person import Role


@strawberry.input
class MoveToTeamInput:
    young_person_id: strawberry.ID
    team_id: strawberry.ID
    worker_id: strawberry.ID | None = strawberry.field(default=None, description="Their worker stays when left out.")
    request_id: UUID | None = None


@strawberry.input
class HandOverCaseloadInput:
    from_id: strawberry.ID = strawberry.field(description="Whose young people, as a `Person`.")
    worker_id: strawberry.ID | None = strawberry.field(
        default=None, description="To whom. Nobody when left out: then their managers find somebody."
    )
    request_id: UUID | None = None


@strawberry.input
class StartDutyCoverInput:
    person_id: strawberry.ID
    team_id: strawberry.ID
    until: datetime
    request_id: UUID | None = None


@strawberry.input
class EndDutyCoverInput:
    duty_cover_id: strawberry.ID
    request_id: UUID | None = None


@strawberry.input
class InviteStaffInput:
    name: str
    email: str
    role: Role
    team_id: strawberry.ID | None = None
    request_id: UUID | None = None


@strawberry.input
class ChangeStaffInput:
    """What is left out stays."""

    person_id: strawberry.ID
    name: str | None = None
    role: Role | None = None
    team_id: strawberry.ID | None = strawberry.field(default=strawberry.UNSET, description="Null: in no team.")
    request_id: UUID | None = None


@strawberry.input
class RemoveStaffInput:
    """Says who takes over what they leave behind."""

    person_id: strawberry.ID
    worker_id: strawberry.ID | None = strawberry.field(
        default=None, description="Who works with their young people. Nobody when left out: their managers see to it."
    )
    manager_id: strawberry.ID | None = strawberry.field(default=None, description="Who manages their teams.")
    supervisor_id: strawberry.ID | None = strawberry.field(default=None, description="Who checks their teams' plans.")
    request_id: UUID | None = None
