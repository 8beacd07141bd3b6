"""A council in which every page of the portal has something to show: one young person in each state of a plan.

Each of them, and with them all of their words, is named in a way that would break a page that does not take care.
"""

from dataclasses import dataclass, field
from datetime import date, timedelta

from django.utils import timezone

from leavingwell.content.services.topics import load_national_content
from leavingwell.platform.access.services.care import GivenCare, add_care_period
from leavingwell.platform.councils.scope import scope
from leavingwell.platform.people.models import Person, YoungPerson
from leavingwell.platform.plans.models import Plan, PlanRules, Redaction
from leavingwell.platform.plans.redactable import BY_NAME
from leavingwell.platform.plans.services.actions import complete_action
from leavingwell.platform.plans.services.contacts import record_attempt
from leavingwell.platform.plans.services.emergencies import open_in_emergency
from leavingwell.platform.plans.services.examples import load_example_plans
from leavingwell.platform.plans.services.finishing_goals import reach_goal
from leavingwell.platform.plans.services.offering import record_offer
from leavingwell.platform.plans.services.redacting import redact
from leavingwell.platform.plans.services.returning import Missing, check_quality
from leavingwell.platform.plans.services.reviewing import open_plan, request_review
from leavingwell.platform.plans.services.signing_off import authorise_plan, submit_plan
from leavingwell.questionnaires.services.answering import submit_response
from tests.factories import Household, cover_matters, make_offer, make_young_person
from tests.graphql import story
from tests.questionnaires.every_type import ask_every_type
from tests.questionnaires.surveys import sent_to


@dataclass
class Told:
    """`people` are young people by what the page of each shows, besides the owner of the household."""

    household: Household
    people: dict[str, YoungPerson] = field(default_factory=dict)

    def person(self, who: str) -> Person:
        return self.people[who].person if who in self.people else self.household.people[who]


def rename(person: Person) -> None:
    person.name = f"{person.name} {BREAKS_PAGES}"
    person.save(update_fields=["name"])


def young_person(house: Household, name: str, age: int = 18, *, silent: bool = False) -> YoungPerson:
    found = make_young_person(house.young_person.team, f"{name} of {house.council.slug}", worker=house.worker, age=age)
    rename(found.person)
    cover_matters(open_plan(found, by=None), by=house.worker)
    if not silent:
        told_by = story.tell(found, house.worker)
        complete_action(told_by.action, by=house.worker)
        reach_goal(told_by.goal, by=found.person)
    return found


def submit(house: Household, plan: Plan) -> Plan:
    return submit_plan(plan, by=house.worker)


def pass_on(house: Household, plan: Plan) -> Plan:
    plan = submit(house, plan)
    return check_quality(plan, by=house.supervisor, pass_on=True, expected_version=plan.review.version)


def send_back(house: Household, plan: Plan) -> Plan:
    missing = [Missing("goals", f"More about the goals of {house.council.slug}")]
    return check_quality(submit(house, plan), by=house.supervisor, pass_on=False, sections=missing)


def agree(house: Household, plan: Plan) -> Plan:
    plan = pass_on(house, plan)
    return authorise_plan(plan, by=house.manager, expected_version=plan.review.version)


def agree_and_begin_again(house: Household, plan: Plan) -> Plan:
    owner = plan.young_person.person
    plan = request_review(agree(house, plan), by=owner)
    again = YoungPerson.objects.get(pk=plan.young_person_id)
    submit_response(story.answer_some(again, house.worker, owner.name), by=owner)
    return plan


LONG_AGO = date(2001, 1, 1)
BREAKS_PAGES = "\"'><img src=x onerror=alert(1)>{{ 7 }}</textarea></script>"
STATES = {
    "to check": submit,
    "to sign": pass_on,
    "sent back": send_back,
    "agreed": agree,
    "second review": agree_and_begin_again,
}


def furnish(house: Household) -> None:
    """What the owner of the household has beside the usual."""
    owner, today = house.young_person, timezone.localdate()
    add_care_period(owner, GivenCare(today - timedelta(days=900)), by=house.worker)
    attempt = record_attempt(owner.plan, channel="call", outcome="Sister picked up", by=house.worker)
    redact(
        owner, BY_NAME["Attempt"], attempt, start=0, end=6, reason=Redaction.Reason.values[0],
        explanation="About somebody else", by=house.manager,
    )  # fmt: skip
    sent_to(house, title_en=f"Asked {BREAKS_PAGES}")
    make_offer(house.council, f"Offered {BREAKS_PAGES}", slug="breaks-pages")
    open_in_emergency(house.other_young_person, reason="She rang the night line and is not safe", by=house.worker)


def told(house: Household) -> Told:
    load_national_content()
    load_example_plans()
    ask_every_type(house)
    with scope(house.council):
        for person in (house.owner, house.worker, house.manager):
            rename(person)
    story.tell_household(house)
    made = Told(house)
    with scope(house.council):
        PlanRules.objects.update_or_create(effective_from=LONG_AGO, defaults={"quality_check": True})
        for name, act in STATES.items():
            made.people[name] = young_person(house, name.title())
            act(house, made.people[name].plan)
        made.people["silent"] = young_person(house, "Silent", silent=True)
        made.people["over 21"] = young_person(house, "Over 21", age=22)
        record_offer(made.people["over 21"], by=house.worker)
        furnish(house)
    return made
