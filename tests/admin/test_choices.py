"""What a form offers to choose from."""

from typing import Any

from leavingwell.platform.councils.scope import scope
from leavingwell.questionnaires.admin.wordings import ADDING
from leavingwell.questionnaires.kinds import AnswerType
from leavingwell.questionnaires.models import Indicator, Wording
from leavingwell.questionnaires.own_question import OwnQuestion
from leavingwell.questionnaires.services.own_questions import add_question
from tests.factories import Household


def offered(form_class: Any, household: Household) -> set[str]:
    """The codes of the questions that the form offers to this council's editor."""
    with scope(household.council):
        form = form_class(instance=Wording(), for_user=household.questionnaire_editor.user)
        return {indicator.code for indicator in form.fields["indicator"].queryset}


def test_a_form_made_in_another_councils_request_offers_ones_own_rows(north: Household, east: Household) -> None:
    with scope(east.council):
        form_class = ADDING.bind_to_model(Wording).get_form_class()
        theirs = add_question("HOME", OwnQuestion(AnswerType.DATE, {"text": {"en": "When?"}}), by=None)
    with scope(north.council):
        ours = add_question("HOME", OwnQuestion(AnswerType.DATE, {"text": {"en": "Since when?"}}), by=None)
        national = set(Indicator.objects.filter(council=None).values_list("code", flat=True))
    assert offered(form_class, north) == national | {ours.code}
    assert offered(form_class, east) == national | {theirs.code}
