"""What young people's first pages show of the council's pages: what is on and the news, remembered (`kept_here`).

Only what a line of a list needs: whoever wants more, or more of them, asks `articles`.
"""

from copy import copy
from typing import Any

from django.utils import timezone

from leavingwell.content import articles
from leavingwell.content.models import EventPage, NewsPage
from leavingwell.translations.kept_settings import kept_here
from leavingwell.translations.languages import LANGUAGES

MOST = 20
HEADINGS = tuple(f"heading_{language}" for language in LANGUAGES)
OF_NEWS = ("council", "slug", "translation_key", "published_on", *HEADINGS)
OF_EVENTS = ("council", "slug", "translation_key", "place", "starts_at", "ends_at", *HEADINGS)


def newest() -> list[NewsPage]:
    return list(articles.find_news().only(*OF_NEWS)[:MOST])


def next_ones() -> list[EventPage]:
    return list(articles.find_events().only(*OF_EVENTS)[:MOST])


def news_at_hand(count: int) -> list[Any] | None:
    """Copies of the newest rows, for the one who asks; None where these are not enough."""
    return copies(kept_here("news", newest), count) if count <= MOST else None


def events_at_hand(count: int) -> list[Any] | None:
    """The same of what is to come. Those that ended since they were read are left out."""
    found, now = kept_here("events", next_ones), timezone.now()
    to_come = [one for one in found if not articles.has_ended(one, now)]
    was_cut = len(found) == MOST
    return None if count > len(to_come) and was_cut else copies(to_come, count)


def copies(rows: list[Any], count: int) -> list[Any]:
    return [copy(row) for row in rows[:count]]
