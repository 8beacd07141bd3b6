"""The checklist as it was asked on a given day: in the nation's words, or the council's own once it had some."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from leavingwell.questionnaires.content import Content
from leavingwell.questionnaires.kinds import Variant
from leavingwell.questionnaires.models import QuestionnaireVersion

Question = Mapping[str, Any]


class Sheet:
    """One published version."""

    def __init__(self, version: QuestionnaireVersion) -> None:
        self.version = version
        self.content = Content(version.content)
        self.words_in: dict[tuple[str, str], str] = {}

    @property
    def domains(self) -> list[Mapping[str, Any]]:
        found: list[Mapping[str, Any]] = self.content.content["domains"]
        return found

    def domain_of(self, code: str) -> str:
        return self.content.domain_codes[code]

    def words(self, code: str, language: str) -> str:
        """The question as it is shown in that language."""
        if (code, language) not in self.words_in:
            question = self.content.question(code)
            self.words_in[code, language] = self.content.text(question, "text", Variant.STANDARD, language).value
        return self.words_in[code, language]


@dataclass(frozen=True)
class Sheets:
    national: Sheet
    own: Sheet
    own_from: date

    def on(self, day: date) -> Sheet:
        return self.own if day >= self.own_from else self.national
