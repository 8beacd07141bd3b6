"""The young person puts what is suggested into an order of their own."""

from typing import Annotated
from uuid import UUID

import strawberry

from leavingwell.graphql.access import may, plan_for
from leavingwell.graphql.context import Info
from leavingwell.graphql.mutations import mutation, signed_in
from leavingwell.graphql.plans.types import Plan
from leavingwell.graphql.problems import Problems
from leavingwell.platform.access.operations import Operation
from leavingwell.platform.plans import models
from leavingwell.platform.plans.services.focusing import order_focus

OrderFocusResult = Annotated[Plan | Problems, strawberry.union("OrderFocusResult")]


@strawberry.input
class OrderFocusInput:
    plan_id: strawberry.ID
    questions: list[str] = strawberry.field(description="Codes, what matters most first. None: as suggested again.")
    request_id: UUID | None = None


@strawberry.type
class FocusMutation:
    @mutation(OrderFocusResult, "Keeps the young person's own order of what to look at first. Only they can.")
    def order_focus(self, info: Info, input: OrderFocusInput) -> models.Plan:
        plan = plan_for(info, input.plan_id)
        may(info, Operation.ORDER_FOCUS, plan.young_person)
        return order_focus(plan, input.questions, by=signed_in(info))
