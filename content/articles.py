"""Finding stories, news, events, places and answers: what is out, in the order in which people look for it."""

from datetime import datetime, time
from typing import Any

from django.db.models import Q
from django.utils import timezone

from leavingwell.content.models import DropInPage, EventPage, NewsPage, QuestionsPage, StoryPage


def find_stories() -> Any:
    return StoryPage.objects.live().order_by("-first_published_at", "title", "pk")


def find_news() -> Any:
    return NewsPage.objects.live().order_by("-published_on", "title", "pk")


def find_answers() -> Any:
    return QuestionsPage.objects.live().order_by("title", "pk")


def find_places(area: str | None = None) -> Any:
    places = DropInPage.objects.live().order_by("title", "pk")
    return places.filter(Q(area=None) | Q(area__code=area)) if area else places


def is_over(now: datetime) -> Q:
    """An event without an end is over when its day is."""
    today = timezone.make_aware(datetime.combine(timezone.localdate(now), time.min))
    return Q(ends_at__lt=now) | Q(ends_at=None, starts_at__lt=today)


def has_ended(event: EventPage, now: datetime) -> bool:
    """The same as `is_over`, of one that is read already."""
    if event.ends_at:
        return event.ends_at < now
    return timezone.localdate(event.starts_at) < timezone.localdate(now)


def find_events(*, past: bool = False, area: str | None = None) -> Any:
    """Those to come, the next one first; or those that are over, the latest first."""
    events = EventPage.objects.live()
    if area:
        events = events.filter(Q(area=None) | Q(area__code=area))
    over = is_over(timezone.now())
    if past:
        return events.filter(over).order_by("-starts_at", "title", "pk")
    return events.exclude(over).order_by("starts_at", "title", "pk")
