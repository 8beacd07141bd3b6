"""Earlier translations of the same or nearly the same words: the council's own and the nation's.

The work is bounded: of all texts that were translated before, those nearest in length are compared.
"""

from dataclasses import dataclass
from typing import Any

from django.db.models import F, Func, IntegerField, Q, QuerySet, Value
from rapidfuzz import fuzz, process, utils

from leavingwell.platform.councils import scope
from leavingwell.translations.models import Kind, Status, Translation, TranslationUnit
from leavingwell.translations.registry import Words

AT_MOST = 1500  # texts that are compared
CLOSE = 70  # of 100: below that another translation is no help
EXACT = 100
LONGEST = 2000  # characters: long texts are not compared with others, only found again
USEFUL = (Status.TRANSLATED, Status.REVIEWED, Status.STALE, Status.MACHINE_DRAFT)


@dataclass(frozen=True)
class Match:
    """`score` of 100 says how near `source` is to the text that is translated; `key` is the translation's."""

    words: Words
    source: str
    score: int
    is_national: bool
    is_reviewed: bool
    is_machine: bool
    label: str
    key: str

    @property
    def is_exact(self) -> bool:
        return self.score == EXACT

    @property
    def text(self) -> str:
        return self.words if isinstance(self.words, str) else "\n".join(self.words)


def translated(language: str) -> QuerySet[Any]:
    """In the scope that is open; for the nation only its own."""
    rows = Translation.objects.filter(language=language, status__in=USEFUL).exclude(text="").select_related("unit")
    return rows if scope.current() else rows.filter(council=None)


def similar(unit: TranslationUnit, language: str, limit: int = 5) -> list[Match]:
    """The best first: exact ones, then close ones; the council's own before the nation's. At most two queries."""
    of_its_kind = Q(unit__kind=Kind.PLURAL) if unit.kind == Kind.PLURAL else ~Q(unit__kind=Kind.PLURAL)
    rows = translated(language).filter(of_its_kind)
    same = Q(unit__source=unit.source, unit__source_plural=unit.source_plural)
    exact = [match(row, EXACT) for row in rows.filter(same).exclude(unit=unit)[:AT_MOST]]
    found = exact + (close(unit, rows.exclude(same).exclude(unit=unit), limit) if len(unit.source) <= LONGEST else [])
    return distinct(sorted(found, key=worth))[:limit]


def worth(one: Match) -> tuple[Any, ...]:
    return (-one.score, one.is_machine, one.is_national, not one.is_reviewed)


def distinct(found: list[Match]) -> list[Match]:
    once: dict[str, Match] = {}
    for one in found:
        once.setdefault(one.text, one)
    return list(once.values())


def close(unit: TranslationUnit, rows: QuerySet[Any], limit: int) -> list[Match]:
    """Fuzzy: by letters and by words, whichever is nearer."""
    distance = Func(F("unit__words") - Value(unit.words), function="ABS", output_field=IntegerField())
    fits = Q(unit__words__gte=unit.words * 0.5, unit__words__lte=unit.words * 2 + 1)
    nearest = {row.pk: row for row in rows.filter(fits).annotate(away=distance).order_by("away", "pk")[:AT_MOST]}
    sources = {pk: row.unit.source for pk, row in nearest.items()}
    scored = process.extract(
        unit.source, sources, scorer=fuzz.ratio, processor=utils.default_process, score_cutoff=CLOSE, limit=limit * 3
    )
    return [match(nearest[pk], min(round(score), EXACT - 1)) for _source, score, pk in scored]


def match(row: Any, score: int) -> Match:
    return Match(
        words=row.words,
        source=row.unit.source,
        score=score,
        is_national=row.council_id is None,
        is_reviewed=row.status == Status.REVIEWED,
        is_machine=row.status == Status.MACHINE_DRAFT,
        label=row.unit.label,
        key=str(row.pk),
    )
