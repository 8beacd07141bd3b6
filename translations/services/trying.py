"""Looking at a translation in its place before anybody has approved it: for its translator alone, for half an hour.

With it come all other words of the language that are not approved yet, so that the page is read as it will be.
"""

import re
from dataclasses import dataclass
from typing import Any

from django.core.cache import cache
from django.db.models import Exists, F, OuterRef, Q
from django.utils.crypto import get_random_string
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.councils import scope
from leavingwell.platform.people.models import Person
from leavingwell.platform.problems import invalid, not_allowed, not_found
from leavingwell.translations.checks.fitting import fits
from leavingwell.translations.models import Translation, TranslationUnit
from leavingwell.translations.registry import Words
from leavingwell.translations.services.drafting import LONGEST, NOTHING_WRITTEN, TOO_LONG, is_in_scope
from leavingwell.translations.services.rights import may_review, may_translate
from leavingwell.translations.trying import Trial, marked

LASTS = 30 * 60  # seconds
LENGTH = 24
KEY = re.compile(rf"[A-Za-z0-9]{{{LENGTH}}}")
DOES_NOT_FIT = _("A placeholder is missing or is not one of the English. It cannot be shown like this.")


@dataclass(frozen=True)
class Tried:
    """What one translator wants to see: the text, and the words as they were typed, saved or not."""

    person: str
    unit: str
    language: str
    words: Words


def place_of(key: str) -> str:
    return f"translations-tried:{scope.current()}:{key}"


def try_out(unit: TranslationUnit, language: str, words: Words, *, by: Person) -> str:
    """The key under which its maker can look at it. Raises NOT_FOUND, NOT_ALLOWED, INVALID."""
    if unit.gone or not is_in_scope(unit) or not scope.current():
        raise not_found()
    if not may_see(by, unit, language):
        raise not_allowed()
    forms = words if isinstance(words, list) else [words]
    if not any(form.strip() for form in forms):
        raise invalid(NOTHING_WRITTEN, "text")
    if sum(map(len, forms)) > LONGEST:
        raise invalid(TOO_LONG, "text")
    if not unit.object_type and not fits_all(unit, words):
        raise invalid(DOES_NOT_FIT, "text")
    key = get_random_string(LENGTH)
    cache.set(place_of(key), {"person": str(by.pk), "unit": str(unit.pk), "language": language, "words": words}, LASTS)
    return key


def may_see(person: Person, unit: TranslationUnit, language: str) -> bool:
    return may_translate(person, language, unit.area) or may_review(person, language, unit.area)


def tried(key: str, *, by: Person) -> tuple[TranslationUnit, Tried] | None:
    """None where it is over, another person's, or of a language that they work in no more."""
    kept = cache.get(place_of(key)) if KEY.fullmatch(key) else None
    found = Tried(**kept) if kept else None
    if found is None or found.person != str(by.pk):
        return None
    unit = TranslationUnit.objects.filter(pk=found.unit, gone=False).first()
    return (unit, found) if unit and may_see(by, unit, found.language) else None


def trial_of(unit: TranslationUnit, found: Tried) -> Trial:
    """One query."""
    interface: dict[str, Words] = {}
    rows: dict[Any, str] = {}
    bodies: dict[Any, dict[Any, str]] = {}
    for row in unapproved(found.language):
        put(row.unit, row.words, interface, rows, bodies)
    put(unit, marked(found.words), interface, rows, bodies)
    return Trial(found.language, interface, rows, bodies)


def unapproved(language: str) -> list[Translation]:
    """Where what was last written is not what is shown: the council's, else the nation's."""
    own = Translation.objects.filter(unit=OuterRef("unit"), language=language, council=scope.current())
    whose = Q(council=scope.current()) | (Q(council=None) & ~Exists(own))
    rows = Translation.objects.filter(whose, language=language, unit__gone=False)
    return list(rows.exclude(text=F("applied_text"), forms=F("applied_forms")).exclude(text="").select_related("unit"))


def put(
    unit: TranslationUnit,
    words: Words,
    interface: dict[str, Words],
    rows: dict[Any, str],
    bodies: dict[Any, dict[Any, str]],
) -> None:
    row = unit.object_type, unit.object_id, unit.field
    path = path_in_body(unit)
    if not unit.object_type:
        if fits_all(unit, words):
            interface[f"{unit.field}\x04{unit.source}" if unit.field else unit.source] = words
    elif path:
        bodies.setdefault(row, {})[path] = str(words)
    else:
        rows[row] = str(words)


def fits_all(unit: TranslationUnit, words: Words) -> bool:
    """Whether the interface can be drawn with them."""
    forms = words if isinstance(words, list) else [words]
    return all(fits((unit.source, unit.source_plural), form) for form in forms)


def path_in_body(unit: TranslationUnit) -> tuple[str, ...]:
    """Inside a stream of blocks; empty for a text that is a field of its own."""
    return tuple(unit.key.split(":")[3:])
