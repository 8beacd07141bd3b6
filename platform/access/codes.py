"""Whether the code of an invitation is still good: whoever made it must have a right to the young person now."""

from typing import Any

from django.db.models import Exists, OuterRef

from leavingwell.platform.access.operations import Operation
from leavingwell.platform.access.permissions import user_can
from leavingwell.platform.audit.models import AuditEntry
from leavingwell.platform.people.models import Invitation, Person, YoungPerson
from leavingwell.platform.people.staff import STAFF_ROLES, is_here

ADDED = "young_person.added"


def on_code_typed(sender: Any, invitation: Invitation, **kwargs: Any) -> bool:
    """Answers `people.signals.code_typed`: a duty cover that ended by the clock leaves no way in."""
    maker = invitation.made_by
    if maker is None:
        return True
    if maker.role in STAFF_ROLES and not is_here(maker):
        return False
    young_person = YoungPerson.objects.filter(person=invitation.person_id).first()
    if young_person is None:
        return True
    return user_can(maker, Operation.INVITE_AGAIN, young_person) or asks_in(maker, young_person)


def first_letter() -> Exists:
    """Of an invitation in a query, what `asks_in` says of its maker: a new worker does not end it."""
    begun = AuditEntry.objects.filter(
        action=ADDED, young_person_id=OuterRef("person__young_person"), actor_id=OuterRef("made_by")
    )
    return Exists(begun.filter(young_person_id__in=YoungPerson.objects.filter(joined_at=None).values("pk")))


def asks_in(maker: Person, young_person: YoungPerson) -> bool:
    """Whoever began the record, perhaps for another team, may let the young person in for the first time."""
    begun = AuditEntry.objects.filter(action=ADDED, young_person_id=young_person.pk, actor_id=maker.pk)
    return young_person.joined_at is None and begun.exists()
