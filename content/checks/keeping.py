"""Keeping what the checks found, for the list of all pages."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.core.cache import cache
from django.db import transaction
from django.utils import timezone
from wagtail.models import Page

from leavingwell.content.checks.finding import found_on
from leavingwell.content.models import ContentFinding, HomePage
from leavingwell.platform.councils import scope


def own_pages() -> Any:
    """The pages of the council whose scope is open, below its home page."""
    home = HomePage.objects.filter(council_id=scope.current_council_id()).first()
    return Page.objects.descendant_of(home) if home else Page.objects.none()


def drafts() -> Iterator[Any]:
    """Each page as its editors see it."""
    for page in own_pages().select_related("latest_revision").specific():
        yield page.get_latest_revision_as_object()


@transaction.atomic
def check_page(page: Any) -> int:
    """Puts what is found now in place of what was found before. The number of findings."""
    ContentFinding.objects.filter(page_id=page.pk).delete()
    found = found_on(page)
    for one in found:
        one.page_id = page.pk
    ContentFinding.objects.bulk_create(found)
    return len(found)


def trace() -> str:
    return f"pages-checked:{scope.current_council_id()}"


def check_every_page() -> int:
    found = sum(check_page(page) for page in drafts())
    cache.set(trace(), timezone.now(), None)
    return found


def last_check() -> datetime | None:
    """When every page was looked at, as far as it is remembered: a cache forgets, and the next night knows again."""
    found: datetime | None = cache.get(trace())
    return found
