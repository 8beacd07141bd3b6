"""Which texts go into a file, and what is said of each."""

from collections.abc import Collection

from django.utils.translation import gettext as _

from leavingwell.platform.councils import scope
from leavingwell.translations.exchange.entries import Entry, Mark, forms_of, hash_of_forms
from leavingwell.translations.models import Kind, Status, Translation, TranslationUnit
from leavingwell.translations.plural_forms import number_of_forms
from leavingwell.translations.workbench.units import ORDER, in_scope

ALL, OURS, NATIONAL = "all", "ours", "national"
Pair = tuple[TranslationUnit, Translation | None]


def standing(language: str, *, areas: Collection[str] = (), whose: str = ALL) -> list[Pair]:
    """The texts of the scope that is open, each with its translation: the council's, else the nation's. Two queries.

    Two plain ones: of ten thousand texts they are put together here far sooner than by the database.
    """
    rows = in_scope()
    if areas:
        rows = rows.filter(area__in=areas)
    if whose != ALL and scope.current():
        rows = rows.filter(council__isnull=whose == NATIONAL)
    translations = Translation.objects.filter(language=language)
    if not scope.current():
        translations = translations.filter(council=None)
    found = {(row.unit_id, row.council_id): row for row in translations}
    mine = scope.current() or None
    return [(unit, found.get((unit.pk, mine)) or found.get((unit.pk, None))) for unit in rows.order_by(*ORDER)]


def status_of(translation: Translation | None) -> Status:
    return Status(translation.status) if translation else Status.MISSING


def entries(
    language: str, *, statuses: Collection[str] = (), areas: Collection[str] = (), whose: str = ALL
) -> list[Entry]:
    """No statuses or areas: all of them."""
    found = standing(language, areas=areas, whose=whose)
    return [entry(*pair, language) for pair in found if not statuses or status_of(pair[1]) in statuses]


def entry(unit: TranslationUnit, translation: Translation | None, language: str) -> Entry:
    forms = forms_in(unit, translation, language)
    return Entry(
        id=str(unit.pk),
        key=unit.key,
        about=f"{unit.get_area_display()}: {unit.label}",
        source=unit.source,
        source_plural=unit.source_plural,
        forms=forms,
        mark=Mark(translation.version if translation else 0, unit.source_hash, hash_of_forms(forms)),
        status=status_of(translation),
        is_plural=unit.kind == Kind.PLURAL,
        max_length=unit.max_length,
        notes=tuple(notes(unit, translation)),
    )


def forms_in(unit: TranslationUnit, translation: Translation | None, language: str) -> tuple[str, ...]:
    """Of a plural as many as the language has, empty ones where nothing was written."""
    found = forms_of(translation.words) if translation else ("",)
    if unit.kind != Kind.PLURAL:
        return found[:1]
    number = number_of_forms(language)
    return (*found, *[""] * number)[:number]


def notes(unit: TranslationUnit, translation: Translation | None) -> list[str]:
    """What a translator should know of it."""
    told = [unit.address] if unit.address else []
    if unit.max_length:
        told.append(_("At most %d characters.") % unit.max_length)
    if unit.kind == Kind.RICH:
        told.append(_("Keep the tags in pointed brackets: they are its formatting."))
    if translation and translation.status == Status.STALE:
        told.append(_("The English has changed. It was: %s") % translation.source_seen)
    if translation and translation.comment:
        told.append(_("Sent back: %s") % translation.comment)
    return told
