"""Making a council's own questions for tests."""

from decimal import Decimal
from typing import Any

import pytest

from leavingwell.platform.councils.scope import national_scope, scope
from leavingwell.platform.problems import Problems
from leavingwell.questionnaires.freezing import content_of
from leavingwell.questionnaires.models import Choice, Indicator, Questionnaire
from leavingwell.questionnaires.own_question import OwnChoice, OwnQuestion
from leavingwell.questionnaires.services import own_questions
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


LIST = "/admin/own-questions/"
ADD = f"{LIST}add/"


def edit(code, more=""):
    return f"{LIST}{code}/{more}"


def condition_at(code):
    return f"/admin/question-conditions/{code}/"


def frozen(house, code):
    with scope(house.council):
        content = content_of(Questionnaire.objects.get())
    return next(one for area in content["domains"] for one in area["questions"] if one["code"] == code)


def again(house, code):
    with scope(house.council):
        return own_questions.own_question_of(code)


def refused(house, do, *arguments):
    """The codes and fields of what was wrong."""
    with scope(house.council), pytest.raises(Problems) as caught:
        do(*arguments, by=house.questionnaire_editor)
    return [(problem.code, problem.field) for problem in caught.value.problems]


def kept(house, code):
    """The choices as they are, to be sent back."""
    with scope(house.council):
        rows = Choice.objects.filter(indicator__code=code, variant="standard").order_by("order")
        return tuple(OwnChoice({"en": row.label_en}, row.code) for row in rows)


def national(code):
    with national_scope("look for a test"):
        return Indicator.objects.select_related("domain__questionnaire").get(council=None, code=code)
