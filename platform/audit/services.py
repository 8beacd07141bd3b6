"""Writing the audit record. Called inside the transaction of the change itself, so neither exists without the other."""

from collections.abc import Iterable
from typing import Any, Protocol
from uuid import UUID

from django.db import models

from leavingwell.platform.audit.models import AuditEntry
from leavingwell.platform.audit.origin import origin


class Actor(Protocol):
    """Whoever acts: a person of the council, or national staff."""

    pk: Any
    name: Any
    role: Any


def entry(
    action: str,
    subject: models.Model,
    *,
    by: Actor | None,
    young_person_id: UUID | None = None,
    changes: dict[str, list[Any]] | None = None,
    reason: str = "",
    council_id: int | None = None,
) -> AuditEntry:
    """One that is not written yet. See `record`."""
    council = {} if council_id is None else {"council_id": council_id}
    return AuditEntry(
        **council,
        actor_id=by.pk if by else None,
        actor_name=by.name if by else "",
        actor_role=by.role if by else "",
        action=action,
        subject_type=subject._meta.label_lower,
        subject_id=str(subject.pk),
        young_person_id=young_person_id,
        changes=changes or {},
        reason=reason,
        place=origin().place,
        address=origin().address,
    )


def record(
    action: str,
    subject: models.Model,
    *,
    by: Actor | None,
    young_person_id: UUID | None = None,
    changes: dict[str, list[Any]] | None = None,
    reason: str = "",
    council_id: int | None = None,
) -> AuditEntry:
    """Adds one entry. `changes` maps a field to `[before, after]`.

    `council_id` is needed in the national scope only; else the entry belongs to the council whose scope is open.
    """
    made = entry(
        action,
        subject,
        by=by,
        young_person_id=young_person_id,
        changes=changes,
        reason=reason,
        council_id=council_id,
    )
    made.save()
    return made


def record_all(entries: Iterable[AuditEntry]) -> None:
    """Writes many at once, of one council."""
    AuditEntry.objects.bulk_create(entries)


def differences(before: dict[str, Any], after: dict[str, Any]) -> dict[str, list[Any]]:
    """The fields whose values differ, as `{field: [before, after]}`; values must be fit for JSON."""
    return {name: [before.get(name), value] for name, value in after.items() if before.get(name) != value}
