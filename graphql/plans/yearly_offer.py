from datetime import date
from typing import Any

import strawberry
import strawberry_django
from strawberry import relay

from leavingwell.graphql.context import Info
from leavingwell.platform.access.operations import Operation
from leavingwell.platform.access.permissions import visible
from leavingwell.platform.plans import models

OfferAnswer = models.YearlyOffer.Answer
strawberry.enum(OfferAnswer, name="OfferAnswer", description="What the young person says to it.")


@strawberry_django.type(
    models.YearlyOffer, name="YearlyOffer", description="That somebody from 21 was told that the door is open."
)
class YearlyOffer(relay.Node):
    id: relay.NodeID[str]
    sent_on: date
    answered_on: date | None

    @strawberry_django.field(description="Null: no answer yet.")
    def answer(self, root: strawberry.Parent[models.YearlyOffer]) -> OfferAnswer | None:
        return OfferAnswer(root.answer) if root.answer else None

    @classmethod
    def get_queryset(cls, queryset: Any, info: Info, **kwargs: Any) -> Any:
        return visible(queryset, info.context.viewer, Operation.VIEW_OFFERS, "young_person")
