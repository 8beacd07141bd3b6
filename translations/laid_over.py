"""What people approved in the workbench, laid over what stands in files and in national rows.

A council's improvement of a national text is read in that council alone. The layer of a scope and language is `kept`.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import F, Q

from leavingwell.platform.councils import scope
from leavingwell.platform.councils.models import Council
from leavingwell.translations.checks.fitting import fits
from leavingwell.translations.kept import Place, kept
from leavingwell.translations.languages import LANGUAGES, SOURCE
from leavingwell.translations.models.choices import Origin
from leavingwell.translations.registry import Words


@dataclass(frozen=True)
class Layer:
    """`interface`: by gettext's key (`context \\x04 words`). `rows`: by model, primary key and field.

    `stand_ins`: the languages that the council chose to stand in for words of the interface that this one lacks.
    """

    interface: Mapping[str, Words] = field(default_factory=dict)
    rows: Mapping[tuple[str, str, str], str] = field(default_factory=dict)
    stand_ins: tuple[str, ...] = ()


EMPTY = Layer()


def layer(language: str) -> Layer:
    return EMPTY if language == SOURCE else layers((language,)).get(language, EMPTY)


def layers(languages: Iterable[str]) -> Mapping[str, Layer]:
    """Those of the scope that is open, those that are not kept yet loaded together; nothing where no scope is."""
    whose = scope.current()
    places = [(whose, code) for code in languages if code != SOURCE] if whose is not None else []
    found = kept.found("layers", places, load)
    return {code: one for (_whose, code), one in found.items()}


def load(places: Sequence[Place]) -> dict[Place, Layer]:
    """All of one scope, in two queries. The nation's come first: the council's are laid over them."""
    from leavingwell.translations.models import Translation

    whose, languages = places[0][0], [code for _whose, code in places]
    council = Q(council=None) if whose == scope.NATIONAL else Q(council=None) | Q(council=whose)
    of_interface = Q(unit__object_type="") & (Q(council__isnull=False) | ~Q(origin=Origin.SHIPPED))
    improved = Q(council__isnull=False, unit__council=None)
    rows = Translation.objects.filter(council, of_interface | improved, language__in=languages)
    chosen = Council.objects.filter(pk=whose).values_list("language_fallbacks", flat=True).first() or {}
    made = {code: Layer({}, {}, stand_ins(chosen.get(code, ()))) for code in languages}
    shown = rows.exclude(applied_hash="").select_related("unit")
    for row in shown.order_by(F("council_id").asc(nulls_first=True)):
        put(made[row.language], row)
    return {(whose, code): one for code, one in made.items()}


def stand_ins(chosen: Iterable[str]) -> tuple[str, ...]:
    return tuple(code for code in chosen if code in LANGUAGES)


def put(made: Any, row: Any) -> None:
    unit = row.unit
    if unit.object_type:
        made.rows[unit.object_type, unit.object_id, unit.field] = row.applied_text
    elif all(fits((unit.source, unit.source_plural), form) for form in row.applied_forms or [row.applied_text]):
        made.interface[f"{unit.field}\x04{unit.source}" if unit.field else unit.source] = row.applied


def improved(instance: Any, name: str, languages: Iterable[str]) -> dict[str, str]:
    """The council's own translations of a national row's field, by language, where it has any."""
    if getattr(instance, "council_id", 0) is not None or scope.current() == scope.NATIONAL:
        return {}
    place = instance._meta.label_lower, str(instance.pk), name
    return {code: one.rows[place] for code, one in layers(languages).items() if place in one.rows}
