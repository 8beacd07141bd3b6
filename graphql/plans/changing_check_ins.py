"""For ten minutes after a check-in: more words, others who see it, or none at all."""

from typing import Annotated
from uuid import UUID

import strawberry

from leavingwell.graphql.access import may
from leavingwell.graphql.context import Info
from leavingwell.graphql.mutations import mutation, signed_in
from leavingwell.graphql.plans.calls import check_in_for
from leavingwell.graphql.problems import Problems
from leavingwell.graphql.questionnaires.types import CheckIn, SharedWith
from leavingwell.platform.access.operations import Operation
from leavingwell.platform.plans.services import calling
from leavingwell.questionnaires import models
from leavingwell.questionnaires.services.check_ins import withdraw_check_in

AddToCheckInResult = Annotated[CheckIn | Problems, strawberry.union("AddToCheckInResult")]
WithdrawCheckInResult = Annotated[CheckIn | Problems, strawberry.union("WithdrawCheckInResult")]


@strawberry.input
class AddToCheckInInput:
    check_in_id: strawberry.ID
    note: str | None = strawberry.field(default=None, description="Words to put below those that are there.")
    shared_with: SharedWith | None = strawberry.field(default=None, description="Left out, it stays as it is.")
    request_id: UUID | None = None


@strawberry.input
class WithdrawCheckInInput:
    check_in_id: strawberry.ID
    request_id: UUID | None = None


@strawberry.type
class ChangingCheckInsMutation:
    @mutation(AddToCheckInResult, "For ten minutes the young person can say more, or choose anew who sees it.")
    def add_to_check_in(self, info: Info, input: AddToCheckInInput) -> models.CheckIn:
        check_in = check_in_for(info, input.check_in_id)
        may(info, Operation.CHANGE_CHECK_IN, check_in.young_person)
        return calling.add_to(
            check_in,
            note=input.note or "",
            shared_with=input.shared_with,
            by=signed_in(info),
            language=info.context.language(),
        )

    @mutation(WithdrawCheckInResult, "For ten minutes the young person can take it back. They still see it themselves.")
    def withdraw_check_in(self, info: Info, input: WithdrawCheckInInput) -> models.CheckIn:
        check_in = check_in_for(info, input.check_in_id)
        may(info, Operation.CHANGE_CHECK_IN, check_in.young_person)
        return withdraw_check_in(check_in, by=signed_in(info))
