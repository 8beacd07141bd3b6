"""Reading the content of a published version (`freezing` says how it looks)."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any

from leavingwell.questionnaires.kinds import Variant
from leavingwell.translations.languages import SOURCE
from leavingwell.translations.localised import LocalizedText, chain, first_text

Question = Mapping[str, Any]


class Content:
    def __init__(self, content: Mapping[str, Any]) -> None:
        self.content = content

    @cached_property
    def questions(self) -> dict[str, Question]:
        return {question["code"]: question for domain in self.content["domains"] for question in domain["questions"]}

    @cached_property
    def domain_codes(self) -> dict[str, str]:
        return {
            question["code"]: domain["code"] for domain in self.content["domains"] for question in domain["questions"]
        }

    def has(self, code: str) -> bool:
        return code in self.questions

    def question(self, code: str) -> Question:
        return self.questions[code]

    def choice_codes(self, code: str) -> list[str]:
        return [choice["code"] for choice in self.questions[code]["choices"]]

    def choice(self, code: str, choice: str) -> Mapping[str, Any] | None:
        return next((option for option in self.questions[code]["choices"] if option["code"] == choice), None)

    def text(
        self, question: Question, part: str, variant: str, language: str, languages: Iterable[str] | None = None
    ) -> LocalizedText:
        """The `text` or `help` of a question: the variant if it has one in any language, else the standard words."""
        texts = question["texts"].get(variant, {}).get(part) or question["texts"][Variant.STANDARD][part]
        return first_text(texts, languages or chain(language, SOURCE))
