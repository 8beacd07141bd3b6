from typing import Any

import strawberry
import strawberry_django

from leavingwell.graphql.context import Info
from leavingwell.graphql.ids import uuid_of
from leavingwell.graphql.plans.types import Plan
from leavingwell.graphql.questionnaires.types import Response
from leavingwell.platform.plans import models
from leavingwell.questionnaires import models as questionnaires


@strawberry.type
class PlansQuery:
    @strawberry_django.field(description="One plan that the viewer may see.")
    def plan(self, info: Info, id: strawberry.ID) -> Plan | None:
        rows: Any = models.Plan.objects.filter(pk=uuid_of(id, "Plan"))
        return rows

    @strawberry_django.field(description="One checklist that the viewer may see, exactly as it was asked.")
    def response(self, info: Info, id: strawberry.ID) -> Response | None:
        rows: Any = questionnaires.Response.objects.filter(pk=uuid_of(id, "Response"))
        return rows
