"""Whose words stand in a field that more than one person may write: those of who changed it last, by the audit."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from leavingwell.platform.audit.models import AuditEntry
from leavingwell.platform.people.models import Person

Place = tuple[str, str, str]  # the kind of thing, the field and its id


@dataclass(frozen=True)
class Hand:
    """Who wrote something, by the name that they had then."""

    person_id: UUID | None
    name: str


def last_hands(young_person_id: UUID, kinds: Iterable[str]) -> dict[Place, Hand]:
    """Who changed each field of these kinds of things last, in one record. One query."""
    rows = AuditEntry.objects.filter(young_person_id=young_person_id, subject_type__in=list(kinds))
    found: dict[Place, Hand] = {}
    for row in rows.exclude(changes={}).order_by("at", "pk"):
        for field in row.changes:
            found[row.subject_type, field, row.subject_id] = Hand(row.actor_id, row.actor_name)
    return found


def last_writer(row: Any, field: str) -> UUID | None:
    """Who changed the field last; None where nobody has since the row was made. One query."""
    rows = AuditEntry.objects.filter(
        subject_type=row._meta.label_lower, subject_id=str(row.pk), changes__has_key=field
    ).order_by("-at", "-pk")
    found: UUID | None = rows.values_list("actor_id", flat=True).first()
    return found


def are_the_young_persons(row: Any, field: str, made_by: UUID | None, reader: Person | None) -> bool:
    """Whether these are the young person's own words, and somebody else's hands are on them.

    `made_by` wrote what stood there from the first. An empty field holds nobody's words.
    """
    owner = row.plan.young_person.person_id
    if not getattr(row, field) or (reader is not None and reader.pk == owner):
        return False
    return bool((last_writer(row, field) or made_by) == owner)
