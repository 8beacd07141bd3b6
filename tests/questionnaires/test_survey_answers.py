"""Short surveys: answered by young people, or not."""

from typing import Any

import pytest

from leavingwell.platform.audit.models import AuditEntry
from leavingwell.platform.councils.scope import scope
from leavingwell.questionnaires.models import SurveyAnswer, SurveyInvitation
from leavingwell.questionnaires.services.surveys import close_survey
from tests.api import ask, codes, do, opaque
from tests.factories import Household
from tests.questionnaires.surveys import MINE, sent

HAS = "... on SurveyInvitation { answeredAt declinedAt }"
GOOD = {"question": "HOME-03", "choice": "sometimes"}


def invitation(house: Household, who: str = "owner") -> str:
    with scope(house.council):
        return opaque("SurveyInvitation", SurveyInvitation.objects.get(young_person__person=house.people[who]))


def answer(house: Household, *answers: dict[str, Any], who: str = "owner", **more: Any) -> dict[str, Any]:
    survey = invitation(house)
    given = {"surveyId": survey, "answers": list(answers), **more}
    return do(house.people[who], house.council, "answerSurvey", HAS, **given)


def test_a_young_person_answers_once_in_their_language(north: Household) -> None:
    sent(north)
    assert answer(north, GOOD, language="ar")["answeredAt"]
    assert codes(answer(north, GOOD)) == [("WRONG_STATE", None)]
    assert ask(north.owner, north.council, MINE)["data"]["surveys"] == []
    with scope(north.council):
        kept = SurveyAnswer.objects.order_by("question_code").values_list("question_code", "kind", "choice", "language")
        assert list(kept) == [("HOME-03", "answered", "sometimes", "ar"), ("PEOPLE-02", "skipped", "", "ar")]
        assert SurveyAnswer.objects.get(question_code="HOME-03").shown_text == "هل بيتك دافئ بما يكفي؟"


def test_a_repeated_request_changes_nothing(north: Household) -> None:
    sent(north)
    request = "7f0c3a52-1111-4222-8333-444455556667"
    assert answer(north, GOOD, requestId=request) == answer(north, GOOD, requestId=request)


@pytest.mark.parametrize(
    ("answers", "problem"),
    [
        ([], ("INVALID", "answers")),
        ([{"question": "HOME-04", "choice": "sometimes"}], ("NOT_FOUND", "answers.0.question")),
        ([{"question": "HOME-03", "choice": "yes"}], ("INVALID", "answers.0.choice")),
        ([{"question": "HOME-03", "choices": ["sometimes"]}], ("INVALID", "answers.0.choices")),
        ([{"question": "HOME-03", "choice": ""}], ("INVALID", "answers.0.choice")),
        ([GOOD, GOOD], ("INVALID", "answers.1.question")),
    ],
)
def test_faulty_answers_are_named_and_nothing_is_kept(north: Household, answers: list[Any], problem: Any) -> None:
    sent(north)
    assert codes(answer(north, *answers)) == [problem]
    with scope(north.council):
        assert not SurveyAnswer.objects.exists()


def test_no_is_an_answer_that_nobody_hears(north: Household) -> None:
    sent(north)
    survey = invitation(north)
    assert do(north.owner, north.council, "declineSurvey", HAS, surveyId=survey)["declinedAt"]
    assert ask(north.owner, north.council, MINE)["data"]["surveys"] == []
    with scope(north.council):
        assert AuditEntry.objects.get(action="survey.dealt_with").changes == {}


@pytest.mark.parametrize("who", ["worker", "manager", "supporter", "analyst", "other_owner", "admin"])
def test_nobody_else_answers_or_finds_it(north: Household, who: str) -> None:
    sent(north)
    assert codes(answer(north, GOOD, who=who)) == [("NOT_FOUND", "surveyId")]
    assert ask(north.people[who], north.council, MINE)["data"]["surveys"] == []


def test_another_councils_young_person_finds_nothing(north: Household, east: Household) -> None:
    sent(north)
    given = {"surveyId": invitation(north), "answers": [GOOD]}
    assert codes(do(east.owner, east.council, "answerSurvey", HAS, **given)) == [("NOT_FOUND", "surveyId")]
    assert ask(east.owner, east.council, MINE)["data"]["surveys"] == []
    assert ask(None, north.council, MINE)["data"]["surveys"] == []


def test_a_closed_survey_takes_no_answers(north: Household) -> None:
    survey = sent(north)
    with scope(north.council):
        close_survey(survey, by=None)
    assert codes(answer(north, GOOD)) == [("WRONG_STATE", None)]
