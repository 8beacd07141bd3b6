from datetime import date
from uuid import UUID

import strawberry

from leavingwell.graphql.people.types import Category, SupporterPart
from leavingwell.platform.people import models


@strawberry.input
class InviteYoungPersonInput:
    preferred_name: str
    email: str
    date_of_birth: date
    team_id: strawberry.ID | None = strawberry.field(default=None, description="The viewer's own team when left out.")
    worker_id: strawberry.ID | None = None
    category: Category = models.YoungPerson.Category.ELIGIBLE
    language: str | None = None
    pronouns: str | None = None
    request_id: UUID | None = None


@strawberry.input
class AllocateWorkerInput:
    young_person_id: strawberry.ID
    worker_id: strawberry.ID
    request_id: UUID | None = None


@strawberry.input
class AddSupporterInput:
    young_person_id: strawberry.ID
    name: str
    email: str
    relationship: str = strawberry.field(description="Who they are: a past carer, a mentor.")
    parts: list[SupporterPart]
    domain_codes: list[str] = strawberry.field(default_factory=list, description="None: all areas.")
    request_id: UUID | None = None


@strawberry.input
class EndSupporterInput:
    supporter_id: strawberry.ID
    request_id: UUID | None = None
