"""What a change of worker, team or cover means beyond it is for those who keep plans: they listen here.

All are sent within the transaction of the change.
"""

from dataclasses import dataclass

from django.dispatch import Signal

from leavingwell.platform.people.models import Person, YoungPerson

worker_changed = Signal()  # with `changes`: list[WorkerChange]
team_changed = Signal()  # with `times`: list[TeamAllocation], `team` (the new one) and `by`
address_given = Signal()  # with `young_person` and `entry` (of the audit): staff gave them another e-mail address
duty_started = Signal()  # with `cover`: DutyCover, its team with manager, and `by`


@dataclass(frozen=True)
class WorkerChange:
    """`after` is None where nobody is their worker for now. `key` tells this change from every other."""

    young_person: YoungPerson
    before: Person | None
    after: Person | None
    key: str
