"""Who looked at the plans of the people to walk around with, and one record that was opened in an emergency."""

from collections.abc import Mapping
from typing import Any

from leavingwell.platform.audit.models import AuditEntry
from leavingwell.platform.audit.seeing import Seen, entry
from leavingwell.platform.demo.clock import Clock
from leavingwell.platform.people.models import Allocation, Person, YoungPerson
from leavingwell.platform.people.roles import Role
from leavingwell.platform.plans.services.emergencies import open_in_emergency

REASON = "They rang the duty line at night and did not feel safe at home. I needed to know whom to call."
WORKERS = ((1, Seen.PLAN), (1, Seen.PAGE), (6, Seen.ANSWERS), (20, Seen.PLAN))  # days ago
MANAGERS = ((3, Seen.PLAN),)


def with_accounts() -> list[YoungPerson]:
    """The crowd has none: nobody would read their log."""
    rows = YoungPerson.objects.filter(person__user__isnull=False).select_related("person", "team__manager")
    return list(rows.order_by("pk"))


def store_looks(clock: Clock) -> None:
    current = Allocation.objects.filter(ends_on=None).select_related("worker")
    workers = {one.young_person_id: one.worker for one in current}
    entries = []
    for young_person in with_accounts():
        for person, looks in ((workers.get(young_person.pk), WORKERS), (young_person.team.manager, MANAGERS)):
            if person is not None:
                entries += [
                    entry(person, (young_person.pk, seen), clock.at(clock.day(-days), 14, 17 + days))
                    for days, seen in looks
                ]
    AuditEntry.objects.bulk_create(entries, ignore_conflicts=True)
    open_one(workers)


def open_one(workers: Mapping[Any, Person]) -> None:
    """By an adviser of another young person."""
    young_people = with_accounts()
    for young_person in young_people[-1:]:
        others = Person.objects.filter(role=Role.PERSONAL_ADVISER, user__isnull=False)
        own = workers.get(young_person.pk)
        by = (others.exclude(pk=own.pk) if own else others).order_by("pk").first()
        if by is not None:
            open_in_emergency(young_person, reason=REASON, by=by)
