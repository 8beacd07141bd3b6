"""The questions that a draft asks no more, and where the answers to them can go."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from leavingwell.questionnaires.condition_checks import choices_of
from leavingwell.questionnaires.conditions import questions_of
from leavingwell.questionnaires.kinds import Variant
from leavingwell.questionnaires.move_checks import family, needs_map
from leavingwell.translations.languages import SOURCE

Question = Mapping[str, Any]


def words_of(question: Question) -> str:
    return str(question["texts"].get(Variant.STANDARD, {}).get("text", {}).get(SOURCE, ""))


def label_of(question: Question, choice: str) -> str:
    """What stands on the button, else the code."""
    labels = {one["code"]: one["label"].get(SOURCE) for one in question["choices"]}
    return labels.get(choice) or choice


@dataclass(frozen=True)
class Gone:
    """A question that was asked, and the new ones that are answered in the same way."""

    question: Question
    targets: dict[str, Question]

    @property
    def code(self) -> str:
        return str(self.question["code"])

    @property
    def words(self) -> str:
        return words_of(self.question)

    def needs_map(self, chosen: list[str]) -> bool:
        """Whether somebody has to say which choice becomes which."""
        return any(needs_map(self.question, self.targets[code]) for code in chosen)

    def possible(self, chosen: list[str]) -> dict[str, str]:
        """The choices that all the chosen questions have, with the words of the first."""
        first, *others = (self.targets[code] for code in chosen)
        shared = [one for one in choices_of(first) if all(one in choices_of(other) for other in others)]
        return {one: label_of(first, one) for one in shared}


def gone_between(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[Gone]:
    asked = {question["code"]: question for question in questions_of(before)}
    asks = {question["code"]: question for question in questions_of(after)}
    new = {code: question for code, question in asks.items() if code not in asked}
    return [
        Gone(question, {code: one for code, one in new.items() if family(one) == family(question)})
        for code, question in asked.items()
        if code not in asks
    ]
