from collections.abc import Iterable

import strawberry
import strawberry_django

from leavingwell.graphql.connections import Connection
from leavingwell.graphql.context import Info
from leavingwell.graphql.errors import allowed_or_error
from leavingwell.graphql.ids import with_id
from leavingwell.graphql.plans.types import Plan
from leavingwell.graphql.questionnaires.types import Response
from leavingwell.platform.access.operations import CouncilOperation
from leavingwell.platform.plans import models
from leavingwell.platform.plans.sign_off_queue import quality_check_queue, sign_off_queue
from leavingwell.questionnaires import models as questionnaires


@strawberry.type
class PlansQuery:
    @strawberry_django.field(description="One plan that the viewer may see.")
    def plan(self, info: Info, id: strawberry.ID) -> Plan | None:
        return with_id(models.Plan.objects.all(), id, "Plan")

    @strawberry_django.connection(
        Connection[Plan], description="The plans that wait for the viewer's signature, longest waiting first."
    )
    def sign_off_queue(self, info: Info) -> Iterable[models.Plan]:
        allowed_or_error(info, CouncilOperation.VIEW_CASELOAD)
        return sign_off_queue(info.context.viewer)

    @strawberry_django.connection(
        Connection[Plan], description="The plans whose quality the viewer checks, longest waiting first."
    )
    def quality_check_queue(self, info: Info) -> Iterable[models.Plan]:
        allowed_or_error(info, CouncilOperation.VIEW_CASELOAD)
        return quality_check_queue(info.context.viewer)

    @strawberry_django.field(description="One checklist that the viewer may see, exactly as it was asked.")
    def response(self, info: Info, id: strawberry.ID) -> Response | None:
        return with_id(questionnaires.Response.objects.all(), id, "Response")
