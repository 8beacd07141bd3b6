"""Short surveys: composed in the admin, answered through the API by the young person alone, told in totals alone."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from leavingwell.platform.audit.models import AuditEntry
from leavingwell.platform.councils.scope import scope
from leavingwell.platform.people.models import YoungPerson
from leavingwell.platform.problems import Problems
from leavingwell.questionnaires.models import Survey, SurveyAnswer, SurveyInvitation
from leavingwell.questionnaires.services.surveys import close_survey, save_survey, send_survey
from tests.admin.asking import at, errors_in, text_of, was_saved
from tests.api import ask, codes, do, opaque
from tests.factories import Household, make_young_person

SURVEYS = "/admin/snippets/questionnaires/survey/"
MINE = "{ surveys { id title { value } closesOn questions { code text { value } choices { code } } } }"
RESULTS = """{ surveyResults { title { value } asked { count suppressed } answered { count suppressed }
    questions { question { code } total { count suppressed } counts { choice { code } count suppressed } } } }"""
HAS = "... on SurveyInvitation { answeredAt declinedAt }"
GOOD = {"question": "HOME-03", "choice": "sometimes"}


def tomorrow() -> Any:
    return timezone.localdate() + timedelta(days=1)


def enough_people(house: Household, number: int = 7) -> list[YoungPerson]:
    with scope(house.council):
        team = house.young_person.team
        return [house.young_person, *(make_young_person(team) for _one in range(number - 1))]


def sent(house: Household, *question_codes: str, people: int = 7, **fields: Any) -> Survey:
    enough_people(house, people)
    return sent_to(house, *question_codes, **fields)


def sent_to(house: Household, *question_codes: str, **fields: Any) -> Survey:
    with scope(house.council):
        given = {
            "title_en": "Home and friends",
            "title_ar": "البيت والأصدقاء",
            "question_codes": list(question_codes or ("HOME-03", "PEOPLE-02")),
            "team": house.young_person.team,
            "closes_on": tomorrow(),
        }
        return send_survey(save_survey(Survey(**{**given, **fields}), by=house.admin), by=house.admin)


def invitation(house: Household, who: str = "owner") -> str:
    with scope(house.council):
        return opaque("SurveyInvitation", SurveyInvitation.objects.get(young_person__person=house.people[who]))


def answer(house: Household, *answers: dict[str, Any], who: str = "owner", **more: Any) -> dict[str, Any]:
    survey = invitation(house)
    given = {"surveyId": survey, "answers": list(answers), **more}
    return do(house.people[who], house.council, "answerSurvey", HAS, **given)


def form(house: Household, **fields: Any) -> dict[str, Any]:
    with scope(house.council):
        team = str(house.young_person.team_id)
    given = {"question_codes": ["HOME-03", "PEOPLE-02"], "team": team, "age_from": "", "age_to": ""}
    return {**given, "closes_on": tomorrow().isoformat(), "title_en": "Home", "intro_en": "", "title_ar": "", **fields}


def own_survey(house: Household) -> Survey:
    with scope(house.council):
        return Survey.objects.get()


def test_an_editor_makes_and_sends_a_survey_and_the_young_person_finds_it(north: Household) -> None:
    enough_people(north)
    client = at(north.council, north.questionnaire_editor)
    assert was_saved(client.post(f"{SURVEYS}add/", form(north)))
    assert ask(north.owner, north.council, MINE)["data"]["surveys"] == []
    survey = own_survey(north)
    assert "7 young people will be asked" in text_of(client.get(f"{SURVEYS}send/{survey.pk}/"))
    client.post(f"{SURVEYS}send/{survey.pk}/")
    (found,) = ask(north.owner, north.council, MINE)["data"]["surveys"]
    assert (found["title"]["value"], [one["code"] for one in found["questions"]]) == ("Home", ["HOME-03", "PEOPLE-02"])
    with scope(north.council):
        done = AuditEntry.objects.filter(action__startswith="survey.").values_list("action", flat=True)
        assert sorted(done) == ["survey.saved", "survey.sent"]


@pytest.mark.parametrize(
    "fields",
    [
        {"question_codes": []},
        {"question_codes": ["HOME-03", "HOME-04", "HOME-05", "HOME-06", "HOME-07", "HOME-08"]},
        {"question_codes": ["HOME-01"]},  # somebody is told
        {"question_codes": ["MIND-01"]},  # somebody is told when it is said twice
        {"question_codes": ["HOME-99"]},
        {"age_from": "20", "age_to": "18"},
        {"age_from": "-1"},
        {"closes_on": "2001-01-01"},
        {"closes_on": "when it is warm"},
        {"title_en": ""},
        {"team": "00000000-0000-0000-0000-000000000000"},
    ],
)
def test_a_faulty_survey_is_not_kept_and_the_form_says_why(north: Household, fields: dict[str, Any]) -> None:
    response = at(north.council, north.admin).post(f"{SURVEYS}add/", form(north, **fields))
    assert errors_in(response)
    with scope(north.council):
        assert not Survey.objects.exists()


def test_a_small_group_is_not_asked(north: Household) -> None:
    client = at(north.council, north.admin)
    client.post(f"{SURVEYS}add/", form(north))
    survey = own_survey(north)
    assert "fewer than 6 young people" in text_of(client.get(f"{SURVEYS}send/{survey.pk}/"))
    client.post(f"{SURVEYS}send/{survey.pk}/")
    assert own_survey(north).state == "draft"


def test_only_the_group_is_asked(north: Household) -> None:
    with scope(north.council):
        team = north.young_person.team
        for age in (17, 18, 18, 18, 18, 18, 19):
            make_young_person(team, age=age)
        sent_to(north, age_from=18, age_to=18)
        asked = SurveyInvitation.objects.select_related("young_person")
        assert {one.young_person.age for one in asked} == {18}
        assert not asked.filter(young_person=north.other_young_person).exists()


def test_what_was_sent_stays_as_it_was_sent(north: Household) -> None:
    survey = sent(north)
    client = at(north.council, north.admin)
    assert client.get(f"{SURVEYS}edit/{survey.pk}/").status_code in (302, 403)
    client.post(f"{SURVEYS}edit/{survey.pk}/", form(north, title_en="Else"))
    client.post(f"{SURVEYS}delete/{survey.pk}/")
    assert own_survey(north).title_en == "Home and friends"
    assert client.post(f"{SURVEYS}send/{survey.pk}/").status_code == 404
    assert client.post(f"{SURVEYS}close/{survey.pk}/").status_code == 302
    assert own_survey(north).state == "closed"


@pytest.mark.parametrize("who", ["translator", "worker", "owner"])
def test_others_do_not_make_surveys(north: Household, who: str) -> None:
    survey = sent(north)
    client = at(north.council, north.people[who])
    for path in ("", "add/", f"send/{survey.pk}/", f"close/{survey.pk}/"):
        assert client.get(f"{SURVEYS}{path}").status_code in (302, 403)
        assert client.post(f"{SURVEYS}{path}", form(north)).status_code in (302, 403, 405)
    assert own_survey(north).state == "sent"


def test_another_councils_editor_finds_nothing(north: Household, east: Household) -> None:
    survey = sent(north)
    client = at(east.council, east.admin)
    assert "Home and friends" not in text_of(client.get(SURVEYS))
    for path in ("edit", "delete", "send", "close", "inspect"):
        assert client.get(f"{SURVEYS}{path}/{survey.pk}/").status_code in (302, 404)
        assert client.post(f"{SURVEYS}{path}/{survey.pk}/").status_code in (302, 404, 405)
    assert own_survey(north).state == "sent"
    with scope(north.council):
        team = str(north.young_person.team_id)
    assert errors_in(client.post(f"{SURVEYS}add/", form(east, team=team)))


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
