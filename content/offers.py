"""Finding offers: what is live, for whom, where, and by which words. All that shows offers asks here."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db.models import F, Func, IntegerField, Q, Value

from leavingwell.content.models import OfferPage
from leavingwell.content.national.standing import standing
from leavingwell.content.search.finding import nearest_words, ranked
from leavingwell.content.topics import begun_topics
from leavingwell.translations.languages import SOURCE
from leavingwell.translations.ordering import shown_words


@dataclass(frozen=True)
class Wanted:
    """What somebody looks for. `circumstances`: offers that are for everybody, or for one of these."""

    topic: str | None = None
    age: int | None = None
    area: str | None = None
    category: str | None = None
    circumstances: tuple[str, ...] = ()
    search: str | None = None


ANYTHING = Wanted()


def live_offers() -> Any:
    """The council's offers that are out, under headings that have begun. The one place that says so.

    A council's own copy stands in for the national offer that it replaces.
    """
    return standing(OfferPage.objects.live()).filter(topic__in=begun_topics())


def find_offers(wanted: Wanted = ANYTHING, languages: Sequence[str] = (SOURCE,)) -> Any:
    """In the order of their topics and of their headings as a reader of `languages`, tried in turn, sees them.

    When words are searched for, those that answer best come first.
    """
    offers = live_offers().select_related("topic").filter(suits(wanted))
    if not (wanted.search or "").strip():
        return offers.order_by("topic__order", shown_words("heading", languages), "pk")
    keys = ranked(live_offers(), wanted.search or "")
    return offers.filter(pk__in=keys).order_by(place_among(keys), "pk")


def place_among(keys: list[int]) -> Func:
    known = Value(keys, output_field=ArrayField(IntegerField()))
    return Func(known, F("pk"), function="array_position", output_field=IntegerField())


def suits(wanted: Wanted) -> Q:
    """An offer that names no category, circumstance or area is for all of them."""
    told = Q()
    if wanted.topic:
        told &= Q(topic__code=wanted.topic)
    if wanted.age is not None:
        told &= Q(youngest__lte=wanted.age, oldest__gte=wanted.age)
    if wanted.area:
        told &= Q(areas=[]) | Q(areas__contains=[wanted.area])
    if wanted.category:
        told &= Q(categories=[]) | Q(categories__contains=[wanted.category])
    if wanted.circumstances:
        told &= Q(circumstances=[]) | Q(circumstances__overlap=list(wanted.circumstances))
    return told


def words_like(search: str, languages: tuple[str, ...]) -> list[str]:
    """For somebody who found nothing: words of the offers that look like those of the search."""
    return nearest_words(live_offers(), search, languages)
