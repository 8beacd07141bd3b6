"""Break-glass: staff open the record of a young person who is not theirs, and say why. It ends by itself."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.access import grants
from leavingwell.platform.access.matrix import COUNCIL_MATRIX
from leavingwell.platform.access.operations import CouncilOperation
from leavingwell.platform.access.permissions import require_in_council
from leavingwell.platform.access.relations import CASE_TEAM, Relation
from leavingwell.platform.audit.models import AuditEntry
from leavingwell.platform.audit.services import record
from leavingwell.platform.people.models import EmergencyAccess, Person, YoungPerson
from leavingwell.platform.people.roles import Role
from leavingwell.platform.plans.models import Notice
from leavingwell.platform.plans.services.fields import checked_text
from leavingwell.platform.plans.services.noticing import notify
from leavingwell.platform.plans.whom_to_tell import manager_of
from leavingwell.platform.problems import ProblemCode, invalid, refuse, wrong_state

LASTS = timedelta(hours=24)
FEWEST_WORDS, LONGEST_REASON = 3, 1000
SHORTEST_NAME, MOST_FOUND = 3, 10
SEARCHES_AN_HOUR = 20
SEARCHED = "emergency.searched"


def searches_this_hour(by: Person) -> int:
    since = timezone.now() - timedelta(hours=1)
    done = AuditEntry.objects.filter(subject_type=Person._meta.label_lower, subject_id=str(by.pk), action=SEARCHED)
    return done.filter(at__gte=since).count()


@transaction.atomic
def find_in_emergency(name: str, *, by: Person) -> list[YoungPerson]:
    """The council's young people of that name, for opening one of them: at most ten, and nobody says how many more.

    Raises NOT_ALLOWED for a role that may not, INVALID for a short name, CONFLICT after twenty searches in an hour.
    """
    require_in_council(by, CouncilOperation.OPEN_IN_EMERGENCY)
    name = " ".join(name.split())
    if len(name) < SHORTEST_NAME:
        raise invalid(_("Type at least three letters of the name."), "name")
    Person.objects.select_for_update().get(pk=by.pk)  # many searches at once are counted one after the other
    if searches_this_hour(by) >= SEARCHES_AN_HOUR:
        raise refuse(ProblemCode.CONFLICT, _("That was a lot of searches. Try again in an hour, or ring."), "name")
    record(SEARCHED, by, by=by, changes={"name": [None, name[:200]]})
    rows = YoungPerson.objects.select_related("person", "team").filter(person__name__icontains=name)
    return list(rows.order_by("person__name", "pk")[:MOST_FOUND])


def checked_reason(reason: str) -> str:
    few = _("Say why in a few words. The young person and their team's manager can read it.")
    reason = checked_text(reason, "reason", longest=LONGEST_REASON, empty=few)
    if len(reason.split()) < FEWEST_WORDS:
        raise invalid(few, "reason")
    return reason


def live(person: Person | None) -> QuerySet[EmergencyAccess]:
    """The records that this person has open now."""
    rows: QuerySet[EmergencyAccess] = EmergencyAccess.objects.filter(person=person, ends_at__gt=timezone.now())
    return rows


def open_until(person: Person | None, young_person_id: UUID) -> datetime | None:
    """When the person's emergency access to the record ends. One query for all records, kept on the person."""
    if person is None or person.role not in COUNCIL_MATRIX[CouncilOperation.OPEN_IN_EMERGENCY]:
        return None
    if not hasattr(person, "open_records"):
        rows = live(person).values_list("young_person_id", "ends_at")
        person.open_records = dict(rows)  # type: ignore[attr-defined]
    found: datetime | None = person.open_records.get(young_person_id)  # type: ignore[attr-defined]
    return found


def to_tell(young_person: YoungPerson, by: Person) -> list[Person]:
    """The team's manager; where there is none, or it is who opened it, the council's administrators."""
    manager = manager_of(young_person)
    if manager is not None and manager.pk != by.pk:
        return [manager]
    return list(Person.objects.select_related("user").filter(role=Role.COUNCIL_ADMIN))


@transaction.atomic
def open_in_emergency(young_person: YoungPerson, *, reason: str, by: Person) -> EmergencyAccess:
    """Lets `by` read the record and note what is urgent, for 24 hours; the manager is told, and the young person.

    A second time while it is open gives the first one. Raises NOT_ALLOWED for a role that may not, INVALID without a
    reason of a few words, TOO_LARGE, WRONG_STATE for somebody who works with the young person anyway.
    """
    require_in_council(by, CouncilOperation.OPEN_IN_EMERGENCY)
    reason = checked_reason(reason)
    YoungPerson.objects.select_for_update(of=("self",)).get(pk=young_person.pk)  # twice at once: one after the other
    if already := live(by).filter(young_person=young_person).first():
        return already
    if by.user and CASE_TEAM & grants.relations_of(by.user, young_person):
        raise wrong_state(_("You work with them, so you can open their record any time."), "youngPersonId")
    now = timezone.now()
    access = EmergencyAccess.objects.create(
        young_person=young_person, person=by, reason=reason, starts_at=now, ends_at=now + LASTS
    )
    grants.grant_many(Relation.EMERGENCY, by, [young_person], until=access.ends_at)
    record("emergency.opened", access, by=by, young_person_id=young_person.pk, reason=reason)
    notify(to_tell(young_person, by), Notice.Kind.EMERGENCY_ACCESS, young_person=young_person, key=str(access.pk))
    return access


@transaction.atomic
def see_emergency_access(access: EmergencyAccess, *, by: Person) -> EmergencyAccess:
    """The manager has looked at why. Raises NOT_ALLOWED for one's own, WRONG_STATE when somebody has seen it."""
    access = EmergencyAccess.objects.select_for_update(of=("self",)).select_related("young_person").get(pk=access.pk)
    if access.person_id == by.pk:
        raise refuse(ProblemCode.NOT_ALLOWED, _("Somebody else must look at this: you opened the record."))
    if access.seen_at:
        raise wrong_state(_("Somebody has seen this already."))
    access.seen_at, access.seen_by = timezone.now(), by
    access.save(update_fields=["seen_at", "seen_by"])
    record("emergency.seen", access, by=by, young_person_id=access.young_person_id)
    return access
