"""The caseload's rows: the one thing to do for each, and those with nothing in particular, folded."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise

from leavingwell.themes.portal import work_words as words
from leavingwell.themes.portal.markup import digits

Person = dict[str, Any]
OF_THE_CASE_TEAM = ("REQUEST_REVIEW",)  # who is on the caseload is; an emergency opens the page of others


@dataclass(frozen=True)
class Act:
    """`now`: somebody waits for it today, and it stands out."""

    address: str
    icon: str
    word: str | Promise
    now: bool = False


def act_of(person: Person) -> Act:
    """What the first reason asks for; else to open their page."""
    return act_for(person, person["attention"][0]) if person["attention"] else Act(place(person), "arrow", words.OPEN)


def act_for(person: Person, reason: Person) -> Act:
    code = reason["code"]
    if code in ("TOLD_US_UNSAFE", "IN_CRISIS", "WANTS_A_CALL"):
        return call(person, now=reason["level"] == "TODAY")
    if code in ("LOW_CHECK_IN", "CONTACT_DUE"):
        return message(person)
    if code == "WANTS_HELP":
        return Act(f"{place(person)}#requests", "ring", words.SEE_WISHES)
    if code == "VISIT_DUE":
        return Act(f"{place(person, 'person_in_touch')}?note=visit#log", "calendar", words.VISIT)
    if "REQUEST_REVIEW" in person.get("permissions", OF_THE_CASE_TEAM):
        return Act(place(person, "person_review"), "plan", words.REVIEW)
    return Act(place(person, "plan"), "plan", words.SEE_PLAN)


def place(person: Person, name: str = "person") -> str:
    return reverse(name, kwargs={"person": person["id"]})


def call(person: Person, *, now: bool) -> Act:
    """Their number, where they gave one."""
    if not person["phone"]:
        return message(person, now=now)
    return Act(f"tel:{digits(person['phone'])}", "phone", words.CALL, now)


def message(person: Person, *, now: bool = False) -> Act:
    return Act(f"{place(person, 'messages')}#write", "chat", words.MESSAGE, now)


def is_quiet(person: Person) -> bool:
    """Nothing asks for anybody's attention."""
    return not person["attention"]


def rows_of(people: list[Person]) -> dict[str, list[Person]]:
    """Those who need attention, in the API's order, and the quiet ones."""
    rows = [{**person, "act": act_of(person)} for person in people]
    return {"people": [one for one in rows if not is_quiet(one)], "quiet": [one for one in rows if is_quiet(one)]}
