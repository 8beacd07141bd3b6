"""A young person's worker: whoever takes over gets every right at that moment, whoever goes loses it."""

from datetime import date
from typing import Final
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.access import grants
from leavingwell.platform.access.relations import Relation
from leavingwell.platform.access.services.handing_over import (
    begin_allocations,
    change_workers,
    check_worker,
    locked_caseload,
)
from leavingwell.platform.access.services.locking import lock_people
from leavingwell.platform.audit.services import record
from leavingwell.platform.people.models import Allocation, Person, YoungPerson
from leavingwell.platform.problems import ProblemCode, invalid, refuse, wrong_state


class _Any:
    """Whoever it is."""


ANYBODY: Final = _Any()
Expected = UUID | None | _Any


def current_allocation(young_person: YoungPerson) -> Allocation | None:
    return young_person.allocations.select_related("worker__user").filter(ends_on=None).first()


def end_allocation(allocation: Allocation, day: date) -> None:
    allocation.ends_on = day
    allocation.save(update_fields=["ends_on"])
    grants.revoke(Relation.WORKER, allocation.worker, allocation.young_person)


def check_expected(before: Allocation | None, expected: Expected) -> None:
    """Raises STALE_VERSION when somebody else has changed the worker since it was looked at."""
    if isinstance(expected, _Any) or (before.worker_id if before else None) == expected:
        return
    now = before.worker.name if before else _("nobody")
    message = _("Somebody has changed this in the meantime. The worker is now: %s.") % now
    raise refuse(ProblemCode.STALE_VERSION, message, "workerId")


@transaction.atomic
def allocate_worker(
    young_person: YoungPerson,
    worker: Person,
    *,
    by: Person | None,
    day: date | None = None,
    expected: Expected = ANYBODY,
) -> Allocation:
    """Makes `worker` the personal adviser from `day` (today).

    `expected` is the id of the worker whom the caller saw, None for nobody. Raises INVALID for somebody who is no
    personal adviser or has left, WRONG_STATE for the worker they have already, STALE_VERSION.
    """
    lock_people(worker)
    YoungPerson.objects.select_for_update(no_key=True).get(pk=young_person.pk)  # two managers: one after the other
    before = current_allocation(young_person)
    check_expected(before, expected)
    if before and before.worker_id == worker.pk:
        raise wrong_state(_("%s works with them already.") % worker.name, "workerId")
    (allocation,) = change_workers([young_person], worker, by=by, day=day)
    return allocation


@transaction.atomic
def first_worker(young_person: YoungPerson, worker: Person, *, by: Person | None) -> Allocation:
    """With whom somebody starts who has just been added: nobody is told of a change, because there is none."""
    lock_people(worker)
    check_worker(worker)
    (allocation,) = begin_allocations([young_person], worker, timezone.localdate())
    changes = {"worker": [None, worker.name]}
    record("worker.allocated", young_person, by=by, young_person_id=young_person.pk, changes=changes)
    return allocation


@transaction.atomic
def hand_over_caseload(
    giver: Person, worker: Person | None, *, among: QuerySet[YoungPerson] | None = None, by: Person | None
) -> int:
    """Hands everybody whom `giver` works with to `worker`, or to nobody: then they are on their managers' lists.

    `among` narrows it. Gives the number. Raises INVALID for the same person or no
    personal adviser, WRONG_STATE where there is nobody to hand over, or nobody who would see them.
    """
    if worker and worker.pk == giver.pk:
        raise invalid(_("Choose somebody else."), "workerId")
    lock_people(giver, worker)
    young_people = locked_caseload(giver, among)
    if not young_people:
        raise wrong_state(_("%s works with nobody who could be handed over.") % giver.name)
    change_workers(young_people, worker, by=by)
    return len(young_people)
