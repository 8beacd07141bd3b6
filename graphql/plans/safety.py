"""That somebody was told of an answer after which somebody is told the same day."""

from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Any
from uuid import UUID

import strawberry
import strawberry_django
from strawberry import relay

from leavingwell.graphql.access import one
from leavingwell.graphql.context import Info
from leavingwell.graphql.ids import required_uuid
from leavingwell.graphql.mutations import mutation, signed_in
from leavingwell.graphql.people.person import Person
from leavingwell.graphql.plans.permitted import Permitted
from leavingwell.graphql.problems import Problems
from leavingwell.platform.plans import models
from leavingwell.platform.plans.safety_notices import told_to, visible_safety_notices
from leavingwell.platform.plans.services.telling import see_safety_notice

if TYPE_CHECKING:
    from leavingwell.graphql.people.types import YoungPerson

SafetyReason = models.SafetyNotice.Reason
strawberry.enum(SafetyReason, name="SafetyReason", description="Why somebody was told.")
ToldAs = models.SafetyNotice.ToldAs
strawberry.enum(ToldAs, name="ToldAs", description="As what somebody was told.")


@strawberry_django.type(
    models.SafetyNotice, name="SafetyNotice", description="That one person was told. For the case team and the owner."
)
class SafetyNotice(Permitted, relay.Node):
    id: relay.NodeID[str]
    young_person: Annotated["YoungPerson", strawberry.lazy("leavingwell.graphql.people.types")]
    recipient: Person = strawberry_django.field(description="Who was told.")
    told_as: ToldAs
    reason: SafetyReason
    sent_at: datetime
    seen_at: datetime | None
    seen_by: Person | None

    @strawberry_django.field(select_related="answer", description="The code of the question.")
    def question_code(self, root: strawberry.Parent[models.SafetyNotice]) -> str:
        return str(root.answer.question_code)

    @classmethod
    def get_queryset(cls, queryset: Any, info: Info, **kwargs: Any) -> Any:
        return visible_safety_notices(queryset, info.context.viewer)


SeeSafetyNoticeResult = Annotated[SafetyNotice | Problems, strawberry.union("SeeSafetyNoticeResult")]


@strawberry.input
class SeeSafetyNoticeInput:
    safety_notice_id: strawberry.ID
    request_id: UUID | None = None


@strawberry.type
class SafetyMutation:
    @mutation(SeeSafetyNoticeResult, "Notes that somebody who was told has seen it.")
    def see_safety_notice(self, info: Info, input: SeeSafetyNoticeInput) -> models.SafetyNotice:
        field = "safetyNoticeId"
        notice = one(told_to(info.context.viewer), required_uuid(input.safety_notice_id, "SafetyNotice", field), field)
        return see_safety_notice(notice, by=signed_in(info))
