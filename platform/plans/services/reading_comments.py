"""Noting that somebody has read words, so that whoever wrote them can see it."""

from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone

from leavingwell.platform.people.models import Person
from leavingwell.platform.plans.models import Comment, CommentRead, Notice, Plan
from leavingwell.platform.plans.services.telling_of_words import key_of
from leavingwell.platform.plans.threads import unread_by

KINDS = (Notice.Kind.NEW_COMMENT, Notice.Kind.GOOD_NEWS)


@transaction.atomic
def mark_comments_read(plan: Plan, *, by: Person, comments: Iterable[Comment] | None = None) -> Plan:
    """Marks these, or all that the reader may read; once is for ever. Their notices count as read too."""
    waiting = unread_by(Comment.objects.filter(plan=plan), by)
    if comments is not None:
        waiting = waiting.filter(pk__in=[comment.pk for comment in comments])
    found = list(waiting)
    CommentRead.objects.bulk_create(
        [CommentRead(comment=comment, person=by) for comment in found], ignore_conflicts=True
    )
    notices = Notice.objects.filter(recipient=by, kind__in=KINDS, key__in=[key_of(one) for one in found], read_at=None)
    notices.update(read_at=timezone.now())
    return plan
