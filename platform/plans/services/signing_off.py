"""The three-way process: the worker hands the plan in, somebody else authorises it. `returning` sends it back."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.utils import timezone

from leavingwell.platform.access.operations import Operation
from leavingwell.platform.people.dates import months_after
from leavingwell.platform.people.models import Person
from leavingwell.platform.plans.authorship import refusal
from leavingwell.platform.plans.completeness import require_complete
from leavingwell.platform.plans.models import Notice, Plan, Review
from leavingwell.platform.plans.models.rules import rules
from leavingwell.platform.plans.quality_check import checker_of
from leavingwell.platform.plans.services.noticing import notify
from leavingwell.platform.plans.services.review_steps import (
    locked_for,
    locked_to_decide,
    open_review,
    step,
    waiting_review,
    worker_of,
)
from leavingwell.platform.plans.snapshots import snapshot_of
from leavingwell.platform.plans.waiting import check_read
from leavingwell.platform.problems import Problems
from leavingwell.questionnaires.models import Response

State = Review.State


def tell(plan: Plan, people: Iterable[Person | None], kind: Notice.Kind) -> None:
    """Each step of a review is news of its own."""
    review = plan.review
    assert review
    key = f"{review.pk}:{review.version}"
    notify([one for one in people if one], kind, young_person=plan.young_person, key=key)


@transaction.atomic
def submit_plan(plan: Plan, *, by: Person, override_reason: str = "", expected_version: int | None = None) -> Plan:
    """Hands it to the practice supervisor where the council wants a check, else to the manager.

    Raises INVALID at `overrideReason` for a plan below the council's bar, WRONG_STATE, STALE_VERSION, NOT_ALLOWED.
    """
    plan = locked_for(plan, Operation.SUBMIT_PLAN, by)
    review = open_review(plan, expected_version)
    override_reason = require_complete(plan, override_reason)
    checker = checker_of(plan, submitted_by=by)
    to = State.QUALITY_CHECK if checker else State.SUBMITTED
    handed_in: dict[str, Any] = {"submitted_at": timezone.now(), "submitted_by": by, "override_reason": override_reason}
    handed_in |= {"quality_checked_at": None, "quality_checked_by": None, "quality_words": ""}
    step(plan, review, "plan.submitted", to, by=by, reason=override_reason, **handed_in)
    tell(plan, [checker or plan.young_person.team.manager], Notice.Kind.PLAN_TO_SIGN)
    return plan


@transaction.atomic
def authorise_plan(plan: Plan, *, by: Person, expected_version: int | None = None) -> Plan:
    """Puts the plan in force until the next review is due, and keeps it as it stands.

    Raises NOT_ALLOWED for somebody who handed it in or wrote the worker's part, SIGNING_OWN_WORK for who wrote another
    part, WRONG_STATE when it does not wait for sign-off, signed already included, INVALID without the version that was
    read, and STALE_VERSION, with what has changed since, for another one.
    """
    plan = locked_to_decide(plan, Operation.AUTHORISE_PLAN, by)
    review = waiting_review(plan)
    if why := refusal(plan, by):
        raise Problems([why])
    check_read(plan, review, expected_version)
    now = timezone.now()
    Response.objects.filter(pk=review.response_id, submitted_at=None).update(submitted_at=now)
    review.authorised_at, review.authorised_by = now, by
    signed: dict[str, Any] = {"authorised_at": now, "authorised_by": by, "snapshot": snapshot_of(plan)}
    step(plan, review, "plan.authorised", State.CURRENT, by=by, **signed)
    plan.current_until = months_after(timezone.localdate(), rules().review_every_months)
    plan.save(update_fields=["current_until"])
    tell(plan, [plan.young_person.person, *worker_of(plan)], Notice.Kind.PLAN_AGREED)
    return plan
