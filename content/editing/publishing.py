"""Publishing and taking down what is due: Wagtail's own command would do it for every council at once, in no scope."""

import logging
import traceback
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from typing import Any

from django.db import transaction
from django.db.models import CharField
from django.db.models.functions import Cast
from django.utils import timezone
from wagtail.models import Page, Revision

from leavingwell.content.checks.keeping import own_pages
from leavingwell.platform.councils.jobs import council_job, in_every_council

TRIED = timedelta(minutes=15)  # the clock tries every five
logger = logging.getLogger(__name__)


def due_versions() -> Any:
    """Of pages of every council. Wagtail's table of versions knows none."""
    return Revision.page_revisions.filter(approved_go_live_at__lte=timezone.now()).order_by("approved_go_live_at")


def missed() -> Any:
    """Due so long ago that the clock has tried in vain. Of pages of every council."""
    return due_versions().filter(approved_go_live_at__lte=timezone.now() - TRIED)


def over() -> Any:
    """Live pages whose time has ended, of every council."""
    return Page.objects.live().filter(expire_at__lte=timezone.now()).order_by("expire_at")


def publish_due() -> int:
    """In the council whose scope is open. How many pages came and went."""
    ids = own_pages().annotate(key=Cast("pk", CharField())).values("key")
    versions, pages = list(due_versions().filter(object_id__in=ids)), list(over() & own_pages())
    gone = [alone(page, partial(take_down, page)) for page in pages]
    published = [alone(version, partial(publish, version)) for version in versions]
    return sum(gone) + sum(published)


def take_down(page: Any) -> None:
    page.specific.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")


def publish(version: Any) -> None:
    version.publish(log_action="wagtail.publish.scheduled")


def alone(one: Any, work: Callable[[], None]) -> bool:
    """Whether it was done. Whatever is wrong with one holds up no other; it is tried again the next time.

    Its editors see in the list of drafts what is in the way; the message may quote the page, so it is not logged.
    """
    try:
        with transaction.atomic():
            work()
    except Exception as error:
        frame = traceback.extract_tb(error.__traceback__)[-1]
        place = f"{frame.filename}:{frame.lineno}"
        logger.error("%s %s not done at its time: %s in %s", type(one).__name__, one.pk, type(error).__name__, place)
        return False
    return True


@council_job
def publish_due_in() -> int:
    return publish_due()


def publish_due_everywhere() -> None:
    """Mostly nothing is due anywhere, and no council is asked."""
    if due_versions().exists() or over().exists():
        in_every_council(publish_due_in, "pages of one council that are due")
