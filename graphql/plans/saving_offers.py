"""The young person saves what they can get, to find it again."""

from typing import Annotated
from uuid import UUID

import strawberry

from leavingwell.graphql.access import may, young_person_for
from leavingwell.graphql.context import Info
from leavingwell.graphql.ids import required_uuid
from leavingwell.graphql.mutations import mutation, signed_in
from leavingwell.graphql.people.types import YoungPerson
from leavingwell.graphql.problems import Problems
from leavingwell.platform.access.operations import Operation
from leavingwell.platform.people import models
from leavingwell.platform.plans.known_offers import offers_by_key
from leavingwell.platform.plans.services.saving_offers import let_go_of_offer, save_offer
from leavingwell.platform.problems import not_found

SaveOfferResult = Annotated[YoungPerson | Problems, strawberry.union("SaveOfferResult")]


@strawberry.input
class SaveOfferInput:
    young_person_id: strawberry.ID
    offer_id: strawberry.ID
    saved: bool = strawberry.field(default=True, description="False takes it off the list, also what is gone.")
    request_id: UUID | None = None


def offer_key(info: Info, given: str) -> tuple[UUID, object]:
    """The key and the page of something that is offered today. Raises NOT_FOUND for anything else."""
    key = required_uuid(given, "Offer", "offerId")
    offer = offers_by_key([key]).get(key)
    if offer is None:
        raise not_found("offerId")
    return offer.translation_key, offer


@strawberry.type
class SavingOffersMutation:
    @mutation(SaveOfferResult, "Saves something of the local offer, or lets it go. Only the young person can, or sees.")
    def save_offer(self, info: Info, input: SaveOfferInput) -> models.YoungPerson:
        young_person = young_person_for(info, input.young_person_id)
        may(info, Operation.SAVE_OFFER, young_person)
        by = signed_in(info)
        if not input.saved:
            return let_go_of_offer(young_person, required_uuid(input.offer_id, "Offer", "offerId"), by=by)
        key, offer = offer_key(info, input.offer_id)
        return save_offer(young_person, key, info.context.text(offer, "heading"), by=by)
