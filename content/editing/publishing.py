"""Publishing and taking down what is due: Wagtail's own command would do it for every council at once, in no scope."""

from typing import Any

from django.db.models import CharField
from django.db.models.functions import Cast
from django.utils import timezone
from wagtail.models import Page, Revision

from leavingwell.content.checks.keeping import own_pages
from leavingwell.platform.councils.jobs import council_job, in_every_council


def due_versions() -> Any:
    """Of pages of every council. Wagtail's table of versions knows none."""
    return Revision.page_revisions.filter(approved_go_live_at__lte=timezone.now()).order_by("approved_go_live_at")


def over() -> Any:
    """Live pages whose time has ended, of every council."""
    return Page.objects.live().filter(expire_at__lte=timezone.now()).order_by("expire_at")


def publish_due() -> int:
    """In the council whose scope is open. How many pages came and went; run again it finds nothing."""
    ids = own_pages().annotate(key=Cast("pk", CharField())).values("key")
    versions, pages = list(due_versions().filter(object_id__in=ids)), list(over() & own_pages())
    for page in pages:
        page.specific.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")
    for version in versions:
        version.publish(log_action="wagtail.publish.scheduled")
    return len(pages) + len(versions)


@council_job
def publish_due_in() -> int:
    return publish_due()


def publish_due_everywhere() -> None:
    """Mostly nothing is due anywhere, and no council is asked."""
    if due_versions().exists() or over().exists():
        in_every_council(publish_due_in, "pages of one council that are due")
