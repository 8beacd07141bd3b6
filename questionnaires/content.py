"""Reading the content of a published version (`freezing` says how it looks)."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any

from leavingwell.questionnaires.kinds import Variant
from leavingwell.translations.languages import LANGUAGES, SOURCE
from leavingwell.translations.localised import LocalizedText, chain, first_text

Question = Mapping[str, Any]
NO_MEDIA: Mapping[str, Any] = {"picture": None, "recordings": {}}


def texts_of_part(question: Question, part: str, variant: str) -> Mapping[str, str]:
    """A part of a question in each language: the variant's if it has one in any, else the standard's."""
    texts: Mapping[str, Any] = question["texts"]
    found: Mapping[str, str] = texts.get(variant, {}).get(part) or texts[Variant.STANDARD].get(part, {})
    return found


def label_of(choice: Mapping[str, Any], variant: str) -> Mapping[str, str]:
    """What stands on a choice's button in each language: the variant's if it has one in any, else the standard's."""
    found: Mapping[str, str] = choice.get("labels", {}).get(variant) or choice["label"]
    return found


def media_of(question: Question, variant: str) -> Mapping[str, Any]:
    found: Mapping[str, Any] = question.get("media", {}).get(variant, NO_MEDIA)
    return found


def picture_of(question: Question, variant: str) -> Mapping[str, Any] | None:
    """The variant's picture, else the standard's."""
    found: Mapping[str, Any] | None
    found = media_of(question, variant)["picture"] or media_of(question, Variant.STANDARD)["picture"]
    return found


def recording_of(question: Question, variant: str, languages: Iterable[str]) -> tuple[str, str] | None:
    """The file and the language of the recording that says the very words which `texts_of_part` gives."""
    spoken = variant if question["texts"].get(variant, {}).get("text") else Variant.STANDARD
    language = first_text(texts_of_part(question, "text", variant), languages).language
    name = media_of(question, spoken)["recordings"].get(language)
    return (name, language) if name else None


def variants_of(question: Question) -> list[str]:
    """The variants in which it has words, a picture or a recording of its own; the standard always."""
    return [
        variant
        for variant in Variant.values
        if variant == Variant.STANDARD
        or question["texts"].get(variant, {}).get("text")
        or any(media_of(question, variant).values())
    ]


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

    @cached_property
    def languages(self) -> list[str]:
        """Those in which at least one question is worded, in the order of the register."""
        worded = {
            code
            for question in self.questions.values()
            for code, text in question["texts"][Variant.STANDARD]["text"].items()
            if text
        }
        return [code for code in LANGUAGES if code in worded]

    @cached_property
    def has_conditions(self) -> bool:
        return any(question.get("show_when") for question in self.questions.values())

    def has(self, code: str) -> bool:
        return code in self.questions

    def question(self, code: str) -> Question:
        return self.questions[code]

    def choice_codes(self, code: str) -> list[str]:
        return [choice["code"] for choice in self.questions[code]["choices"]]

    def media(self, question: Question, variant: str) -> Mapping[str, Any]:
        """The picture and the recordings of a variant; nothing where it has none of its own."""
        return media_of(question, variant)

    def choice(self, code: str, choice: str) -> Mapping[str, Any] | None:
        return next((option for option in self.questions[code]["choices"] if option["code"] == choice), None)

    def text(
        self, question: Question, part: str, variant: str, language: str, languages: Iterable[str] | None = None
    ) -> LocalizedText:
        """The `text` or `help` of a question: the variant if it has one in any language, else the standard words."""
        return first_text(texts_of_part(question, part, variant), languages or chain(language, SOURCE))
