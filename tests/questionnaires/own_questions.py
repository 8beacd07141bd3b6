"""Making a council's own questions for tests."""

from decimal import Decimal
from typing import Any

from leavingwell.platform.councils.scope import scope
from leavingwell.questionnaires.models import Indicator, Questionnaire
from leavingwell.questionnaires.own_question import OwnChoice, OwnQuestion
from leavingwell.questionnaires.services.own_questions import add_question
from leavingwell.questionnaires.services.publishing import publish
from tests.factories import Household


def choices(*labels: str) -> tuple[OwnChoice, ...]:
    return tuple(OwnChoice({"en": label}) for label in labels)


def own_question(answer_type: str = "YN", text: str = "Is it quiet at night?", **fields: Any) -> OwnQuestion:
    if answer_type in ("ONE", "SEVERAL"):
        fields = {"choices": choices("Flat", "Hostel", "With friends"), **fields}
    limits = {name: Decimal(value) for name in ("least", "most") if (value := fields.pop(name, None)) is not None}
    return OwnQuestion(answer_type, {"text": {"en": text}, **fields.pop("words", {})}, **limits, **fields)


def make_own(house: Household, answer_type: str = "YN", domain: str = "HOME", **fields: Any) -> Indicator:
    with scope(house.council):
        return add_question(domain, own_question(answer_type, **fields), by=house.questionnaire_editor)


def publish_all(house: Household) -> None:
    with scope(house.council):
        publish(Questionnaire.objects.get(), by=house.questionnaire_editor)
