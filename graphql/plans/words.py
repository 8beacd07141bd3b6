"""Comments and the threads that they make."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import strawberry
import strawberry_django
from django.db.models import Model, Prefetch, prefetch_related_objects
from strawberry import relay

from leavingwell.graphql.context import Info
from leavingwell.graphql.ids import opaque
from leavingwell.graphql.people.person import Person
from leavingwell.graphql.plans.permitted import Permitted
from leavingwell.graphql.plans.translated_words import Translated
from leavingwell.platform.plans import models, threads
from leavingwell.platform.plans.together import read_with
from leavingwell.platform.plans.visibility import visible_comments

CommentKind = models.Comment.Kind
strawberry.enum(CommentKind, name="CommentKind", description="What words are.")
CommentAudience = models.Comment.Audience
strawberry.enum(CommentAudience, name="CommentAudience", description="Who reads words, beside author and young person.")
SEEN = "comments_to_see"  # where a row keeps its comments, as far as the viewer may read them


@strawberry_django.type(models.CommentRead, name="CommentRead", description="That somebody has read words.")
class CommentRead:
    person: Person
    read_at: datetime


@strawberry_django.type(models.Comment, name="Comment", description="Somebody's words, as they wrote them.")
class Comment(Translated, Permitted, relay.Node):
    id: relay.NodeID[str]
    part: str = strawberry_django.field(
        description="A domain code, `what_matters`, or empty: the whole plan; of words on a goal or action its area."
    )
    kind: CommentKind
    audience: CommentAudience
    body: str
    language: str
    author: Person
    written_at: datetime

    @strawberry_django.field(description="The goal that it is about.")
    def goal_id(self, root: strawberry.Parent[models.Comment]) -> strawberry.ID | None:
        return opaque("Goal", root.goal_id) if root.goal_id else None

    @strawberry_django.field(description="The action that it is about.")
    def action_id(self, root: strawberry.Parent[models.Comment]) -> strawberry.ID | None:
        return opaque("Action", root.action_id) if root.action_id else None

    @strawberry_django.field(description="The first words of its thread; null for those.")
    def in_answer_to(self, root: strawberry.Parent[models.Comment]) -> strawberry.ID | None:
        return opaque("Comment", root.answers_id) if root.answers_id else None

    @strawberry_django.field(prefetch_related="reads", description="Whether the viewer has not read it yet.")
    def unread(self, root: strawberry.Parent[models.Comment], info: Info) -> bool:
        return threads.is_unread(root, info.context.viewer)

    @strawberry_django.field(
        prefetch_related="reads__person", description="Who has read it; for whoever wrote it, empty for others."
    )
    def read_by(self, root: strawberry.Parent[models.Comment], info: Info) -> list[CommentRead]:
        viewer, reads = info.context.viewer, root.reads
        rows: Any = list(reads.all()) if viewer is not None and viewer.pk == root.author_id else []
        return rows

    @classmethod
    def get_queryset(cls, queryset: Any, info: Info, **kwargs: Any) -> Any:
        return visible_comments(queryset, info.context.viewer)


@strawberry.type(description="Words and the answers to them.")
class Thread:
    first: Comment
    replies: list[Comment] = strawberry.field(description="Oldest first.")
    unread: int = strawberry.field(description="How many of them the viewer has not read yet.")


def thread_type(thread: threads.Thread, info: Info) -> Thread:
    first: Any = thread.first
    replies: Any = thread.replies
    unread = sum(threads.is_unread(comment, info.context.viewer) for comment in thread.comments)
    return Thread(first=first, replies=replies, unread=unread)


def comments_to_see(about_the_plan: bool = False) -> Callable[[Info], Prefetch[Any]]:
    """For the optimizer: the comments of all rows of a list in two queries."""

    def prefetch(info: Info) -> Prefetch[Any]:
        rows = threads.with_readers(info.context.viewer)
        return Prefetch(
            "comments", queryset=rows.filter(threads.ABOUT_THE_PLAN) if about_the_plan else rows, to_attr=SEEN
        )

    return prefetch


def threads_of(row: Model, info: Info, prefetch: Callable[[Info], Prefetch[Any]]) -> list[Thread]:
    """Of a plan, goal or action. Those that no optimizer has prepared are fetched with the rest of their list."""
    if not hasattr(row, SEEN):
        prefetch_related_objects(read_with(row), prefetch(info))
    return [thread_type(thread, info) for thread in threads.threads_of(getattr(row, SEEN))]
