"""Answers after which somebody is told, and who was."""

from typing import Any

from leavingwell.platform.councils.scope import scope
from leavingwell.platform.people.models import YoungPerson
from leavingwell.platform.plans.models import SafetyNotice
from leavingwell.platform.plans.services.answering import record_answers, sitting_of
from leavingwell.questionnaires.kinds import Channel
from leavingwell.questionnaires.services.answering import GivenAnswer
from tests.api import ask, do, opaque
from tests.factories import Household

Told = list[tuple[str, str]]
MINE = "{ viewer { safetyNotices { id reason toldAs questionCode youngPerson { preferredName } } } }"


def answer(house: Household, question: str, choice: str, who: str = "owner", **given: Any) -> dict[str, Any]:
    """By way of the API, in the present checklist."""
    with scope(house.council):
        response = opaque("Response", house.plan.review.response)
    answers = [{"question": question, "choice": choice, **given}]
    return do(house.people[who], house.council, "saveAnswers", "", responseId=response, answers=answers)


def say(young_person: YoungPerson, *given: GivenAnswer, by: Any = None, channel: Channel | None = None) -> None:
    """By way of the service, inside the scope."""
    plan = young_person.plan
    plan.refresh_from_db()
    sitting = sitting_of(young_person, by or young_person.person, channel=channel, language="en")
    record_answers(plan, plan.review.response, given, sitting)


def told(house: Household) -> Told:
    with scope(house.council):
        rows = SafetyNotice.objects.select_related("recipient")
        return sorted((row.recipient.name.split(" of ")[0], row.reason) for row in rows)


def seen_by(house: Household, who: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = ask(house.people[who], house.council, MINE)["data"]["viewer"]["safetyNotices"]
    return found
