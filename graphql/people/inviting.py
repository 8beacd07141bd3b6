"""What somebody chooses from who invites a young person."""

from typing import Any

import strawberry
import strawberry_django

from leavingwell.graphql.context import Info
from leavingwell.graphql.errors import allowed_or_error
from leavingwell.graphql.people.person import Person
from leavingwell.platform.access.operations import CouncilOperation
from leavingwell.platform.people import models
from leavingwell.platform.people.roles import Role
from leavingwell.platform.people.staff import here_now


@strawberry.type
class InvitingQuery:
    @strawberry_django.field(description="The council's personal advisers, for those who may invite young people.")
    def personal_advisers(self, info: Info) -> list[Person]:
        allowed_or_error(info, CouncilOperation.INVITE_YOUNG_PERSON)
        rows: Any = models.Person.objects.filter(here_now(), role=Role.PERSONAL_ADVISER)
        return rows
