from collections.abc import Iterable
from typing import Any

import strawberry
import strawberry_django

from leavingwell.graphql.connections import Connection
from leavingwell.graphql.context import Info
from leavingwell.graphql.errors import allowed_or_error
from leavingwell.graphql.ids import uuid_of
from leavingwell.graphql.people.person import Role
from leavingwell.graphql.people.staff import StaffMember, Team
from leavingwell.graphql.people.types import YoungPerson
from leavingwell.platform.access.operations import CouncilOperation
from leavingwell.platform.access.staff_list import staff_list, team_list, without_worker
from leavingwell.platform.people import models


@strawberry.type
class StaffQuery:
    @strawberry_django.connection(
        Connection[StaffMember], description="The council's colleagues by name; with `hasLeft`, the former ones."
    )
    def staff(
        self,
        info: Info,
        search: str | None = None,
        role: Role | None = None,
        team_id: strawberry.ID | None = None,
        has_left: bool = False,
    ) -> Iterable[models.Person]:
        allowed_or_error(info, CouncilOperation.VIEW_STAFF)
        team = uuid_of(team_id, "Team") if team_id else None
        if team_id and team is None:
            return models.Person.objects.none()
        code = role.value if role else None
        return staff_list(search=search or "", role=code, team=team, has_left=has_left)

    @strawberry_django.field(description="The council's teams, for those who may see its totals.")
    def teams(self, info: Info, closed: bool = False) -> list[Team]:
        allowed_or_error(info, CouncilOperation.VIEW_INSIGHT)
        rows: Any = team_list(closed=closed)
        return rows

    @strawberry_django.connection(
        Connection[YoungPerson],
        description="Of the viewer's own teams, the young people with whom nobody works now. They wait for a worker.",
    )
    def without_worker(self, info: Info) -> Iterable[models.YoungPerson]:
        allowed_or_error(info, CouncilOperation.VIEW_CASELOAD)
        return without_worker(info.context.viewer)
