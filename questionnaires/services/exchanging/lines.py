"""The lines of a wording sheet, from the questions that the council asks."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from leavingwell.questionnaires.exchange.lines import VARIANTS, Key, Line
from leavingwell.questionnaires.freezing import content_of
from leavingwell.questionnaires.kinds import CHOICE_CODES
from leavingwell.questionnaires.models import Choice, ChoiceLabel, Indicator, Questionnaire, Wording
from leavingwell.questionnaires.ownership import own_over_national
from leavingwell.questionnaires.services.exchanging.words import own_and_national
from leavingwell.translations.languages import SOURCE

PARTS = ("text", "help", "prompt", "picture_text")
Pair = tuple[Any, Any]  # the council's row and the nation's
NEITHER: Pair = (None, None)


def read(row: Any, part: str, language: str) -> str:
    return (getattr(row, f"{part}_{language}") or "") if row else ""


def line_of(key: Key, area: str, rows: Pair, language: str) -> Line:
    own, national = rows
    english = read(own or national, key.part, SOURCE)
    return Line(key, area, read(national, key.part, language), read(own, key.part, language), english)


@dataclass
class Lines:
    """Everything that a sheet is made from, read once: constant queries."""

    questionnaire: Questionnaire
    language: str

    def __post_init__(self) -> None:
        self.content = content_of(self.questionnaire)
        asked = Indicator.objects.filter(domain__questionnaire=self.questionnaire, retired_on=None)
        self.indicators = own_over_national(asked, lambda row: row.code)
        self.wordings = own_and_national(Wording.objects.select_related("indicator"), "indicator_id", "variant")
        self.labels = own_and_national(ChoiceLabel.objects.all(), "answer_type", "code", "variant")
        lists = Choice.objects.filter(council__isnull=False).select_related("indicator").order_by("order")
        self.choices = own_and_national(lists, "indicator_id", "code", "variant")

    def __iter__(self) -> Iterator[Line]:
        for domain in self.content["domains"]:
            for question in domain["questions"]:
                yield from self.of_question(domain["name"], question)
        yield from self.of_shared_answers()

    def of_question(self, area: str, question: Mapping[str, Any]) -> Iterator[Line]:
        indicator = self.indicators[question["code"]]
        for variant in VARIANTS:
            rows = self.wordings.get((indicator.pk, variant), NEITHER)
            for part in PARTS:
                if part != "picture_text" or getattr(rows[0] or rows[1], "picture_id", None):
                    yield line_of(Key(indicator.code, variant, part), area, rows, self.language)
        for choice in question["choices"] if indicator.council_id and self.has_list(indicator) else ():
            for variant in VARIANTS:
                rows = self.choices.get((indicator.pk, choice["code"], variant), NEITHER)
                yield line_of(Key(indicator.code, variant, "label", choice["code"]), area, rows, self.language)

    def has_list(self, indicator: Indicator) -> bool:
        return indicator.answer_type not in CHOICE_CODES

    def of_shared_answers(self) -> Iterator[Line]:
        used = {question["answer_type"] for domain in self.content["domains"] for question in domain["questions"]}
        for answer_type in sorted(used & set(CHOICE_CODES)):
            for code in CHOICE_CODES[answer_type]:
                for variant in VARIANTS:
                    rows = self.labels.get((answer_type, code, variant), NEITHER)
                    yield line_of(Key(answer_type, variant, "label", code), "", rows, self.language)
