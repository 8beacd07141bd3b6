"""Changing the worker of many young people at once: one, a whole caseload, or all that a leaver worked with.

As many queries for thirty as for one. Whoever calls has asked whether they may.
"""

from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.access.relations import Relation
from leavingwell.platform.access.services import rights
from leavingwell.platform.access.services.locking import lock_people, lock_young_people
from leavingwell.platform.access.signals import WorkerChange, worker_changed
from leavingwell.platform.audit.models import AuditEntry
from leavingwell.platform.audit.services import entry, record_all
from leavingwell.platform.people.models import Allocation, Person, Team, YoungPerson
from leavingwell.platform.people.roles import Role
from leavingwell.platform.people.staff import check_role, is_here
from leavingwell.platform.problems import invalid, wrong_state


def check_worker(worker: Person) -> None:
    check_role(worker, {Role.PERSONAL_ADVISER}, _("Choose a personal adviser."), "workerId")


def check_somebody_sees(team: Team) -> None:
    """A young person without a worker is on the list of the team's manager: there must be one."""
    if team.manager is None or not is_here(team.manager):
        raise wrong_state(_("%s has no manager who would see who is without a worker.") % team.name)


def check_day(allocations: Sequence[Allocation], day: date) -> None:
    if day > timezone.localdate():
        raise invalid(_("Choose today or an earlier day."), "day")
    if any(day < one.starts_on for one in allocations):
        raise invalid(_("That is before their worker now began."), "day")


def locked_caseload(giver: Person, among: QuerySet[YoungPerson] | None = None) -> list[YoungPerson]:
    """With whom `giver` works once nobody else can change it; `giver` must be locked."""
    theirs = YoungPerson.objects.filter(allocations__worker=giver, allocations__ends_on=None)
    if among is not None:
        theirs = theirs.filter(pk__in=among.values("pk"))
    lock_young_people(theirs)
    return list(theirs.all())


@transaction.atomic
def change_workers(
    young_people: Sequence[YoungPerson], worker: Person | None, *, by: Person | None, day: date | None = None
) -> list[Allocation]:
    """Makes `worker` theirs from `day` (today); None: nobody's, for the teams' managers to see to.

    Raises INVALID for somebody who is no worker or a day that cannot be, WRONG_STATE where nobody would see them.
    """
    lock_people(worker)
    if worker:
        check_worker(worker)
    young_people, day = lock_young_people(young_people), day or timezone.localdate()
    if worker is None:
        for team in {one.team for one in young_people}:
            check_somebody_sees(team)
    ended = end_allocations(young_people, day)
    begun = begin_allocations(young_people, worker, day) if worker else []
    tell_of(young_people, ended, begun, by)
    return begun


def end_allocations(young_people: Sequence[YoungPerson], day: date) -> list[Allocation]:
    rows = Allocation.objects.filter(young_person__in=young_people, ends_on=None)
    ending = list(rows.select_related("worker__user"))
    check_day(ending, day)
    rows.update(ends_on=day)
    rights.take(Relation.WORKER, {one.worker for one in ending}, young_people)
    return ending


def begin_allocations(young_people: Sequence[YoungPerson], worker: Person, day: date) -> list[Allocation]:
    begun = [Allocation(young_person=one, worker=worker, starts_on=day) for one in young_people]
    Allocation.objects.bulk_create(begun)
    rights.give(Relation.WORKER, worker, young_people)
    return begun


def tell_of(
    young_people: Sequence[YoungPerson], ended: Sequence[Allocation], begun: Sequence[Allocation], by: Person | None
) -> None:
    """Writes the record, and lets those know who listen (`signals`)."""
    before = {one.young_person_id: one for one in ended}
    after = {one.young_person_id: one for one in begun}
    changes = []
    for young_person in young_people:
        old, new = before.get(young_person.pk), after.get(young_person.pk)
        if found := new or old:
            workers = (old.worker if old else None, new.worker if new else None)
            changes.append(WorkerChange(young_person, *workers, key=str(found.pk)))
    record_all(changed_entry(change, by) for change in changes)
    worker_changed.send(sender=Allocation, changes=changes)


def changed_entry(change: WorkerChange, by: Person | None) -> AuditEntry:
    names = [person.name if person else None for person in (change.before, change.after)]
    return entry(
        "worker.allocated",
        change.young_person,
        by=by,
        young_person_id=change.young_person.pk,
        changes={"worker": names},
    )
