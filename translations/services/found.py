"""Comparing one text as it was found with what the database knows of it: pure, no query."""

from dataclasses import dataclass, field
from typing import Any

from leavingwell.translations.models import Origin, Status, Translation, TranslationChange, TranslationUnit
from leavingwell.translations.registry import Text, Words, hash_of

FACTS = ("area", "domain", "kind", "label", "address", "object_type", "object_id", "field", "max_length", "order")
UPDATED_UNIT = (
    *FACTS, "source", "source_plural", "source_hash", "source_before", "source_by", "source_changed_at", "words", "gone"
)  # fmt: skip
UPDATED = (
    "text", "forms", "status", "was_draft", "source_hash", "source_seen", "origin", "made_by", "reviewed_by",
    "reviewed_at", "applied_text", "applied_forms", "applied_hash", "version", "changed_at",
)  # fmt: skip
PENDING = (Status.DRAFT, Status.TRANSLATED, Status.REJECTED, Status.MACHINE_DRAFT)


@dataclass
class Outcome:
    """What is to be written, and what an import took away that people had approved (`put_back`)."""

    units: list[TranslationUnit] = field(default_factory=list)
    translations: list[Translation] = field(default_factory=list)
    changes: list[TranslationChange] = field(default_factory=list)
    put_back: list[Translation] = field(default_factory=list)


def split(words: Words) -> tuple[str, list[str]]:
    """The text, and the forms of a plural."""
    return (words[-1] if words else "", words) if isinstance(words, list) else (words, [])


def set_words(row: Translation, words: Words) -> None:
    row.text, row.forms = split(words)


def set_applied(row: Translation, words: Words) -> None:
    row.applied_text, row.applied_forms = split(words)
    row.applied_hash = hash_of(words) if words else ""


def change_of(row: Translation, by: Any, why: str = "") -> TranslationChange:
    """The translation as it is now, for its history."""
    return TranslationChange(
        council_id=row.council_id,
        unit_id=row.unit_id,
        language=row.language,
        text=row.text,
        forms=row.forms,
        status=row.status,
        origin=row.origin,
        source_seen=row.source_seen,
        by=by,
        why=why,
    )


def take_source(unit: TranslationUnit, text: Text, by: Any, now: Any) -> bool:
    """Brings the unit in line with what was found; whether anything of it changed."""
    new = hash_of(text.source, text.source_plural)
    facts = {name: getattr(text, name) for name in FACTS}
    changed = unit._state.adding or unit.gone or any(getattr(unit, name) != value for name, value in facts.items())
    for name, value in facts.items():
        setattr(unit, name, value)
    unit.gone = False
    if unit.source_hash == new:
        return changed
    unit.source_before, unit.source, unit.source_plural = unit.source, text.source, text.source_plural
    unit.source_hash, unit.source_by, unit.source_changed_at = new, by, now
    unit.words = len(text.source.split())
    return True


def age(row: Translation, unit: TranslationUnit) -> bool:
    """Stale when the English has moved on since, and again what it was when it comes back; whether that changed it."""
    if row.source_hash != unit.source_hash:
        stales = bool(row.text) and row.status not in (Status.STALE, Status.MISSING)
        if stales:
            row.status, row.was_draft = Status.STALE, row.status == Status.DRAFT
        return stales
    if row.status != Status.STALE:
        return False
    row.status = status_of_fresh(row)
    return True


def status_of_fresh(row: Translation) -> Status:
    """What was not read by a person is still a machine's, and what was sent back or begun waits for its translator."""
    if row.comment:
        return Status.REJECTED
    if row.was_draft:
        return Status.DRAFT
    if row.reviewed_at and row.applied_hash == hash_of(row.words):
        return Status.REVIEWED
    by_machine = row.origin in (Origin.MACHINE, Origin.SHIPPED) and not row.reviewed_at
    return Status.MACHINE_DRAFT if by_machine else Status.TRANSLATED


def keeps(row: Translation, unit: TranslationUnit) -> bool:
    """Whether people have approved what is shown, of the English that is there now."""
    is_theirs = row.reviewed_at or (row.origin == Origin.EDITOR and row.applied_hash == hash_of(row.words))
    return bool(row.applied_hash and is_theirs and row.source_hash == unit.source_hash)


def is_pending(row: Translation) -> bool:
    return row.status in PENDING and bool(row.words) and row.applied_hash != hash_of(row.words)


def take_place(row: Translation, unit: TranslationUnit, words: Words, origin: Origin, by: Any) -> bool:
    """What stands at its place is not what was last put there. False: people's approved words are to be put back."""
    if origin == Origin.SHIPPED and keeps(row, unit):
        return False
    waits = is_pending(row) and (origin == Origin.SHIPPED or not words)
    set_applied(row, words)
    if waits or hash_of(words) == hash_of(row.words):
        return True
    set_words(row, words)
    row.status = status_at_place(words, origin)
    row.origin, row.made_by, row.version = origin, by, row.version + (not row._state.adding)
    row.source_hash, row.source_seen = unit.source_hash, unit.source
    row.reviewed_by, row.reviewed_at = None, None
    return True


def status_at_place(words: Words, origin: Origin) -> Status:
    if not words:
        return Status.MISSING
    return Status.MACHINE_DRAFT if origin == Origin.SHIPPED else Status.TRANSLATED
