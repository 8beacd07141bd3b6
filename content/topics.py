"""Which headings a local offer has today."""

from datetime import date
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q
from django.utils import timezone

from leavingwell.content.models import OfferTopic, OfferTopicStart


def begun_topics(day: date | None = None) -> Any:
    """Those whose duty is in force, and those that the council shows earlier, in the order of the law."""
    day = day or timezone.localdate()
    early = OfferTopicStart.objects.filter(topic=OuterRef("pk"), starts_on__lte=day)
    return OfferTopic.objects.filter(Q(starts_on__lte=day) | Exists(early))


def covered_topics(council_id: int) -> Any:
    """The headings of today, each with the number of the council's live offers under it (`live_offers`)."""
    live = Count("offers", filter=Q(offers__live=True, offers__council=council_id))
    return begun_topics().annotate(live_offers=live)
