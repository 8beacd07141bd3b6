"""Writing a translation in the workbench. Nobody but translators sees it before it is approved."""

from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.councils import scope
from leavingwell.platform.people.models import Person
from leavingwell.platform.problems import Problems, invalid, not_allowed, not_found, stale
from leavingwell.translations.languages import SOURCE
from leavingwell.translations.models import Kind, Origin, Status, Translation, TranslationUnit
from leavingwell.translations.panels import languages_in_scope
from leavingwell.translations.registry import Words
from leavingwell.translations.services.found import change_of, set_words
from leavingwell.translations.services.rights import may_translate

LONGEST = 100_000  # characters: a text of any page is far shorter
NOT_YOUR_LANGUAGE = _("You do not translate into this language.")
NO_LANGUAGE = _("The council does not offer this language.")
NOTHING_WRITTEN = _("Write the translation first.")
TOO_LONG = _("This is too long.")
NO_CONTROL_SIGNS = _("There is a sign in it that no text has.")


def council_of(unit: TranslationUnit) -> int | None:
    """Whose translation is written: the council's whose scope is open, even of a national text; else the unit's own."""
    return scope.current() or unit.council_id


def translation_of(unit: TranslationUnit, language: str) -> Translation | None:
    """That which would be written in this scope."""
    return Translation.objects.filter(unit=unit, language=language, council=council_of(unit)).first()


def shown_translation(unit: TranslationUnit, language: str) -> Translation | None:
    """The council's, else the nation's."""
    rows = {row.council_id: row for row in Translation.objects.filter(unit=unit, language=language)}
    return rows.get(council_of(unit)) or rows.get(None)


@transaction.atomic
def save_translation(
    unit: TranslationUnit,
    language: str,
    text: Words,
    *,
    by: Person | None,
    expected_version: int | None = None,
    draft: bool = False,
    origin: Origin = Origin.PERSON,
    why: str = "",
) -> Translation:
    """Keeps `text` as a translation, or as a draft that its translator goes on with.

    `expected_version` is that of the row which the translator saw, 0 where there was none; None asks for no check.
    A machine's words (`origin`) become a machine draft, and only where there was nothing. `by` None: a command.
    Raises NOT_FOUND, NOT_ALLOWED, INVALID, and STALE_VERSION with the other text as `theirs`.
    """
    if unit.gone or not is_in_scope(unit):
        raise not_found()
    refuse(unit, language, text, by)
    if "\0" in why:
        raise invalid(NO_CONTROL_SIGNS, "why")
    row = locked(unit, language)
    if expected_version is not None and expected_version != (0 if row._state.adding else row.version):
        raise stale({"text": "\n".join(row.forms) or row.text})
    if origin == Origin.MACHINE and row.text:
        raise stale({"text": row.text})
    if row._state.adding or is_new(row, text, draft, origin, unit):
        write(row, unit, text, by, draft, origin, why)
    return row


def is_in_scope(unit: TranslationUnit) -> bool:
    whose = scope.current()
    return whose == scope.NATIONAL or unit.council_id in (None, whose)


def refuse(unit: TranslationUnit, language: str, text: Words, by: Person | None) -> None:
    if language == SOURCE or language not in languages_in_scope():
        raise invalid(NO_LANGUAGE, "language")
    if by and not may_translate(by, language, unit.area):
        raise not_allowed(NOT_YOUR_LANGUAGE)
    forms = text if isinstance(text, list) else [text]
    if isinstance(text, list) != (unit.kind == Kind.PLURAL) or not all(form.strip() for form in forms) or not forms:
        raise invalid(NOTHING_WRITTEN, "text")
    if sum(map(len, forms)) > LONGEST:
        raise invalid(TOO_LONG, "text")
    if any("\0" in form for form in forms):
        raise invalid(NO_CONTROL_SIGNS, "text")


def locked(unit: TranslationUnit, language: str) -> Translation:
    """The row of this scope, kept from others until the transaction ends; a new one where there is none."""
    rows = Translation.objects.select_for_update(of=("self",))
    council = council_of(unit)
    row = rows.filter(unit=unit, language=language, council=council).first()
    return row or Translation(unit=unit, language=language, council_id=council)


def is_new(row: Translation, text: Words, draft: bool, origin: Origin, unit: TranslationUnit) -> bool:
    """The same words again change nothing, unless they are said to be ready now."""
    is_same = row.words == text and row.source_hash == unit.source_hash
    is_settled = row.status == Status.REVIEWED or row.status == status_for(draft, origin)
    return not (is_same and is_settled)


def status_for(draft: bool, origin: Origin) -> Status:
    if origin == Origin.MACHINE:
        return Status.MACHINE_DRAFT
    return Status.DRAFT if draft else Status.TRANSLATED


def write(
    row: Translation, unit: TranslationUnit, text: Words, by: Person | None, draft: bool, origin: Origin, why: str
) -> None:
    is_first = row._state.adding
    set_words(row, text)
    row.status, row.origin, row.made_by, row.comment = status_for(draft, origin), origin, by, ""
    row.source_hash, row.source_seen = unit.source_hash, unit.source
    row.version += not is_first
    saved(row, by, why)


def saved(row: Translation, by: Any, why: str = "") -> None:
    """With its history. Raises STALE_VERSION where somebody else has just written the first one."""
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError:
        there = translation_of(row.unit, row.language)
        raise (stale({"text": there.text}) if there else Problems([])) from None
    change_of(row, by, why[:500]).save()
