"""A plan that was written without the young person is open again as soon as they take part."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from leavingwell.platform.audit.models import AuditEntry
from leavingwell.platform.audit.services import record
from leavingwell.platform.people.models import Person
from leavingwell.platform.people.roles import Role
from leavingwell.platform.plans.last_part import OF_THEIR_OWN
from leavingwell.platform.plans.models import Notice, Plan, Review
from leavingwell.platform.plans.services.noticing import notify
from leavingwell.platform.plans.services.review_steps import locked, step, worker_of
from leavingwell.platform.plans.services.reviewing import open_next_review

REASON = "The young person took part."
NOT_HANDED_IN: dict[str, Any] = {
    "submitted_at": None,
    "submitted_by": None,
    "quality_checked_at": None,
    "quality_checked_by": None,
}


def on_recorded(sender: Any, instance: AuditEntry, created: bool, **kwargs: Any) -> None:
    """Receives the saving of an audit entry, within the transaction of what the young person did on their plan."""
    if not created or instance.actor_role != Role.YOUNG_PERSON or instance.action not in OF_THEIR_OWN:
        return
    plans = Plan.objects.select_related("review", "young_person__person").filter(review__written_without=True)
    if plan := plans.filter(young_person=instance.young_person_id, young_person__person=instance.actor_id).first():
        young_person_took_part(plan, by=plan.young_person.person)


@transaction.atomic
def young_person_took_part(plan: Plan, *, by: Person) -> None:
    """After the young person answered, checked in or did their part. Nothing happens to a plan made with them.

    A version in force stays as it was authorised: the next one is opened. One that waits goes back to the worker.
    """
    if plan.review is None or not plan.review.written_without:
        return
    fresh = locked(plan)
    review = fresh.review
    if review is None or not review.written_without:
        return
    if review.state == Review.State.CURRENT:
        review = open_next_review(fresh, Review.Occasion.ASKED_FOR, by=by)
    else:
        reopen(fresh, review, by=by)
    key = f"{review.pk}:{review.version}"
    notify(worker_of(fresh), Notice.Kind.PLAN_REOPENED, young_person=fresh.young_person, key=key)
    plan.review = review


def reopen(plan: Plan, review: Review, *, by: Person) -> None:
    """Back to the worker and the young person, with the checklist open for their own answers."""
    now = timezone.now()
    step(
        plan,
        review,
        "review.reopened",
        Review.State.DRAFT,
        by=by,
        reason=REASON,
        written_without=False,
        reopened_at=now,
        **NOT_HANDED_IN,
    )
    response = review.response
    if response.complete:
        before, response.submitted_at = response.submitted_at, None
        response.save(update_fields=["submitted_at"])
        changed = {"submitted_at": [str(before), None]}
        record(
            "response.reopened", response, by=by, young_person_id=plan.young_person_id, changes=changed, reason=REASON
        )
