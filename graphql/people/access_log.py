"""Who looked at a plan and who changed it, and the history of one thing."""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

import strawberry
import strawberry_django
from strawberry import relay

from leavingwell.graphql.connections import Connection
from leavingwell.graphql.context import Info
from leavingwell.graphql.ids import uuid_of
from leavingwell.graphql.people.person import Role
from leavingwell.graphql.sights import note
from leavingwell.platform.access.operations import Operation
from leavingwell.platform.access.permissions import Viewer, relations_with, visible
from leavingwell.platform.access.relations import Relation
from leavingwell.platform.audit.models import AuditEntry
from leavingwell.platform.audit.seeing import Seen
from leavingwell.platform.people import roles
from leavingwell.platform.people.models import YoungPerson
from leavingwell.platform.plans.access_log import SEEN, WITH_REASON, access_log, deed
from leavingwell.platform.plans.history import TEAM_ONLY, Change, Entry, history
from leavingwell.platform.plans.models import Action, Goal, Review


@strawberry_django.type(AuditEntry, name="AccessLogEntry", description="Somebody looked at a plan, or changed it.")
class AccessLogEntry(relay.Node):
    id: relay.NodeID[str]
    at: datetime

    @strawberry_django.field(only="actor_name", description="Their name on that day; empty for the system itself.")
    def name(self, root: strawberry.Parent[AuditEntry]) -> str:
        return root.actor_name

    @strawberry_django.field(only="actor_role", description="What they were on that day; null for the system itself.")
    def role(self, root: strawberry.Parent[AuditEntry]) -> Role | None:
        return Role(root.actor_role) if root.actor_role else None

    @strawberry_django.field(description="What they did, in the reader's language: “looked at your answers”.")
    def deed(self, root: strawberry.Parent[AuditEntry], info: Info) -> str:
        viewer = info.context.viewer
        return str(deed(root, own=viewer is not None and viewer.role == roles.Role.YOUNG_PERSON))

    @strawberry_django.field(description="They only looked.")
    def looked(self, root: strawberry.Parent[AuditEntry]) -> bool:
        return root.action.startswith(SEEN)

    @strawberry_django.field(
        description="Why, where the record was opened in an emergency or a copy of the data was asked for."
    )
    def reason(self, root: strawberry.Parent[AuditEntry]) -> str | None:
        return (root.reason or None) if root.action in WITH_REASON else None

    @strawberry_django.field(description="Through which door: portal, api, admin or job.")
    def place(self, root: strawberry.Parent[AuditEntry]) -> str:
        return root.place

    @classmethod
    def get_queryset(cls, queryset: Any, info: Info, **kwargs: Any) -> Any:
        return visible(queryset, info.context.viewer, Operation.VIEW_ACCESS_LOG, "young_person")


@strawberry.type(description="One field, before and after.")
class FieldChange:
    field: str
    label: str = strawberry.field(description="In the reader's language.")
    before: str
    after: str


@strawberry.type(description="What somebody changed at one time.")
class HistoryEntry:
    at: datetime
    by: str = strawberry.field(description="Their name on that day; empty for the system itself.")
    role: str = strawberry.field(description="The code of their role on that day, or empty.")
    deed: str
    changes: list[FieldChange]


def change_type(change: Change) -> FieldChange:
    return FieldChange(field=change.field, label=change.label, before=change.before, after=change.after)


def entry_type(entry: Entry) -> HistoryEntry:
    return HistoryEntry(
        at=entry.at,
        by=entry.by,
        role=entry.role,
        deed=str(deed(entry.row, own=False)),
        changes=[change_type(change) for change in entry.changes],
    )


def details_of(viewer: Viewer) -> Any:
    return visible(YoungPerson.objects.all(), viewer, Operation.VIEW_NOTES)


def of_plans(model: Any, viewer: Viewer) -> Any:
    """Not for supporters: what stood there before may be from before they were let in."""
    return visible(
        model.objects.select_related("plan__young_person"), viewer, Operation.VIEW_NOTES, "plan__young_person"
    )


ROWS: dict[str, Callable[[Viewer], Any]] = {
    "Action": lambda viewer: of_plans(Action, viewer),
    "Goal": lambda viewer: of_plans(Goal, viewer),
    "YoungPerson": details_of,
    "Review": lambda viewer: of_plans(Review, viewer),
}


def subject_for(viewer: Viewer, given: str) -> Any:
    """The thing that an id names, if its history is for this viewer; else None."""
    for type_name, rows in ROWS.items():
        if pk := uuid_of(given, type_name):
            return rows(viewer).filter(pk=pk).first()
    return None


@strawberry.type
class AccessLogQuery:
    @strawberry_django.connection(
        Connection[AccessLogEntry],
        description="Who looked at a plan and who changed it, newest first: for its owner and the team's manager.",
    )
    def access_log(self, info: Info, young_person_id: strawberry.ID) -> Iterable[AuditEntry]:
        pk = uuid_of(young_person_id, "YoungPerson")
        return access_log(info.context.viewer, pk) if pk else AuditEntry.objects.none()

    @strawberry.field(
        description="What was changed of an action, a goal, a review or a young person's details, newest first."
    )
    def history(self, info: Info, id: strawberry.ID) -> list[HistoryEntry]:
        viewer = info.context.viewer
        subject = subject_for(viewer, id)
        if subject is None:
            return []
        note(info.context, subject_owner(subject).pk, Seen.PLAN)
        own = viewer is not None and Relation.SELF in relations_with(viewer, subject_owner(subject))
        return [entry_type(entry) for entry in history(subject, leave_out=TEAM_ONLY if own else ())]


def subject_owner(subject: Any) -> YoungPerson:
    young_person: YoungPerson = subject if isinstance(subject, YoungPerson) else subject.plan.young_person
    return young_person
