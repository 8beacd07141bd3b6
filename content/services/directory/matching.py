"""Which offers the services of a directory already are. The same few queries for each page of services."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from leavingwell.content.models import DirectoryFeed, DirectoryService, OfferPage, OfferTopic

Offers = dict[Any, OfferPage]


@dataclass
class Matches:
    """The links of a directory's services, and the offers that they lead to or that have the very id."""

    links: dict[UUID, DirectoryService]
    by_page: Offers = field(default_factory=dict)
    by_key: Offers = field(default_factory=dict)

    def offer_of(self, key: UUID) -> OfferPage | None:
        link = self.links.get(key)
        if link and link.offer_id:
            return self.by_page.get(link.offer_id)
        return None if link else self.by_key.get(key)


def offers_of(pages: Iterable[Any]) -> Offers:
    rows = OfferPage.objects.select_related("latest_revision").filter(pk__in=list(pages))
    return {offer.pk: offer for offer in rows}


def find_matches(feed: DirectoryFeed, keys: Iterable[UUID]) -> Matches:
    """Three queries, however many services. Another council's offer of the same id is none of ours."""
    keys = list(keys)
    links = {link.external_id: link for link in DirectoryService.objects.filter(feed=feed, external_id__in=keys)}
    unlinked = [key for key in keys if key not in links]
    same_id = OfferPage.objects.select_related("latest_revision").filter(translation_key__in=unlinked)
    return Matches(
        links,
        offers_of(link.offer_id for link in links.values() if link.offer_id),
        {offer.translation_key: offer for offer in same_id},
    )


def topic_codes() -> dict[Any, str]:
    """The codes of the topics by their keys."""
    return dict(OfferTopic.objects.values_list("pk", "code"))
