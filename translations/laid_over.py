"""What people approved in the workbench, laid over what stands in files and in national rows.

A council's improvement of a national text is read in that council alone. The layer of a scope and language is kept in
each process: a warm request asks neither the database nor anybody else. Others learn of a change within seconds.
"""

import time
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from typing import Any
from uuid import uuid4

import redis.exceptions
from django.core.cache import cache
from django.db import connection, transaction
from django.db.models import F, Q

from leavingwell.platform.councils import scope
from leavingwell.platform.councils.models import Council
from leavingwell.translations.checks.fitting import fits
from leavingwell.translations.languages import LANGUAGES, SOURCE
from leavingwell.translations.models.choices import Origin
from leavingwell.translations.registry import Words

STAMP = "translations:stamp"
EVERY = 5.0  # seconds after which to ask whether another process has changed anything


@dataclass(frozen=True)
class Layer:
    """`interface`: by gettext's key (`context \\x04 words`). `rows`: by model, primary key and field.

    `stand_ins`: the languages that the council chose to stand in for words of the interface that this one lacks.
    """

    interface: Mapping[str, Words] = field(default_factory=dict)
    rows: Mapping[tuple[str, str, str], str] = field(default_factory=dict)
    stand_ins: tuple[str, ...] = ()


EMPTY = Layer()


class Kept:
    """The layers of this process."""

    def __init__(self) -> None:
        self.layers: dict[tuple[int, str], Layer] = {}
        self.standings: dict[tuple[int, str], Mapping[tuple[str, str], str]] = {}  # `standing` reads these
        self.unchecked: dict[tuple[int, str], bool] = {}  # and `unchecked` these
        self.stamp: Any = None
        self.asked = 0.0

    def forget(self) -> None:
        self.layers.clear()
        self.standings.clear()
        self.unchecked.clear()

    def refresh(self) -> None:
        if time.monotonic() - self.asked < EVERY:
            return
        self.asked = time.monotonic()
        with suppress(redis.exceptions.RedisError):
            if (stamp := cache.get(STAMP)) != self.stamp:
                self.stamp = stamp
                self.forget()


kept = Kept()


def changed() -> None:
    """Here at once, elsewhere when the transaction is done."""
    kept.forget()
    transaction.on_commit(partial(tell, uuid4().hex))


def tell(stamp: str) -> None:
    kept.forget()
    kept.stamp = stamp
    with suppress(redis.exceptions.RedisError):
        cache.set(STAMP, stamp, None)


def state() -> str:
    """Another one after each change: for whoever keeps what was made from these words."""
    kept.refresh()
    return str(kept.stamp)


def layer(language: str) -> Layer:
    return layers((language,)).get(language, EMPTY)


def layers(languages: Iterable[str]) -> Mapping[str, Layer]:
    """Those of the scope that is open, those that are not kept yet loaded together; nothing where no scope is."""
    whose = scope.current()
    wanted = [code for code in languages if code != SOURCE]
    if whose is None or not wanted:
        return {}
    kept.refresh()
    new = [code for code in wanted if (whose, code) not in kept.layers]
    if new and connection.in_atomic_block and connection.needs_rollback:  # the database answers no more in this one
        return {}
    if new:
        kept.layers.update({(whose, code): made for code, made in load(whose, new).items()})
    return {code: kept.layers[whose, code] for code in wanted}


def load(whose: int, languages: list[str]) -> dict[str, Layer]:
    """Two queries, for however many languages. The nation's come first: the council's are laid over them."""
    from leavingwell.translations.models import Translation

    council = Q(council=None) if whose == scope.NATIONAL else Q(council=None) | Q(council=whose)
    of_interface = Q(unit__object_type="") & (Q(council__isnull=False) | ~Q(origin=Origin.SHIPPED))
    improved = Q(council__isnull=False, unit__council=None)
    rows = Translation.objects.filter(council, of_interface | improved, language__in=languages)
    chosen = Council.objects.filter(pk=whose).values_list("language_fallbacks", flat=True).first() or {}
    made = {code: Layer({}, {}, stand_ins(chosen.get(code, ()))) for code in languages}
    shown = rows.exclude(applied_hash="").select_related("unit")
    for row in shown.order_by(F("council_id").asc(nulls_first=True)):
        put(made[row.language], row)
    return made


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
