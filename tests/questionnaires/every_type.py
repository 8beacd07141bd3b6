"""A council's own questions, one of each answer type, made straight through the models and published."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from leavingwell.platform.councils.scope import scope
from leavingwell.questionnaires.models import (
    Choice,
    Domain,
    Indicator,
    QuestionArrangement,
    Questionnaire,
    QuestionnaireVersion,
    Response,
    Wording,
)
from leavingwell.questionnaires.services.publishing import publish
from tests.factories import Household

FACES, ONE, SEVERAL, NUMBER, DATE, TEXT, LATER = (f"NM-HOME-0{number}" for number in range(1, 8))
KEYS = ("front", "back")
HOBBIES = ("music", "sport", "cooking")


def own_question(code: str, answer_type: str, order: int, choices: tuple[str, ...] = (), **fields: Any) -> Indicator:
    """Inside the council's scope, in the area Home."""
    domain = Domain.objects.get(code="HOME", council=None)
    bare = {"order": order, "is_core": False, "level": 3, "schedule_1": []}
    indicator = Indicator.objects.create(domain=domain, code=code, answer_type=answer_type, **{**bare, **fields})
    Wording.objects.create(indicator=indicator, text_en=f"Question {code}?", text_ar=f"سؤال {code}؟")
    for place, choice in enumerate(choices):
        label = choice.title()
        Choice.objects.create(indicator=indicator, code=choice, label_en=label, label_ar=f"خيار {label}", order=place)
    return indicator


def publish_again() -> QuestionnaireVersion:
    return publish(Questionnaire.objects.get(code="outcomes"), by=None)


def ask_every_type(house: Household) -> Response:
    """The household's open checklist, with seven questions more: the last is asked after "no" at HOME-03 alone."""
    with scope(house.council):
        own_question(FACES, "FACES", 101)
        own_question(ONE, "ONE", 102, KEYS)
        own_question(SEVERAL, "SEVERAL", 103, HOBBIES)
        own_question(NUMBER, "NUMBER", 104, least=0, most=10)
        own_question(DATE, "DATE", 105)
        own_question(TEXT, "TEXT", 106)
        later = own_question(LATER, "TEXT", 107)
        QuestionArrangement.objects.create(indicator=later, show_when={"question": "HOME-03", "is": ["not_right_now"]})
        version = publish_again()
        found: Response = house.plan.review.response
        found.refresh_from_db()
        assert found.questionnaire_version_id == version.pk
        return found


@contextmanager
def as_if_not_begun(house: Household) -> Iterator[None]:
    """Inside the council's scope: what is published meanwhile is asked in a checklist that has answers already."""
    begun = Response.objects.filter(pk=house.plan.review.response_id)
    version = begun.get().version
    begun.update(version=0)
    yield
    begun.update(version=version)
