"""Making and sending short surveys for tests."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from leavingwell.platform.councils.scope import scope
from leavingwell.platform.people.models import YoungPerson
from leavingwell.questionnaires.models import Survey
from leavingwell.questionnaires.services.surveys import save_survey, send_survey
from tests.factories import Household, make_young_person

MINE = "{ surveys { id title { value } closesOn questions { code text { value } choices { code } } } }"


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
