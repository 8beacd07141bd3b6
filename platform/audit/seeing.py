"""Noting who looked at what: once an hour for each person, young person and kind of thing, in one insert a request."""

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum
from functools import partial
from uuid import UUID, uuid5

from django.core.cache import cache
from django.db import transaction
from django.utils import timezone

from leavingwell.platform.audit.models import AuditEntry
from leavingwell.platform.audit.origin import origin
from leavingwell.platform.audit.services import Actor

HOURS = UUID("5b1c7f0e-93a4-4d0a-8f0b-6f1f1d0c9a57")  # a name space of our own for `uuid5`
SUBJECT = "people.youngperson"
HOUR = 60 * 60  # seconds


class Seen(StrEnum):
    """What was looked at. The values are the ends of the audit's actions: `seen.plan`."""

    PAGE = "page"
    PLAN = "plan"
    ANSWERS = "answers"
    CHECK_INS = "check_ins"
    NOTES = "notes"


Sight = tuple[UUID, Seen]  # of whom, and what


def entry_id(actor: Actor, sight: Sight, at: datetime) -> UUID:
    """The same for a whole hour: a second entry of that hour is the first one."""
    young_person_id, seen = sight
    return uuid5(HOURS, f"{actor.pk} {young_person_id} {seen} {at:%Y-%m-%dT%H}")


def entry(actor: Actor, sight: Sight, at: datetime) -> AuditEntry:
    young_person_id, seen = sight
    return AuditEntry(
        pk=entry_id(actor, sight, at),
        at=at,
        actor_id=actor.pk,
        actor_name=actor.name,
        actor_role=actor.role,
        action=f"seen.{seen}",
        subject_type=SUBJECT,
        subject_id=str(young_person_id),
        young_person_id=young_person_id,
        place=origin().place,
        address=origin().address,
    )


def record_seen(by: Actor, sights: Iterable[Sight]) -> None:
    """One insert, whatever was seen; none for what was noted in this hour.

    Raises what the database raises: unnoted is unread.
    """
    now = timezone.now()
    rows = {f"seen:{row.pk}": row for row in (entry(by, sight, now) for sight in sorted(set(sights)))}
    noted = cache.get_many(rows)
    if new := {key: row for key, row in rows.items() if key not in noted}:
        AuditEntry.objects.bulk_create(new.values(), ignore_conflicts=True)
        transaction.on_commit(partial(cache.set_many, dict.fromkeys(new, True), timeout=HOUR))
