"""Whether the grants are those of the relations that the records tell of.

Services grant and revoke in the transaction that starts or ends a relation, so nothing should ever be found here: it
is looked at after a restored backup, an import, or a change by hand.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils import timezone

from leavingwell.platform.access.grants import live_grants
from leavingwell.platform.access.relations import Relation
from leavingwell.platform.people.models import Allocation, DutyCover, EmergencyAccess, Supporter, YoungPerson


@dataclass(frozen=True)
class Held:
    """One account's relation to one young person; `until` for those that end by themselves."""

    user_id: int
    relation: Relation
    young_person_id: UUID
    until: datetime | None = None


@dataclass(frozen=True)
class Drift:
    """What should be granted and is not, and what is granted and should not be."""

    missing: frozenset[Held]
    surplus: frozenset[Held]

    def __bool__(self) -> bool:
        return bool(self.missing or self.surplus)


def recorded() -> Iterator[tuple[Relation, Iterable[tuple[Any, ...]]]]:
    """By relation the rows of account, young person and end, from the records of the council whose scope is open."""
    now, people = timezone.now(), YoungPerson.objects.all()
    live = {"starts_at__lte": now, "ends_at__gt": now}
    yield Relation.SELF, people.values_list("person__user", "pk")
    yield Relation.MANAGER, people.values_list("team__manager__user", "pk")
    yield Relation.SUPERVISOR, people.values_list("team__practice_supervisor__user", "pk")
    yield Relation.WORKER, Allocation.objects.filter(ends_on=None).values_list("worker__user", "young_person")
    yield Relation.SUPPORTER, Supporter.objects.filter(ended_at=None).values_list("person__user", "young_person")
    covers = DutyCover.objects.filter(**live).order_by("ends_at")
    yield Relation.DUTY, covers.values_list("person__user", "team__young_people", "ends_at")
    opened = EmergencyAccess.objects.filter(**live).order_by("ends_at")
    yield Relation.EMERGENCY, opened.values_list("person__user", "young_person", "ends_at")


def due() -> set[Held]:
    """Those of people who have an account; of two covers the one that ends later."""
    ends: dict[tuple[int, Relation, UUID], datetime | None] = {}
    for relation, rows in recorded():
        for user, young_person, *until in rows:
            if user and young_person:
                ends[user, relation, young_person] = until[0] if until else None
    return {Held(*key, until=until) for key, until in ends.items()}


def held() -> set[Held]:
    rows = live_grants().values_list("user", "permission__codename", "content_object", "until")
    return {Held(user, Relation(code), young_person, until) for user, code, young_person, until in rows}


def drift() -> Drift:
    """Of the council whose scope is open; a handful of queries, however many people."""
    should, are = due(), held()
    return Drift(missing=frozenset(should - are), surplus=frozenset(are - should))
