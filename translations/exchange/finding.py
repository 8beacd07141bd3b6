"""The texts that a file names, as they stand in the scope that is open: another council's are not found."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from leavingwell.platform.councils import scope
from leavingwell.translations.exchange.entries import forms_of
from leavingwell.translations.models import Status, Translation, TranslationUnit
from leavingwell.translations.registry import Words


@dataclass(frozen=True)
class Found:
    """`shown` is the council's translation, else the nation's; `own` that which would be written."""

    unit: TranslationUnit
    shown: Translation | None
    own: Translation | None

    @property
    def words(self) -> Words:
        return self.shown.words if self.shown else ""

    @property
    def forms(self) -> tuple[str, ...]:
        return forms_of(self.words)

    @property
    def version(self) -> int:
        return self.shown.version if self.shown else 0

    @property
    def expected(self) -> int:
        return self.own.version if self.own else 0

    @property
    def status(self) -> str:
        return self.shown.status if self.shown else Status.MISSING


def ours(rows: QuerySet[Any]) -> QuerySet[Any]:
    """On the nation's host its own alone."""
    return rows if scope.current() else rows.filter(council=None)


def key_of(text: str) -> UUID | None:
    try:
        return UUID(text) if len(text) == 36 else None
    except ValueError:
        return None


def find(ids: Iterable[str], language: str) -> dict[str, Found]:
    """By the id, in small letters. Two queries."""
    keys = {key for text in set(ids) if (key := key_of(text))}
    units = ours(TranslationUnit.objects.filter(pk__in=keys))
    rows = ours(Translation.objects.filter(unit__in=keys, language=language))
    translations = {(row.unit_id, row.council_id): row for row in rows}
    found = {}
    for unit in units:
        own = translations.get((unit.pk, scope.current() or None))
        found[str(unit.pk)] = Found(unit, own or translations.get((unit.pk, None)), own)
    return found
