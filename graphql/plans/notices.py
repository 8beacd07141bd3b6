"""What somebody is told of: their notices, read or not, and the kinds for which they want an e-mail too."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated, Any
from uuid import UUID

import strawberry
import strawberry_django
from strawberry import relay

from leavingwell.graphql.context import Info
from leavingwell.graphql.ids import uuids_of
from leavingwell.graphql.mutations import mutation, signed_in
from leavingwell.graphql.people.person import Person
from leavingwell.graphql.problems import Problems
from leavingwell.platform.people import models as people
from leavingwell.platform.plans import models, notices
from leavingwell.platform.plans.services import noticing
from leavingwell.platform.problems import not_found

if TYPE_CHECKING:
    from leavingwell.graphql.people.types import YoungPerson

NoticeKind = models.Notice.Kind
strawberry.enum(NoticeKind, name="NoticeKind", description="What a notice is about.")


@strawberry_django.type(models.Notice, name="PersonalNotice", description="Something that the viewer is told of.")
class PersonalNotice(relay.Node):
    id: relay.NodeID[str]
    kind: NoticeKind
    young_person: Annotated["YoungPerson", strawberry.lazy("leavingwell.graphql.people.types")] | None = (
        strawberry_django.field(description="Null when the viewer may not see them, or no longer.")
    )
    due_on: date | None
    made_at: datetime
    read_at: datetime | None

    @strawberry_django.field(description="One sentence, in the viewer's language.")
    def text(self, root: strawberry.Parent[models.Notice], info: Info) -> str:
        return notices.sentence(root, info.context.viewer)

    @classmethod
    def get_queryset(cls, queryset: Any, info: Info, **kwargs: Any) -> Any:
        return notices.notices_of(info.context.viewer, queryset)


@strawberry.type(description="Whether the viewer gets an e-mail too for one kind of notice.")
class NoticeChoice:
    kind: NoticeKind
    label: str = strawberry.field(description="In the viewer's language.")
    by_email: bool


def choices_of(person: people.Person) -> list[NoticeChoice]:
    """For each kind that can reach them."""
    off = noticing.without_email(person)
    return [
        NoticeChoice(kind=kind, label=notices.name_of(kind, person), by_email=kind.value not in off)
        for kind in notices.kinds_for(person)
    ]


@strawberry_django.type(models.NoticePreference, name="NoticePreference", description="A choice that was kept.")
class NoticePreference(relay.Node):
    id: relay.NodeID[str]
    kind: NoticeKind
    by_email: bool

    @classmethod
    def get_queryset(cls, queryset: Any, info: Info, **kwargs: Any) -> Any:
        return queryset.filter(person=info.context.viewer)


MarkNoticesReadResult = Annotated[Person | Problems, strawberry.union("MarkNoticesReadResult")]
SetNoticePreferenceResult = Annotated[NoticePreference | Problems, strawberry.union("SetNoticePreferenceResult")]


@strawberry.input
class MarkNoticesReadInput:
    notice_ids: list[strawberry.ID] | None = strawberry.field(default=None, description="Left out: all of them.")
    request_id: UUID | None = None


@strawberry.input
class SetNoticePreferenceInput:
    kind: NoticeKind
    by_email: bool
    request_id: UUID | None = None


@strawberry.type
class NoticesMutation:
    @mutation(MarkNoticesReadResult, "Notes that the viewer has read these notices, or all. Answers the viewer.")
    def mark_notices_read(self, info: Info, input: MarkNoticesReadInput) -> people.Person:
        viewer = signed_in(info)
        rows = notices.notices_of(viewer)
        if input.notice_ids is not None:
            rows = rows.filter(pk__in=known(rows, uuids_of(input.notice_ids, "PersonalNotice", "noticeIds")))
        noticing.mark_read(viewer, rows)
        return viewer

    @mutation(SetNoticePreferenceResult, "Whether the viewer wants an e-mail too for one kind of notice.")
    def set_notice_preference(self, info: Info, input: SetNoticePreferenceInput) -> models.NoticePreference:
        return noticing.set_preference(signed_in(info), models.Notice.Kind(input.kind), by_email=input.by_email)


def known(rows: Any, wanted: tuple[UUID, ...]) -> tuple[UUID, ...]:
    """Raises NOT_FOUND for a notice that is not the viewer's."""
    own = set(rows.filter(pk__in=wanted).values_list("pk", flat=True))
    for place, pk in enumerate(wanted):
        if pk not in own:
            raise not_found(f"noticeIds.{place}")
    return wanted
