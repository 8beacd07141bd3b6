"""Opening a plan and its reviews."""

from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.audit.services import record
from leavingwell.platform.people.dates import months_after
from leavingwell.platform.people.models import Person, YoungPerson
from leavingwell.platform.plans.models import Plan, Review
from leavingwell.platform.plans.models.rules import rules
from leavingwell.platform.problems import wrong_state
from leavingwell.questionnaires.services.answering import start_response
from leavingwell.questionnaires.services.publishing import latest_version

QUESTIONNAIRE = "outcomes"
ASSESSMENT_MONTHS = 3  # Care Leavers (England) Regulations 2010 reg 5: the first plan


@transaction.atomic
def open_plan(young_person: YoungPerson, *, by: Person | None, due_on: date | None = None) -> Plan:
    """The young person's plan with its first review, due in three months."""
    plan = Plan.objects.create(young_person=young_person)
    due_on = due_on or months_after(timezone.localdate(), ASSESSMENT_MONTHS)
    start_review(plan, number=1, by=by, due_on=due_on)
    return plan


def start_review(plan: Plan, *, number: int, by: Person | None, due_on: date) -> Review:
    response = start_response(plan.young_person, latest_version(QUESTIONNAIRE))
    plan.review = Review.objects.create(plan=plan, number=number, response=response, due_on=due_on, asked_for_by=by)
    plan.save(update_fields=["review"])
    record("review.started", plan.review, by=by, young_person_id=plan.young_person_id)
    return plan.review


def locked(plan: Plan) -> Plan:
    """The plan with its row locked: two people signing at once come one after the other."""
    Plan.objects.select_for_update().get(pk=plan.pk)
    return Plan.objects.select_related("review__submitted_by", "review__response", "young_person__person").get(
        pk=plan.pk
    )


@transaction.atomic
def request_review(plan: Plan, *, by: Person) -> Plan:
    """Opens the next review; its day is the one by which the plan in force ends.

    Raises WRONG_STATE while one is open.
    """
    plan = locked(plan)
    if plan.review and plan.review.state != Review.State.CURRENT:
        raise wrong_state(_("A review is already open."))
    number = plan.review.number + 1 if plan.review else 1
    due_on = plan.current_until or months_after(timezone.localdate(), rules().review_every_months)
    start_review(plan, number=number, by=by, due_on=due_on)
    return plan
