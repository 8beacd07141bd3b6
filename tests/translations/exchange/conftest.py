"""A council's texts of every kind, and a translator who takes them out and brings them back."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest

from leavingwell.content.models import OfferPage
from leavingwell.platform.councils.scope import scope
from leavingwell.platform.people.models import Person
from leavingwell.translations.exchange.comparing import Plan
from leavingwell.translations.exchange.formats import read
from leavingwell.translations.models import Area, Kind, Translation, TranslationUnit
from leavingwell.translations.registry import Words, hash_of
from leavingwell.translations.services.drafting import save_translation
from leavingwell.translations.services.filing import bring_in, export_file, preview
from tests.factories import Household, make_offer

HELLO = 'Hello %(name)s,\n\t"you" & <yours> \\ at 5%% '
FORMULA = "=1+1 is 2"
SIX = ["لا", "يوم", "يومان", "%(number)d أيام", "%(number)d يوما", "%(number)d يوم"]


@dataclass
class Desk:
    house: Household
    offer: OfferPage
    hello: TranslationUnit
    days: TranslationUnit
    sum: TranslationUnit

    @property
    def translator(self) -> Person:
        return self.house.people["translator"]

    def unit(self, ending: str) -> TranslationUnit:
        return TranslationUnit.objects.get(object_id=str(self.offer.pk), key__endswith=ending)

    def write(self, unit: TranslationUnit, words: Words, **more: Any) -> Translation:
        return save_translation(unit, "ar", words, **{"by": self.translator, **more})

    def out(self, code: str = "csv", **more: Any) -> bytes:
        return export_file("ar", code, **{"by": self.translator, "whose": "ours", **more})

    def plan(self, data: bytes) -> Plan:
        return preview(read(data), by=self.translator)

    def bring(self, data: bytes) -> Plan:
        incoming = read(data)
        print_of = preview(incoming, by=self.translator).fingerprint
        return bring_in(incoming, print_of, by=self.translator, why="a file")

    def now(self, unit: TranslationUnit) -> Translation:
        return Translation.objects.get(unit=unit, language="ar")


def make_unit(key: str, source: str, plural: str = "") -> TranslationUnit:
    kind = Kind.PLURAL if plural else Kind.PLAIN
    facts = {"area": Area.PORTAL, "label": key, "kind": kind, "source": source, "source_plural": plural}
    return TranslationUnit.objects.create(key=f"portal:a word:{key}", source_hash=hash_of(source, plural), **facts)


@pytest.fixture
def desk(north: Household) -> Iterator[Desk]:
    with scope(north.council):
        offer = make_offer(
            north.council, "Moving in", summary_en="You get 5 boxes.", body_en="<p>More <b>here</b>.</p>"
        )
        made = Desk(
            north,
            offer,
            make_unit("hello", HELLO),
            make_unit("days", "%(number)d day", "%(number)d days"),
            make_unit("sum", FORMULA),
        )
        made.write(made.hello, 'مرحبا %(name)s،\n\t"أنت" & <yours> \\ 5%% ')
        made.write(made.days, SIX, draft=True)
        made.write(made.sum, "=1+1 يساوي 2")
        yield made


def states(plan: Plan) -> dict[str, int]:
    assert plan.told == []
    return {name: number for name, number in plan.counts.items() if number}


def statuses() -> dict[str, Any]:
    """Everything that a file could have changed."""
    rows = Translation.objects.values_list("pk", "text", "forms", "status", "version")
    return {str(pk): facts for pk, *facts in rows}
