"""Putting an approved translation where young people read it: its own column of its own row, and nothing beside it.

Of a page also into the version that may yet be published, so that publishing does not lose it. Whoever has that version
open in a form is told of it as of any other change.
"""

import json
from typing import Any

from django.utils import timezone
from wagtail.fields import StreamField
from wagtail.models import Page, Revision

from leavingwell.translations.languages import SOURCE
from leavingwell.translations.models import Origin, Status, Translation, TranslationChange
from leavingwell.translations.sources import streams
from leavingwell.translations.sources.versions import as_drafted, waiting


def write(model: Any, unit: Any, language: str, text: str) -> bool:
    """False where a body of blocks has to wait for the translations of its other texts, or the row is gone."""
    row = model.objects.filter(pk=unit.object_id).select_for_update(of=("self",)).first()
    if row is None:
        return False
    as_drafted([row])
    column, field = f"{unit.field}_{language}", model._meta.get_field(f"{unit.field}_{language}")
    before: Any = getattr(row, column)
    value: Any = text
    if isinstance(field, StreamField):
        source = streams.raw_of(getattr(row, f"{unit.field}_{SOURCE}"))
        value = streams.composed(field.stream_block, source, streams.raw_of(before), approved(unit, language, text))
        if value is None:
            return False
    keep(row, column, field, value)
    if isinstance(row, Page):
        for version in waiting(row):
            into_version(version, row, unit, language, text, before)
    return True


def keep(row: Any, column: str, field: Any, value: Any) -> None:
    """By an ordinary save, so that the search index and the index of references learn of it."""
    setattr(row, column, field.stream_block.to_python(value) if isinstance(field, StreamField) else value)
    row.save(update_fields=[column], **({"clean": False} if isinstance(row, Page) else {}))


def approved(unit: Any, language: str, text: str) -> dict[streams.Path, str]:
    """By path, the approved translations of a body's texts, this one among them."""
    start = f"{unit.object_type}:{unit.object_id}:{unit.field}:"
    rows = Translation.objects.filter(
        unit__key__startswith=start, unit__gone=False, council=unit.council_id, language=language
    ).filter(status=Status.REVIEWED)
    found = {path_of(key, start): text for key, text in rows.values_list("unit__key", "text")}
    return {**found, path_of(unit.key, start): text}


def path_of(key: str, start: str) -> streams.Path:
    return tuple(key.removeprefix(start).split(":"))


def into_version(version: Revision, page: Any, unit: Any, language: str, text: str, before: Any) -> None:
    column = f"{unit.field}_{language}"
    field = page._meta.get_field(column)
    value: Any = text
    if isinstance(field, StreamField):
        block, content = field.stream_block, version.content
        source, there = (json.loads(content.get(f"{unit.field}_{code}") or "[]") for code in (SOURCE, language))
        made = streams.composed(block, source, there, approved(unit, language, text))
        if made is None:
            return
        value = json.dumps(made)
    elif (pending := version.content.get(column)) and pending not in (before, text):
        remember(unit, language, pending)
    version.content[column] = value
    if version.pk == page.latest_revision_id:
        version.created_at = timezone.now()  # what tells a form that is open that it is out of date
    version.save(update_fields=["content", "created_at"])


def remember(unit: Any, language: str, words: str) -> None:
    """An editor's words that were only in a draft, and that an approved translation takes the place of."""
    TranslationChange.objects.create(
        council_id=unit.council_id,
        unit=unit,
        language=language,
        text=words,
        status=Status.DRAFT,
        origin=Origin.EDITOR,
        why="draft",
    )
