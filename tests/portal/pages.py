"""Reading the portal's pages, and a story whose texts only some may see."""

from dataclasses import dataclass
from typing import Any

from bs4 import BeautifulSoup, Tag
from django.test import Client

from leavingwell.platform.councils.models import Council
from leavingwell.platform.councils.scope import scope
from leavingwell.platform.people.models import Person
from leavingwell.platform.plans.services.actions import add_action
from leavingwell.platform.plans.services.answering import record_answers, sitting_of
from leavingwell.platform.plans.services.comments import add_comment
from leavingwell.platform.plans.services.goals import add_goal
from leavingwell.questionnaires.services.answering import GivenAnswer
from leavingwell.questionnaires.services.check_ins import GivenCheckIn, send_check_in
from tests.api import client_of, opaque
from tests.factories import Household

SECRETS = ("I want to live by the sea", "A warm room", "Ring the landlord", "It is cold in here", "Slept badly")


def soup(answer: Any) -> BeautifulSoup:
    return BeautifulSoup(answer.content, "html.parser")


def words(answer: Any) -> str:
    """What a reader reads."""
    return " ".join(soup(answer).get_text(" ").split())


def client(person: Person | None, council: Council) -> Client:
    found = client_of(person, council)
    found.raise_request_exception = False
    return found


def fields_of(form: Tag) -> dict[str, str]:
    """What a browser would send of a form, less its buttons."""
    found: dict[str, str] = {}
    for control in form.find_all(["input", "textarea", "select"]):
        name, kind = control.get("name"), control.get("type", "")
        if not name or (kind in ("radio", "checkbox") and not control.has_attr("checked")):
            continue
        if control.name == "textarea":
            found[name] = (control.string or "").removeprefix("\n")
        elif control.name == "select":
            chosen = control.find("option", selected=True) or control.find("option")
            found[name] = chosen.get("value", "") if chosen else ""
        else:
            found[name] = control.get("value", "on" if kind in ("radio", "checkbox") else "")
    return found


def form_to(answer: Any, action: str) -> dict[str, str]:
    """The fields of the form on the page that is sent to `action`."""
    found = soup(answer).find("form", action=action)
    assert isinstance(found, Tag), f"no form to {action}"
    return fields_of(found)


@dataclass
class Story:
    """A young person of a household who has written something everywhere."""

    household: Household
    action: str
    plan: str
    person: str

    @property
    def council(self) -> Council:
        return self.household.council

    def visit(self, who: str | None) -> Client:
        with scope(self.council):
            return client(self.household.people[who] if who else None, self.council)


def tell(household: Household) -> Story:
    with scope(household.council):
        young_person, plan = household.young_person, household.plan
        own = young_person.person
        sitting = sitting_of(young_person, own, channel=None, language="en")
        answer = GivenAnswer("HOME-03", choice="sometimes", comment=SECRETS[3], wants_help=True)
        record_answers(plan, plan.review.response, [answer], sitting)
        add_comment(plan, body=SECRETS[0], by=own, language="en", part="what_matters")
        add_comment(plan, body="A word to all", by=household.worker, language="en")
        goal = add_goal(plan, words=SECRETS[1], domain="HOME", by=own, language="en")
        action = add_action(plan, title=SECRETS[2], by=own, language="en", goal=goal, owner_ids=[own.pk])
        send_check_in(young_person, GivenCheckIn(face=2, note=SECRETS[4]), by=own, language="en")
        return Story(household, opaque("Action", action), opaque("Plan", plan), opaque("YoungPerson", young_person))
