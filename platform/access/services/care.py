"""A young person's times in care, which say what the council owes them."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.audit.services import record
from leavingwell.platform.people.models import CarePeriod, Person, YoungPerson
from leavingwell.platform.problems import invalid, wrong_state


@dataclass(frozen=True)
class GivenCare:
    """Both days belong to it; without a last one it still goes on."""

    starts_on: date
    ends_on: date | None = None
    short_break: bool = False


def check_days(given: GivenCare, born: date, at: str) -> None:
    today = timezone.localdate()
    if not born <= given.starts_on <= today:
        raise invalid(_("The first day must be after they were born, and not in the future."), f"{at}startsOn")
    if given.ends_on and not given.starts_on <= given.ends_on <= today:
        raise invalid(_("The last day must be after the first, and not in the future."), f"{at}endsOn")


def check_apart(young_person: YoungPerson, given: GivenCare, at: str) -> None:
    """Raises INVALID where another time in care has a day of this one."""
    later = Q(ends_on=None) | Q(ends_on__gte=given.starts_on)
    others = young_person.care_periods.filter(later)
    if given.ends_on:
        others = others.filter(starts_on__lte=given.ends_on)
    if others.exists():
        raise invalid(_("Another time in care has some of these days."), f"{at}startsOn")


def locked(young_person: YoungPerson) -> YoungPerson:
    """Two workers at once come one after the other."""
    found: YoungPerson = YoungPerson.objects.select_for_update(no_key=True).get(pk=young_person.pk)
    return found


@transaction.atomic
def add_care_period(young_person: YoungPerson, given: GivenCare, *, by: Person | None, at: str = "") -> CarePeriod:
    """`at` leads the fields that problems name. Raises INVALID for days that will not do or are another's already."""
    locked(young_person)
    check_days(given, young_person.date_of_birth, at)
    check_apart(young_person, given, at)
    period: CarePeriod = CarePeriod.objects.create(
        young_person=young_person,
        starts_on=given.starts_on,
        ends_on=given.ends_on,
        short_break=given.short_break,
    )
    days = [given.starts_on.isoformat(), given.ends_on.isoformat() if given.ends_on else None]
    changes: dict[str, list[Any]] = {"days": [None, days], "short_break": [None, given.short_break]}
    record("care_period.added", period, by=by, young_person_id=young_person.pk, changes=changes)
    return period


@transaction.atomic
def end_care_period(period: CarePeriod, *, ends_on: date, by: Person) -> CarePeriod:
    """Raises WRONG_STATE for one that has ended, INVALID for a day before its first or in the future."""
    young_person = locked(period.young_person)
    period.refresh_from_db()
    if period.ends_on:
        raise wrong_state(_("This time in care has ended already."))
    check_days(GivenCare(period.starts_on, ends_on), young_person.date_of_birth, "")
    period.ends_on = ends_on
    period.save(update_fields=["ends_on"])
    changes = {"ends_on": [None, ends_on.isoformat()]}
    record("care_period.ended", period, by=by, young_person_id=young_person.pk, changes=changes)
    return period
