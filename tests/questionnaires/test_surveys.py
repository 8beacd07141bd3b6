"""Short surveys: made and sent by editors."""

from typing import Any

import pytest

from leavingwell.platform.audit.models import AuditEntry
from leavingwell.platform.councils.scope import scope
from leavingwell.questionnaires.models import Survey, SurveyInvitation
from tests.admin.asking import at, errors_in, text_of, was_saved
from tests.api import ask
from tests.factories import Household, make_young_person
from tests.questionnaires.surveys import MINE, enough_people, sent, sent_to, tomorrow

SURVEYS = "/admin/snippets/questionnaires/survey/"


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
