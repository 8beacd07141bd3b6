"""A council's own question in a document, as editors write one down."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from leavingwell.questionnaires.kinds import OWN_CHOICES, Variant
from leavingwell.questionnaires.own_question import OwnChoice, OwnQuestion


def own_question_of(question: Mapping[str, Any]) -> OwnQuestion:
    limits = {name: None if value is None else Decimal(str(value)) for name, value in question["limits"].items()}
    has_list = question["answer_type"] in OWN_CHOICES
    tells = question["tell_a_person"]
    choices = tuple(
        OwnChoice(choice["label"], choice["code"], tells=choice["code"] in tells) for choice in question["choices"]
    )
    return OwnQuestion(
        question["answer_type"],
        question["texts"].get(Variant.STANDARD, {}),
        level=int(question["level"]),
        choices=choices if has_list else (),
        tells=() if has_list else tuple(tells),
        **limits,
    )
