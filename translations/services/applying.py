"""Putting an approved translation where young people read it, and nothing else with it."""

from collections.abc import Iterable

from django.db import transaction

from leavingwell.translations import kept, registry
from leavingwell.translations.models import Status, Translation, TranslationUnit
from leavingwell.translations.registry import hash_of
from leavingwell.translations.services import arriving
from leavingwell.translations.services.found import set_applied

APPLIED = ["applied_text", "applied_forms", "applied_hash"]


@transaction.atomic
def apply(translation: Translation) -> bool:
    """Whether young people see it now. False: the other texts of its body are not all approved, or its place is gone.

    A council's translation of a national text is laid over it in that council; all else is written to its place.
    """
    unit = translation.unit
    if translation.council_id == unit.council_id and not placed(unit, translation):
        return False
    note([translation])
    kept.changed()
    return True


def placed(unit: TranslationUnit, translation: Translation) -> bool:
    source = registry.source_of(unit)
    if source is None:
        return False
    with arriving.quietly():
        is_there = source.write(unit, translation.language, translation.words)
    if is_there:
        note(waiting_with(unit, translation))
    return is_there


def waiting_with(unit: TranslationUnit, translation: Translation) -> Iterable[Translation]:
    """The other approved texts of a body, which came to their place together with this one."""
    start = ":".join(unit.key.split(":")[:3]) + ":"
    if not unit.key.startswith(start):
        return ()
    rows = Translation.objects.filter(
        unit__key__startswith=start, language=translation.language, council=translation.council_id
    )
    return rows.filter(status=Status.REVIEWED).exclude(pk=translation.pk)


def note(rows: Iterable[Translation]) -> None:
    changed = [row for row in rows if row.applied_hash != hash_of(row.words)]
    for row in changed:
        set_applied(row, row.words)
    Translation.objects.bulk_update(changed, APPLIED)
