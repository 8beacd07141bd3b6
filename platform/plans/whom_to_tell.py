"""Who is told when a young person needs somebody today."""

from collections.abc import Iterator

from django.utils import timezone

from leavingwell.platform.people.models import DutyCover, Person, YoungPerson
from leavingwell.platform.plans.models import SafetyNotice

As = SafetyNotice.ToldAs


def can_read(person: Person | None) -> bool:
    """Somebody who can sign in. A colleague who has left is no one to tell."""
    return person is not None and person.user is not None and person.user.is_active


def worker_of(young_person: YoungPerson) -> Person | None:
    allocation = young_person.allocations.filter(ends_on=None).select_related("worker__user").first()
    return allocation.worker if allocation and can_read(allocation.worker) else None


def on_duty(young_person: YoungPerson) -> list[Person]:
    now = timezone.now()
    covers = DutyCover.objects.filter(team=young_person.team_id, starts_at__lte=now, ends_at__gt=now)
    return [cover.person for cover in covers.select_related("person__user") if can_read(cover.person)]


def manager_of(young_person: YoungPerson) -> Person | None:
    manager = Person.objects.select_related("user").filter(teams_managed=young_person.team_id).first()
    return manager if can_read(manager) else None


def candidates(young_person: YoungPerson, *, duty: bool, manager: bool) -> Iterator[tuple[Person, As]]:
    worker = worker_of(young_person)
    if worker:
        yield worker, As.WORKER
    if duty or not worker:
        yield from ((person, As.DUTY) for person in on_duty(young_person))
    if (manager or not worker) and (person := manager_of(young_person)):
        yield person, As.MANAGER


def whom_to_tell(young_person: YoungPerson, *, duty: bool, manager: bool) -> dict[Person, As]:
    """The worker always; duty and the team's manager where asked for, or where there is no worker. Nobody twice."""
    found: dict[Person, As] = {}
    for person, told_as in candidates(young_person, duty=duty, manager=manager):
        found.setdefault(person, told_as)
    return found
