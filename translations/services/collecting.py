"""Keeps the workbench in line with the texts: what is new, what has changed, what is used no more.

Again and again, with the same result. A save costs at most five queries: one to read, one that keeps translators out
where their rows change, and one each for units, translations and history that changed. All texts of a source cost as
many.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db import transaction
from django.db.models import OuterRef, Q
from django.db.models.functions import JSONObject
from django.utils import timezone

from leavingwell.platform.councils import scope
from leavingwell.translations import kept, registry
from leavingwell.translations.models import Origin, Translation, TranslationChange, TranslationUnit
from leavingwell.translations.registry import Text
from leavingwell.translations.services import arriving
from leavingwell.translations.services.found import (
    UPDATED,
    UPDATED_UNIT,
    Outcome,
    age,
    change_of,
    take_place,
    take_source,
)
from leavingwell.translations.sources.columns import ModelTexts
from leavingwell.translations.sources.versions import as_drafted

BATCH = 5000
COLUMNS = {field.attname: field.attname for field in Translation._meta.concrete_fields}
Known = dict[tuple[int | None, str], tuple[TranslationUnit, dict[tuple[int | None, str], Translation]]]


def known(which: Q) -> Known:
    """The units, each with its translations of the scope by council and language. One query."""
    rows = Translation.objects.filter(unit=OuterRef("pk")).values(row=JSONObject(**COLUMNS))
    found: Known = {}
    for unit in TranslationUnit.objects.filter(which).annotate(rows=ArraySubquery(rows)):
        translations = [loaded(row, unit) for row in unit.rows]
        found[unit.council_id, unit.key] = unit, {(row.council_id, row.language): row for row in translations}
    return found


def loaded(values: dict[str, Any], unit: TranslationUnit) -> Translation:
    row = Translation(**values)
    row._state.adding, row.unit = False, unit
    row.version_read = row.version  # type: ignore[attr-defined]  # `collided` compares it
    return row


@transaction.atomic(savepoint=False)
def collect(texts: Iterable[Text], which: Q) -> None:
    """Brings the units of `which` in line with `texts`, which are all of them."""
    texts = list(texts)
    outcome = compared(texts, known(which))
    while collided(outcome.translations):
        outcome = compared(texts, known(which))
    store(outcome)


def collided(rows: Sequence[Translation]) -> bool:
    """Whether somebody has written one of these since it was read. From now on nobody can, until this is done."""
    read = {(row.unit_id, row.language, row.council_id): getattr(row, "version_read", 0) for row in rows}
    units = {row.unit_id for row in rows if not row.unit._state.adding}
    if not units:
        return False
    there = Translation.objects.select_for_update(of=("self",)).filter(unit__in=units)
    columns = there.order_by("pk").values_list("unit_id", "language", "council_id", "version")
    return any(read.get((unit, language, council), now) != now for unit, language, council, now in columns)


def compared(texts: Sequence[Text], before: Known) -> Outcome:
    outcome, met = Outcome(), set()
    now = timezone.now()
    for text in texts:
        met.add((text.council_id, text.key))
        unit, rows = before.get((text.council_id, text.key)) or (new_unit(text), {})
        compare(text, unit, rows, outcome, now)
    for place, (unit, _rows) in before.items():
        if place not in met and not unit.gone:
            unit.gone = True
            outcome.units.append(unit)
    return outcome


def new_unit(text: Text) -> TranslationUnit:
    return TranslationUnit(council_id=text.council_id, key=text.key)


def compare(text: Text, unit: TranslationUnit, rows: dict[Any, Translation], outcome: Outcome, now: Any) -> None:
    by = arriving.writer(text.council_id)
    if take_source(unit, text, by, now):
        outcome.units.append(unit)
    changed = {place: row for place, row in rows.items() if age(row, unit)}
    there = {language: words for language, words in text.there.items() if words}
    emptied = [code for (council, code), row in rows.items() if council == text.council_id and row.applied_hash]
    for language in dict.fromkeys((*there, *emptied)):
        place, words = (text.council_id, language), there.get(language, "")
        row = rows.get(place) or Translation(council_id=text.council_id, unit=unit, language=language)
        if words and row.applied_hash == registry.hash_of(words):
            continue
        origin = arriving.origin(text.council_id, is_new=row._state.adding)
        if not take_place(row, unit, words, origin, by):
            outcome.put_back.append(row)
            continue
        changed[place] = row
        outcome.changes.append(change_of(row, by))
    outcome.translations += changed.values()


def store(outcome: Outcome) -> None:
    with transaction.atomic(savepoint=False):
        if outcome.units:
            TranslationUnit.objects.bulk_create(
                outcome.units,
                batch_size=BATCH,
                update_conflicts=True,
                unique_fields=["council", "key"],
                update_fields=UPDATED_UNIT,
            )
        if outcome.translations:
            Translation.objects.bulk_create(
                outcome.translations,
                batch_size=BATCH,
                update_conflicts=True,
                unique_fields=["council", "unit", "language"],
                update_fields=UPDATED,
            )
            kept.changed()
        TranslationChange.objects.bulk_create(outcome.changes, batch_size=BATCH)
        put_back(outcome.put_back)


def put_back(rows: Sequence[Translation]) -> None:
    """Puts people's approved words where a file of ours has just written its own."""
    for row in rows:
        source = registry.source_of(row.unit)
        if source:
            with arriving.quietly():
                source.write(row.unit, row.language, row.applied)


def of_objects(name: str, ids: Iterable[Any]) -> Q:
    return Q(object_type=name, object_id__in=[str(pk) for pk in ids])


def collect_rows(model: Any, rows: Iterable[Any]) -> None:
    """After several were saved at once, without a signal."""
    source, rows = source_for(model), list(rows)
    if source and rows:
        as_drafted(rows)
        collect([text for row in rows for text in source.of(row)], of_objects(source.name, [row.pk for row in rows]))


@contextmanager
def loading(*models: Any) -> Iterator[None]:
    """Round the loading of national rows of these models from our own files: collected once, at its end.

    What people have written or approved of the same English is put back where the file has just gone over it. Nothing
    is collected before anybody has called `collect_all`.
    """
    with arriving.quietly():
        yield
    if TranslationUnit.objects.filter(council=None).exists():
        with arriving.arriving(Origin.SHIPPED):
            for source in filter(None, map(source_for, models)):
                collect_rows(source.model, source.model.objects.filter(council=None).select_related(*source.related))


def collect_instance(instance: Any) -> None:
    source = source_for(type(instance))
    if source:
        collect(source.of(instance), of_objects(source.name, [instance.pk]))


def source_for(model: Any) -> ModelTexts | None:
    found = [one for one in registry.sources() if isinstance(one, ModelTexts) and one.model is model]
    return found[0] if found else None


def collect_source(source: registry.TextSource) -> int:
    """How many texts it has in the scope that is open."""
    texts = [text for portion in source.everything() for text in portion]
    own = Q(council_id=scope.current_council_id()) if scope.current() else Q()
    collect(texts, own & Q(key__startswith=f"{source.name}:"))
    return len(texts)


def collect_all() -> dict[str, int]:
    """Everything of the scope that is open: a council's own, or in the national scope the nation's and every council's.

    Answers how many texts each source has.
    """
    with arriving.seen_first(Origin.SHIPPED):
        return {source.name: collect_source(source) for source in registry.sources()}


def on_save(sender: Any, instance: Any, raw: bool = False, update_fields: Any = None, **kwargs: Any) -> None:
    """Of pages that are not live, also each draft: its texts stand in no column, but in `instance`."""
    source = source_for(sender)
    if raw or source is None or arriving.is_quiet():
        return
    is_draft = update_fields is not None and "latest_revision" in update_fields and not instance.live
    if update_fields is None or is_draft or not source.columns.isdisjoint(update_fields):
        collect_instance(instance)


def on_delete(sender: Any, instance: Any, **kwargs: Any) -> None:
    which = of_objects(str(sender._meta.label_lower), [instance.pk])
    TranslationUnit.objects.filter(which).update(gone=True)
