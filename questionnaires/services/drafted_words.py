"""First drafts of the nation's questions in further languages: a machine wrote them, and they say so.

They lie under data/drafts, a file a language, and are of the English that the other data files have. A draft only fills
a gap, or takes the place of an earlier draft that nobody has touched: what people wrote, approved, sent back or took
away stays as they left it.
"""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from leavingwell.questionnaires.kinds import Variant
from leavingwell.questionnaires.models import ChoiceLabel, Domain, Wording
from leavingwell.translations.models import Origin, Status, Translation
from leavingwell.translations.services.arriving import arriving
from leavingwell.translations.services.collecting import collect_rows

DRAFTS = Path(__file__).parents[1] / "data" / "drafts"
UNTOUCHED = (Status.MACHINE_DRAFT, Status.STALE)
Key = tuple[str, ...]
Column = tuple[str, str]  # the field and the language
Words = dict[Key, dict[Column, str]]
Known = dict[tuple[str, str, str], Translation]  # by row, field and language


def read(folder: Path = DRAFTS) -> dict[str, Any]:
    """The drafts by language."""
    return {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.json"))}


def labels(drafts: dict[str, Any]) -> Words:
    found: Words = {}
    for language, data in drafts.items():
        for variant, part in ((Variant.STANDARD, data), (Variant.EASY_READ, data.get("easy_read", {}))):
            for answer_type, choices in part.get("choices", {}).items():
                for code, text in choices.items():
                    found.setdefault((answer_type, code, variant), {})["label", language] = text
    return found


def titles(drafts: dict[str, Any]) -> Words:
    found: Words = {}
    for language, data in drafts.items():
        for code, text in data.get("domains", {}).items():
            found.setdefault((code,), {})["title", language] = text
    return found


def wordings(drafts: dict[str, Any]) -> Words:
    found: Words = {}
    for language, data in drafts.items():
        for variant, part in ((Variant.STANDARD, data), (Variant.EASY_READ, data.get("easy_read", {}))):
            for code, texts in part.get("questions", {}).items():
                words = {(field, language): text for field, text in texts.items()}
                found.setdefault((code, variant), {}).update(words)
    return found


def known(model: Any) -> Known:
    rows = Translation.objects.filter(council=None, unit__council=None, unit__object_type=model._meta.label_lower)
    return {(row.unit.object_id, row.unit.field, row.language): row for row in rows.select_related("unit")}


def may_fill(there: str | None, row: Translation | None) -> bool:
    if row is None:
        return not there
    is_ours = row.origin == Origin.SHIPPED and row.status in UNTOUCHED and row.reviewed_at is None
    return is_ours and row.text == row.applied_text == there


def fillable(rows: Iterable[Any], keys: Iterable[Key], words: Words, before: Known) -> Iterator[tuple[Any, str]]:
    """The columns that a draft has just filled."""
    for row, key in zip(rows, keys, strict=True):
        for (field, language), text in words.get(key, {}).items():
            column = f"{field}_{language}"
            there = getattr(row, column)
            if there != text and may_fill(there, before.get((str(row.pk), field, language))):
                setattr(row, column, text)
                yield row, column


def fill(model: Any, rows: list[Any], keys: Iterable[Key], words: Words) -> None:
    """Three queries, and those of the collector."""
    filled = list(fillable(rows, keys, words, known(model)))
    if filled:
        changed = {row.pk: row for row, _column in filled}
        model.objects.bulk_create(
            changed.values(),
            update_conflicts=True,
            unique_fields=["id"],
            update_fields=sorted({column for _row, column in filled}),
        )
    with arriving(Origin.SHIPPED):
        collect_rows(model, rows)


def load_drafted_words() -> None:
    """Safe to repeat. The nation's scope is open."""
    drafts = read()
    choices = list(ChoiceLabel.objects.filter(council=None))
    fill(ChoiceLabel, choices, [(one.answer_type, one.code, one.variant) for one in choices], labels(drafts))
    domains = list(Domain.objects.filter(council=None))
    fill(Domain, domains, [(one.code,) for one in domains], titles(drafts))
    worded = list(Wording.objects.filter(council=None).select_related("indicator__domain__questionnaire"))
    fill(Wording, worded, [(one.indicator.code, one.variant) for one in worded], wordings(drafts))
