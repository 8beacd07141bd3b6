"""The three-way process: the worker submits, the manager authorises or sends back."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.audit.services import record
from leavingwell.platform.people.dates import months_after
from leavingwell.platform.people.models import Person
from leavingwell.platform.plans.models import Plan, Review
from leavingwell.platform.plans.models.rules import rules
from leavingwell.platform.plans.services.reviewing import locked
from leavingwell.platform.plans.snapshots import snapshot_of
from leavingwell.platform.problems import invalid, not_allowed, wrong_state
from leavingwell.questionnaires.models import Response

LONGEST_REASON = 2000


def open_review(plan: Plan) -> Review:
    """The review that can be submitted now. Raises WRONG_STATE."""
    if plan.review is None or not plan.review.is_open:
        raise wrong_state(_("This plan has no open review."))
    return plan.review


def waiting_review(plan: Plan) -> Review:
    """The review that waits for the manager. Raises WRONG_STATE."""
    if plan.review is None or plan.review.state != Review.State.SUBMITTED:
        raise wrong_state(_("This plan is not waiting for sign-off."))
    return plan.review


@transaction.atomic
def submit_plan(plan: Plan, *, by: Person) -> Plan:
    plan = locked(plan)
    review = open_review(plan)
    before, review.state = review.state, Review.State.SUBMITTED
    review.submitted_at, review.submitted_by = timezone.now(), by
    review.save(update_fields=["state", "submitted_at", "submitted_by"])
    changed = {"state": [before, review.state]}
    record("plan.submitted", review, by=by, young_person_id=plan.young_person_id, changes=changed)
    return plan


@transaction.atomic
def return_plan(plan: Plan, *, by: Person, reason: str) -> Plan:
    """Sends it back to the worker. Raises INVALID without a reason, WRONG_STATE when it does not wait for sign-off."""
    plan = locked(plan)
    review = waiting_review(plan)
    if not reason.strip():
        raise invalid(_("Say what would make it right."), "reason")
    if len(reason) > LONGEST_REASON:
        raise invalid(_("Please keep this to %d characters.") % LONGEST_REASON, "reason")
    review.state, review.returned_at, review.return_reason = Review.State.RETURNED, timezone.now(), reason.strip()
    review.save(update_fields=["state", "returned_at", "return_reason"])
    record("plan.returned", review, by=by, young_person_id=plan.young_person_id, reason=reason.strip())
    return plan


@transaction.atomic
def authorise_plan(plan: Plan, *, by: Person) -> Plan:
    """Puts the plan in force until the next review is due.

    Raises NOT_ALLOWED for the one who submitted it, WRONG_STATE when it does not wait for sign-off.
    """
    plan = locked(plan)
    review = waiting_review(plan)
    if review.submitted_by_id == by.pk:
        raise not_allowed(_("Somebody else must sign off a plan that you submitted."))
    now = timezone.now()
    Response.objects.filter(pk=review.response_id, submitted_at=None).update(submitted_at=now)
    review.state, review.authorised_at, review.authorised_by = Review.State.CURRENT, now, by
    review.snapshot = snapshot_of(plan)
    review.save(update_fields=["state", "authorised_at", "authorised_by", "snapshot"])
    plan.current_until = months_after(timezone.localdate(), rules().review_every_months)
    plan.save(update_fields=["current_until"])
    record("plan.authorised", review, by=by, young_person_id=plan.young_person_id)
    return plan
