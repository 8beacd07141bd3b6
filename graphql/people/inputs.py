from datetime import date
from uuid import UUID

import strawberry

from leavingwell.graphql.people.details import Category, InvitationChannel
from leavingwell.graphql.people.types import SupporterKind, SupporterPart
from leavingwell.platform.people import models


@strawberry.input(description="A time in care. Both days belong to it.")
class CarePeriodInput:
    starts_on: date
    ends_on: date | None = strawberry.field(default=None, description="None: still in care.")
    short_break: bool = False


@strawberry.input
class InviteYoungPersonInput:
    preferred_name: str
    email: str | None = strawberry.field(default=None, description="Needed for an invitation by e-mail.")
    date_of_birth: date
    team_id: strawberry.ID | None = strawberry.field(default=None, description="The viewer's own team when left out.")
    worker_id: strawberry.ID | None = None
    care_periods: list[CarePeriodInput] = strawberry.field(default_factory=list)
    category: Category | None = strawberry.field(
        default=None, description="The suggested one when left out; without times in care, eligible."
    )
    category_reason: str = strawberry.field(default="", description="Needed for another than the suggested category.")
    language: str | None = None
    pronouns: str | None = None
    channel: InvitationChannel = models.Invitation.Channel.EMAIL
    request_id: UUID | None = None


@strawberry.input
class AllocateWorkerInput:
    young_person_id: strawberry.ID
    worker_id: strawberry.ID
    expected_worker_id: strawberry.ID | None = strawberry.field(
        default=strawberry.UNSET,
        description="Whom the viewer saw as their worker, null for nobody: refused when it was changed since.",
    )
    request_id: UUID | None = None


@strawberry.input
class AddSupporterInput:
    young_person_id: strawberry.ID
    name: str
    email: str
    relationship: str = strawberry.field(description="Who they are: a past carer, a mentor.")
    parts: list[SupporterPart]
    domain_codes: list[str] = strawberry.field(default_factory=list, description="None: all areas.")
    kind: SupporterKind = models.Supporter.Kind.OTHER
    agreement: str = strawberry.field(default="", description="For workers: when and how the young person said yes.")
    request_id: UUID | None = None


@strawberry.input
class EndSupporterInput:
    supporter_id: strawberry.ID
    request_id: UUID | None = None
