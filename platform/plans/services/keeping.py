"""How long a record is kept, and why it may have to be kept longer. Nothing is ever erased by itself.

The law's day is the 75th birthday (Care Leavers (England) Regulations 2010 reg 10). A council may keep a record longer,
never shorter; a legal hold stops the clock until it is lifted.
"""

from collections.abc import Iterable
from datetime import date

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.access.operations import CouncilOperation
from leavingwell.platform.access.permissions import require_in_council
from leavingwell.platform.audit.services import record
from leavingwell.platform.people.dates import birthday, years_before
from leavingwell.platform.people.models import LegalHold, Person, YoungPerson
from leavingwell.platform.plans.services.fields import checked_text
from leavingwell.platform.problems import invalid, wrong_state

KEPT_UNTIL_AGE = 75
LONGEST_REASON = 1000
SAY_WHY = _("Say why.")


def lawful_day(young_person: YoungPerson) -> date:
    return birthday(young_person.date_of_birth, KEPT_UNTIL_AGE)


def kept_until(young_person: YoungPerson) -> date:
    """The day until which the record is kept; a hold is not counted."""
    return young_person.retain_until or lawful_day(young_person)


def records_due(day: date | None = None) -> QuerySet[YoungPerson]:
    """The records whose day has come and that no hold keeps: somebody decides what to do with each."""
    day = day or timezone.localdate()
    held = LegalHold.objects.filter(young_person=OuterRef("pk"), lifted_at=None)
    over = Q(retain_until__lte=day) | Q(retain_until=None, date_of_birth__lte=years_before(day, KEPT_UNTIL_AGE))
    rows: QuerySet[YoungPerson] = YoungPerson.objects.filter(over).exclude(Exists(held))
    return rows.select_related("person", "team").order_by("date_of_birth", "pk")


def live_hold(young_person: YoungPerson) -> LegalHold | None:
    found: LegalHold | None = young_person.legal_holds.filter(lifted_at=None).select_related("placed_by").first()
    return found


def locked(young_person: YoungPerson) -> YoungPerson:
    found: YoungPerson = YoungPerson.objects.select_for_update(of=("self",)).get(pk=young_person.pk)
    return found


@transaction.atomic
def keep_longer(young_person: YoungPerson, day: date | None, *, reason: str, by: Person) -> YoungPerson:
    """Keeps the record until `day`; None puts it back to the law's day. Raises NOT_ALLOWED, INVALID, TOO_LARGE."""
    require_in_council(by, CouncilOperation.KEEP_RECORDS)
    young_person = locked(young_person)
    if day and day < lawful_day(young_person):
        message = _("The law keeps it until %s at least.") % lawful_day(young_person).isoformat()
        raise invalid(message, "day")
    why = checked_text(reason, "reason", longest=LONGEST_REASON, empty=SAY_WHY)
    before, young_person.retain_until = young_person.retain_until, day
    young_person.save(update_fields=["retain_until"])
    days = [one.isoformat() if one else None for one in (before, day)]
    record(
        "retention.changed",
        young_person,
        by=by,
        young_person_id=young_person.pk,
        changes={"retain_until": days},
        reason=why,
    )
    return young_person


@transaction.atomic
def place_hold(young_person: YoungPerson, *, reason: str, by: Person) -> LegalHold:
    """Raises NOT_ALLOWED, INVALID without a reason, TOO_LARGE, WRONG_STATE while there is one."""
    require_in_council(by, CouncilOperation.KEEP_RECORDS)
    young_person = locked(young_person)
    if live_hold(young_person):
        raise wrong_state(_("There is a hold on this record already."))
    why = checked_text(reason, "reason", longest=LONGEST_REASON, empty=SAY_WHY)
    hold = LegalHold.objects.create(young_person=young_person, reason=why, placed_by=by)
    record("legal_hold.placed", hold, by=by, young_person_id=young_person.pk, reason=why)
    return hold


@transaction.atomic
def lift_hold(young_person: YoungPerson, *, reason: str, by: Person) -> LegalHold:
    """Raises NOT_ALLOWED, INVALID without a reason, TOO_LARGE, WRONG_STATE while there is none."""
    require_in_council(by, CouncilOperation.KEEP_RECORDS)
    hold = live_hold(locked(young_person))
    if hold is None:
        raise wrong_state(_("There is no hold on this record."))
    hold.lift_reason = checked_text(reason, "reason", longest=LONGEST_REASON, empty=SAY_WHY)
    hold.lifted_at, hold.lifted_by = timezone.now(), by
    hold.save(update_fields=["lifted_at", "lifted_by", "lift_reason"])
    record("legal_hold.lifted", hold, by=by, young_person_id=young_person.pk, reason=hold.lift_reason)
    return hold


def with_holds(rows: Iterable[YoungPerson]) -> dict[object, LegalHold]:
    """The live hold of each, by the young person's id. One query."""
    found = LegalHold.objects.filter(young_person__in=list(rows), lifted_at=None)
    return {hold.young_person_id: hold for hold in found}
