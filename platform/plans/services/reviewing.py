"""Opening a plan and its reviews: each review is the next version of the one living plan."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.access.operations import Operation
from leavingwell.platform.audit.services import record
from leavingwell.platform.people.dates import months_after
from leavingwell.platform.people.models import Person, YoungPerson
from leavingwell.platform.plans.clock_facts import RuleBook, facts_of, with_clock_facts
from leavingwell.platform.plans.clocks import Kind, clocks
from leavingwell.platform.plans.models import Notice, Plan, Review
from leavingwell.platform.plans.models.rules import rules
from leavingwell.platform.plans.services.noticing import notify
from leavingwell.platform.plans.services.review_steps import locked_for, worker_of
from leavingwell.platform.plans.services.starting import check_may_start
from leavingwell.platform.plans.services.wishes import carry_over_wishes
from leavingwell.platform.plans.whom_to_tell import manager_of
from leavingwell.platform.problems import invalid, wrong_state
from leavingwell.questionnaires.services.answering import start_response
from leavingwell.questionnaires.services.publishing import latest_version

QUESTIONNAIRE = "outcomes"
ASSESSMENT_MONTHS = 3  # Care Leavers Regulations 2010 reg 5: the first plan
Occasion = Review.Occasion


@transaction.atomic
def open_plan(young_person: YoungPerson, *, by: Person | None, due_on: date | None = None) -> Plan:
    """The young person's plan with its first review, due when the clock of the first plan says.

    Raises INVALID before the day on which planning starts.
    """
    check_may_start(young_person.date_of_birth)
    plan = Plan.objects.create(young_person=young_person)
    due_on = due_on or first_plan_day(young_person)
    start_review(plan, number=1, by=by, due_on=due_on, occasion=Occasion.FIRST)
    return plan


def first_plan_day(young_person: YoungPerson) -> date:
    """As the clock of the first plan says once its review is open; three months where the law sets none."""
    today = timezone.localdate()
    row = with_clock_facts(YoungPerson.objects.filter(pk=young_person.pk)).get()
    running = clocks(replace(facts_of(row), begun_on=today), RuleBook(), today)
    days = (clock.due_on for clock in running if clock.kind is Kind.FIRST_PLAN)
    return next(days, months_after(today, ASSESSMENT_MONTHS))


def start_review(
    plan: Plan, *, number: int, by: Person | None, due_on: date, occasion: Occasion = Occasion.PLANNED
) -> Review:
    """A fresh checklist; goals, the to-do list and wishes for help that nobody took up stay on the plan."""
    before = plan.review.response if plan.review else None
    response = start_response(plan.young_person, latest_version(QUESTIONNAIRE))
    plan.review = Review.objects.create(
        plan=plan, number=number, response=response, due_on=due_on, asked_for_by=by, occasion=occasion
    )
    plan.save(update_fields=["review"])
    record("review.started", plan.review, by=by, young_person_id=plan.young_person_id)
    if before:
        carry_over_wishes(plan, before)
    return plan.review


def due_day(plan: Plan, occasion: Occasion) -> date:
    """The end of the plan in force; after a move sooner, as the council's rules say."""
    today, set_up = timezone.localdate(), rules()
    usual = plan.current_until or months_after(today, set_up.review_every_months)
    after_move = today + timedelta(days=set_up.review_after_move_days)
    return min(usual, after_move) if occasion == Occasion.MOVE else usual


def open_next_review(plan: Plan, occasion: Occasion, *, by: Person) -> Review:
    """Of a locked plan. Raises WRONG_STATE while a review is open."""
    if plan.review and plan.review.state != Review.State.CURRENT:
        raise wrong_state(_("A review is already open. You can both work on it now."))
    number = plan.review.number + 1 if plan.review else 1
    return start_review(plan, number=number, by=by, due_on=due_day(plan, occasion), occasion=occasion)


@transaction.atomic
def request_review(plan: Plan, *, by: Person) -> Plan:
    """Opens the next review; its day is the one by which the plan in force ends. Worker and manager hear of it.

    Raises WRONG_STATE while one is open, NOT_ALLOWED and NOT_FOUND.
    """
    plan = locked_for(plan, Operation.REQUEST_REVIEW, by)
    asked = by.pk == plan.young_person.person_id
    review = open_next_review(plan, Occasion.ASKED_FOR if asked else Occasion.NEEDED, by=by)
    if asked:
        told: dict[str, Any] = {"young_person": plan.young_person, "key": str(review.pk), "due_on": review.due_on}
        manager = manager_of(plan.young_person)
        notify([*worker_of(plan), *([manager] if manager else [])], Notice.Kind.REVIEW_ASKED_FOR, **told)
    return plan


@transaction.atomic
def start_next_review(plan: Plan, occasion: Occasion, *, by: Person) -> Plan:
    """Opens the next review for one of the reasons of the law (Care Leavers Regulations 2010 reg 7).

    Raises INVALID for "the first plan" where there was one, WRONG_STATE while one is open, NOT_ALLOWED and NOT_FOUND.
    """
    plan = locked_for(plan, Operation.START_REVIEW, by)
    if occasion == Occasion.FIRST and plan.review:
        raise invalid(_("The first plan was made already. Choose another reason."), "occasion")
    open_next_review(plan, occasion, by=by)
    return plan
