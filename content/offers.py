"""Finding offers: what is live, by topic, age and words."""

from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Q

from leavingwell.content.models import OfferPage
from leavingwell.translations.languages import LANGUAGES

SEARCHED = ("heading", "summary", "body", "how_to_get_it")
LONGEST_SEARCH = 100


def holds(word: str) -> Q:
    """The word stands in one of the texts, in any language."""
    columns = (f"{name}_{code}__icontains" for name in SEARCHED for code in LANGUAGES)
    return reduce(or_, (Q(**{column: word}) for column in columns))


def find_offers(*, topic: str | None = None, age: int | None = None, search: str | None = None) -> Any:
    """Live offers in the order of their topics; each word of `search` must be found."""
    offers = OfferPage.objects.live().select_related("topic").order_by("topic__order", "title", "pk")
    if topic:
        offers = offers.filter(topic__code=topic)
    if age is not None:
        offers = offers.filter(youngest__lte=age, oldest__gte=age)
    for word in (search or "")[:LONGEST_SEARCH].split():
        offers = offers.filter(holds(word))
    return offers
