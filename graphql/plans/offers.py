"""From 21: the yearly message that the door is open, the answer to it, and the slim plan."""

from datetime import date
from typing import Annotated, Any
from uuid import UUID

import strawberry

from leavingwell.graphql.access import may, one, young_person_for
from leavingwell.graphql.context import Info
from leavingwell.graphql.ids import required_uuid
from leavingwell.graphql.mutations import mutation, signed_in
from leavingwell.graphql.plans.types import Plan
from leavingwell.graphql.plans.yearly_offer import OfferAnswer, YearlyOffer
from leavingwell.graphql.problems import Problems
from leavingwell.platform.access.operations import Operation
from leavingwell.platform.access.permissions import visible
from leavingwell.platform.plans import models
from leavingwell.platform.plans.services import offering

AnswerOfferResult = Annotated[YearlyOffer | Problems, strawberry.union("AnswerOfferResult")]
RecordOfferResult = Annotated[YearlyOffer | Problems, strawberry.union("RecordOfferResult")]
OpenSlimPlanResult = Annotated[Plan | Problems, strawberry.union("OpenSlimPlanResult")]


@strawberry.input
class AnswerOfferInput:
    offer_id: strawberry.ID
    answer: OfferAnswer
    request_id: UUID | None = None


@strawberry.input
class RecordOfferInput:
    young_person_id: strawberry.ID
    on: date | None = strawberry.field(default=None, description="Left out: today.")
    request_id: UUID | None = None


@strawberry.input
class OpenSlimPlanInput:
    young_person_id: strawberry.ID
    request_id: UUID | None = None


def offer_for(info: Info, given: str, field: str = "offerId") -> models.YearlyOffer:
    rows = models.YearlyOffer.objects.select_related("young_person__person", "young_person__team")
    seen: Any = visible(rows, info.context.viewer, Operation.VIEW_OFFERS, "young_person")
    found: models.YearlyOffer = one(seen, required_uuid(given, "YearlyOffer", field), field)
    return found


@strawberry.type
class OffersMutation:
    @mutation(AnswerOfferResult, "The young person's answer to the yearly message. It can be changed.")
    def answer_offer(self, info: Info, input: AnswerOfferInput) -> models.YearlyOffer:
        offer = offer_for(info, input.offer_id)
        may(info, Operation.ANSWER_OFFER, offer.young_person)
        return offering.answer_offer(offer, answer=models.YearlyOffer.Answer(input.answer), by=signed_in(info))

    @mutation(RecordOfferResult, "Notes that somebody was told in another way, such as by letter.")
    def record_offer(self, info: Info, input: RecordOfferInput) -> models.YearlyOffer:
        young_person = young_person_for(info, input.young_person_id)
        may(info, Operation.RECORD_OFFER, young_person)
        return offering.record_offer(young_person, on=input.on, by=signed_in(info))

    @mutation(OpenSlimPlanResult, "Opens the slim plan of somebody from 21 who asked for support.")
    def open_slim_plan(self, info: Info, input: OpenSlimPlanInput) -> models.Plan:
        young_person = young_person_for(info, input.young_person_id)
        may(info, Operation.OPEN_SLIM_PLAN, young_person)
        return offering.open_slim_plan(young_person, by=signed_in(info))
