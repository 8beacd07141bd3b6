"""Comments as threads: one comment and those that answer it; and which of them somebody has not read."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, Exists, IntegerField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from leavingwell.platform.access.permissions import Viewer
from leavingwell.platform.plans.models import Comment, CommentRead
from leavingwell.platform.plans.visibility import visible_comments

ABOUT_THE_PLAN = Q(goal=None, action=None)


@dataclass(frozen=True)
class Thread:
    """A comment and its answers, oldest first."""

    first: Comment
    replies: list[Comment] = field(default_factory=list)

    @property
    def comments(self) -> list[Comment]:
        return [self.first, *self.replies]


def with_readers(viewer: Viewer) -> QuerySet[Comment]:
    """What the viewer may read, with all that a thread shows of it. A few queries, however many there are."""
    rows = Comment.objects.select_related("author").prefetch_related("reads__person", "translations__by")
    return visible_comments(rows.order_by("written_at", "pk"), viewer)


def threads_of(comments: Iterable[Comment]) -> list[Thread]:
    """In the order in which they began. An answer to what is not there stands for itself."""
    threads: dict[Any, Thread] = {}
    for comment in comments:
        first = threads.get(comment.answers_id)
        if first:
            first.replies.append(comment)
        else:
            threads[comment.pk] = Thread(comment)
    return list(threads.values())


def is_unread(comment: Comment, viewer: Viewer) -> bool:
    """Whether somebody else wrote it and the viewer has not read it yet. Needs `reads` fetched to cost nothing."""
    if viewer is None or comment.author_id == viewer.pk:
        return False
    return all(read.person_id != viewer.pk for read in comment.reads.all())


def unread_by(comments: QuerySet[Comment], viewer: Viewer) -> QuerySet[Comment]:
    """Of these, what somebody else wrote and the viewer may read but has not."""
    if viewer is None:
        return comments.none()
    read = CommentRead.objects.filter(comment=OuterRef("pk"), person=viewer)
    return visible_comments(comments, viewer).exclude(author=viewer).exclude(Exists(read))


def unread_count(viewer: Viewer) -> Coalesce:
    """For plans, in their own query: how many comments wait to be read by the viewer."""
    waiting = unread_by(Comment.objects.filter(plan=OuterRef("pk")), viewer)
    counted = waiting.order_by().values("plan").annotate(n=Count("pk")).values("n")
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)
