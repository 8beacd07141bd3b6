"""What the editor's screen shows of each area, each question, and each variant of its words."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.utils.translation import gettext as _

from leavingwell.questionnaires.admin.editor.loading import Loaded
from leavingwell.questionnaires.admin.reading_ease import age_words
from leavingwell.questionnaires.kinds import Variant
from leavingwell.questionnaires.models import Domain, Indicator, Wording
from leavingwell.questionnaires.services.arranging import usual_place
from leavingwell.questionnaires.services.rewording import PARTS, Drift, drifts
from leavingwell.translations.languages import SOURCE, language_of
from leavingwell.translations.localised import texts_of
from leavingwell.translations.readability import TARGET_AGE, readability


@dataclass(frozen=True)
class Side:
    """One variant of a question: what the nation says, and what the council says in its place."""

    variant: Variant
    national: Wording | None
    own: Wording | None
    languages: list[str]

    @property
    def shown(self) -> Wording | None:
        return self.own or self.national

    @cached_property
    def drifts(self) -> list[Drift]:
        return list(drifts(self.own, self.national, self.languages)) if self.own else []

    def notes(self) -> Iterator[str]:
        """What is not right about the words that would be published."""
        if self.shown is None:
            return
        for part in PARTS:
            reading = readability(dict(texts_of(self.shown, part)).get(SOURCE, ""))
            if reading.is_hard:
                told = {"variant": self.variant.label, "age": age_words(reading), "target": TARGET_AGE}
                yield _("%(variant)s: reading age %(age)s, above %(target)s.") % told
                break
        if missing := self.languages_without_picture_text():
            told = {"variant": self.variant.label, "languages": ", ".join(missing)}
            yield _("%(variant)s: nobody has said what the picture shows in %(languages)s.") % told

    def languages_without_picture_text(self) -> list[str]:
        if self.shown is None or not self.shown.picture_id:
            return []
        said = dict(texts_of(self.shown, "picture_text"))
        asked = [code for code, _text in texts_of(self.shown, "text") if code in self.languages and code not in said]
        return [language_of(code).english_name for code in asked]


@dataclass(frozen=True)
class Choice:
    """A choice after which a worker can be told. What the nation has set is `fixed`."""

    code: str
    label: str
    tells: bool
    fixed: bool


@dataclass(frozen=True)
class Row:
    """A question in its place; `number` counts from 1 among the `total` of its area.

    `remarks` of young people wait for an answer.
    """

    indicator: Indicator
    number: int
    total: int
    sides: list[Side]
    choices: list[Choice]
    is_hidden: bool
    has_moved: bool
    is_arranged: bool
    condition: str
    faults: list[str]
    remarks: int

    @property
    def code(self) -> str:
        return self.indicator.code

    @property
    def is_own(self) -> bool:
        return self.indicator.council_id is not None

    @property
    def has_own_words(self) -> bool:
        return any(side.own for side in self.sides)

    @property
    def has_drifted(self) -> bool:
        return any(side.drifts for side in self.sides)

    @property
    def can_go_back(self) -> bool:
        return not self.is_own and (self.has_own_words or self.is_hidden or self.has_moved or self.is_arranged)

    @property
    def differs(self) -> bool:
        return self.is_own or self.can_go_back

    @cached_property
    def notes(self) -> list[str]:
        return [*self.faults, *(note for side in self.sides for note in side.notes())]


@dataclass(frozen=True)
class Area:
    domain: Domain
    number: int
    total: int
    rows: list[Row]


def sides_of(indicator: Indicator, loaded: Loaded) -> list[Side]:
    """The standard words, and each other variant that somebody has written."""
    national, own = loaded.national[indicator.pk], loaded.own[indicator.pk]
    written = [one for one in Variant if one == Variant.STANDARD or one in national or one in own]
    return [Side(one, national.get(one), own.get(one), loaded.languages) for one in written]


def choices_of(indicator: Indicator, frozen: dict[str, Any]) -> list[Choice]:
    return [
        Choice(
            code=choice["code"],
            label=choice["label"].get(SOURCE) or choice["code"],
            tells=choice["code"] in frozen["tell_a_person"],
            fixed=choice["code"] in indicator.tell_a_person,
        )
        for choice in frozen["choices"]
    ]


def moved(questions: list[Indicator]) -> set[Any]:
    """The national questions that stand elsewhere among each other than the nation has them."""
    now = [question for question in questions if question.council_id is None]
    usual = sorted(now, key=usual_place)
    return {one.pk for one, other in zip(now, usual, strict=True) if one != other}


def row_of(indicator: Indicator, number: int, among: list[Indicator], loaded: Loaded) -> Row:
    frozen, own = loaded.frozen[indicator.code], loaded.arranged.own.get(indicator.pk)
    condition = frozen["show_when"]
    return Row(
        indicator=indicator,
        number=number,
        total=len(among),
        sides=sides_of(indicator, loaded),
        choices=choices_of(indicator, frozen),
        is_hidden=loaded.arranged.is_hidden(indicator),
        has_moved=indicator.pk in moved(among),
        is_arranged=bool(own and (own.show_when or own.tell_a_person)),
        condition=loaded.words.shown_when(condition) if condition else "",
        faults=loaded.faults.get(indicator.code, []),
        remarks=loaded.remarks.get(indicator.code, 0),
    )


def areas_of(loaded: Loaded) -> Iterator[Area]:
    """Every area of every questionnaire, in the order of asking."""
    for questionnaire in loaded.questionnaires:
        domains = loaded.domains[questionnaire.pk]
        for number, domain in enumerate(domains, start=1):
            among = loaded.questions[domain.code]
            rows = [row_of(one, place, among, loaded) for place, one in enumerate(among, start=1)]
            yield Area(domain, number, len(domains), rows)
