"""What a young person can get and has saved, to find it again. Theirs alone."""

from datetime import datetime
from uuid import UUID

import strawberry

from leavingwell.graphql.content.offers import Offer
from leavingwell.graphql.context import Info
from leavingwell.graphql.ids import opaque
from leavingwell.platform.access.operations import Operation
from leavingwell.platform.access.permissions import user_can
from leavingwell.platform.people.models import YoungPerson


@strawberry.type(description="Something of the local offer that the young person saved.")
class SavedOffer:
    key: strawberry.Private[UUID]
    title: str = strawberry.field(description="What it was called on the day.")
    language: str = strawberry.field(description="That of `title`.")
    saved_at: datetime

    @strawberry.field
    def offer_id(self) -> strawberry.ID:
        return opaque("Offer", self.key)

    @strawberry.field(description="As it is today; null: it is no longer offered.")
    def offer(self, info: Info) -> Offer | None:
        found: Offer | None = info.context.known_offers.get(self.key)
        return found


def saved_offers_of(young_person: YoungPerson, info: Info) -> list[SavedOffer]:
    """Newest first; none for anybody but the young person."""
    if not user_can(info.context.viewer, Operation.SAVE_OFFER, young_person):
        return []
    return [
        SavedOffer(key=row.offer, title=row.title, language=row.language, saved_at=row.saved_at)
        for row in young_person.saved_offers.all()
    ]
