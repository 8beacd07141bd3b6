"""Noting that somebody has called a young person who asked for it."""

from typing import Annotated
from uuid import UUID

import strawberry

from leavingwell.graphql.access import may, one
from leavingwell.graphql.context import Info
from leavingwell.graphql.ids import required_uuid
from leavingwell.graphql.mutations import mutation, signed_in
from leavingwell.graphql.problems import Problems
from leavingwell.graphql.questionnaires.types import CheckIn
from leavingwell.platform.access.operations import Operation
from leavingwell.platform.plans.services.calling import record_call
from leavingwell.platform.plans.visibility import visible_check_ins
from leavingwell.questionnaires import models

RecordCallResult = Annotated[CheckIn | Problems, strawberry.union("RecordCallResult")]


@strawberry.input
class RecordCallInput:
    check_in_id: strawberry.ID
    request_id: UUID | None = None


def check_in_for(info: Info, given: str, field: str = "checkInId") -> models.CheckIn:
    rows = models.CheckIn.objects.select_related("young_person__person")
    found: models.CheckIn = one(
        visible_check_ins(rows, info.context.viewer), required_uuid(given, "CheckIn", field), field
    )
    return found


@strawberry.type
class CallsMutation:
    @mutation(RecordCallResult, "Notes that the young person, who asked for a call, was called.")
    def record_call(self, info: Info, input: RecordCallInput) -> models.CheckIn:
        check_in = check_in_for(info, input.check_in_id)
        may(info, Operation.RECORD_CALL, check_in.young_person)
        return record_call(check_in, by=signed_in(info))
