"""The local offer as plans point to it: by an offer's key, through which it is found whoever wrote it today."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from django.db.models import Q

from leavingwell.content.offers import live_offers
from leavingwell.platform.people.models import YoungPerson
from leavingwell.platform.plans.models import SavedOffer


def offers_by_key(keys: Collection[UUID] | None = None) -> dict[UUID, Any]:
    """What is out today, by the keys; None: all of it. One query, or none for no keys.

    A council's own copy is found also under the key of the national offer that it replaces. What is no longer offered
    is not among them.
    """
    offers = live_offers().select_related("topic", "replaces")
    if keys is not None:
        offers = offers.filter(Q(translation_key__in=keys) | Q(replaces__translation_key__in=keys))
    found: dict[UUID, Any] = {}
    for offer in offers if keys is None or keys else ():
        found[offer.translation_key] = offer
        if offer.replaces:
            found[offer.replaces.translation_key] = offer
    return found


def saved_as(young_person: YoungPerson, key: UUID) -> list[SavedOffer]:
    """The rows under which somebody has saved an offer: also one from before the council put its own in place."""
    saved = list(young_person.saved_offers.all())
    today = offers_by_key([key, *(one.offer for one in saved)])
    offer = today.get(key)
    return [one for one in saved if one.offer == key or (offer is not None and today.get(one.offer) == offer)]


def saved_keys(young_person: YoungPerson) -> list[UUID]:
    """The keys under which somebody has saved something, also of what is no longer offered."""
    return list(young_person.saved_offers.values_list("offer", flat=True))
