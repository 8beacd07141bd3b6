"""Short surveys: what is told of the answers, and what never is."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from leavingwell.platform.councils.scope import scope
from leavingwell.platform.problems import Problems
from leavingwell.questionnaires.models import Survey, SurveyAnswer, SurveyInvitation
from leavingwell.questionnaires.services.surveys import close_survey, save_survey, send_survey
from tests.api import ask
from tests.factories import Household, make_young_person
from tests.questionnaires.surveys import MINE, enough_people, sent_to, tomorrow

RESULTS = """{ surveyResults { title { value } asked { count suppressed } answered { count suppressed }
    questions { question { code } total { count suppressed } counts { choice { code } count suppressed } } } }"""


def test_totals_come_after_closing_with_small_numbers_hidden(north: Household, east: Household) -> None:
    people = enough_people(north, 14)
    survey = sent_to(north, "HOME-03")
    with scope(north.council):
        choices = ["sometimes"] * 7 + ["yes_mostly"] * 6 + ["not_right_now"]
        for person, choice in zip(people, choices, strict=True):
            one = SurveyInvitation.objects.get(young_person=person)
            SurveyAnswer.objects.create(
                invitation=one, question_code="HOME-03", kind="answered", choice=choice, language="en"
            )
            SurveyInvitation.objects.filter(pk=one.pk).update(answered_at=timezone.now())
    assert ask(north.analyst, north.council, RESULTS)["data"]["surveyResults"] == []
    with scope(north.council):
        close_survey(survey, by=None)
    (found,) = ask(north.analyst, north.council, RESULTS)["data"]["surveyResults"]
    assert found["asked"] == found["answered"] == {"count": 14, "suppressed": False}
    (question,) = found["questions"]
    told = {one["choice"]["code"]: one["count"] for one in question["counts"]}
    assert told == {"sometimes": 7, "yes_mostly": None, "not_right_now": None}
    assert ask(east.analyst, east.council, RESULTS)["data"]["surveyResults"] == []
    for who in ("owner", "supporter", "supervisor", "translator"):
        assert ask(north.people[who], north.council, RESULTS)["errors"][0]["extensions"]["code"] == "NOT_ALLOWED"


def test_queries_do_not_grow(north: Household) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as asked:
            ask(north.analyst, north.council, RESULTS)
            ask(north.owner, north.council, MINE)
        return len(asked)

    enough_people(north)
    with scope(north.council):
        for _one in range(2):
            close_survey(sent_to(north), by=None)
            sent_to(north)
    few = queries()
    with scope(north.council):
        for _one in range(8):
            close_survey(sent_to(north), by=None)
            sent_to(north)
    assert queries() == few


def test_nearly_the_same_group_is_not_asked_the_same_again(north: Household) -> None:
    """Twelve people and eleven of them: the difference would be one person's answer."""
    with scope(north.council):
        team = north.young_person.team
        for age in (17, *(18,) * 11):
            make_young_person(team, age=age)
        sent_to(north, "HOME-03", age_from=18, age_to=18)
        draft = save_survey(
            Survey(title_en="Again", question_codes=["HOME-03"], team=team, closes_on=tomorrow()), by=None
        )
        with pytest.raises(Problems, match="INVALID questions"):
            send_survey(draft, by=None)
        sent_to(north, "PEOPLE-02")


def test_the_few_who_said_nothing_cannot_be_worked_out(north: Household) -> None:
    people = enough_people(north, 20)
    survey = sent_to(north, "HOME-03")
    with scope(north.council):
        for person in people[:19]:
            one = SurveyInvitation.objects.get(young_person=person)
            SurveyAnswer.objects.create(
                invitation=one, question_code="HOME-03", kind="answered", choice="sometimes", language="en"
            )
            SurveyInvitation.objects.filter(pk=one.pk).update(answered_at=timezone.now())
        close_survey(survey, by=None)
    (found,) = ask(north.analyst, north.council, RESULTS)["data"]["surveyResults"]
    assert (found["asked"]["count"], found["answered"]["count"]) == (20, None)
    (question,) = found["questions"]
    assert question["total"]["count"] is None
    assert {one["count"] for one in question["counts"] if one["choice"]["code"] == "sometimes"} == {None}
