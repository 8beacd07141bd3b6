"""What happens to plans when somebody's worker changes is for those who keep plans: they listen here."""

from dataclasses import dataclass

from django.dispatch import Signal

from leavingwell.platform.people.models import Person, YoungPerson

worker_changed = Signal()  # sent within the transaction, with `changes`: list[WorkerChange]


@dataclass(frozen=True)
class WorkerChange:
    """`after` is None where nobody is their worker for now. `key` tells this change from every other."""

    young_person: YoungPerson
    before: Person | None
    after: Person | None
    key: str
