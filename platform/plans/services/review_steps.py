"""What all steps of a review share: the lock, the state it must be in, the version, and the record of the step."""

from typing import Any

from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.access.operations import Operation
from leavingwell.platform.access.permissions import relations_with, require
from leavingwell.platform.access.services.allocating import current_allocation
from leavingwell.platform.audit.services import record
from leavingwell.platform.people.models import Person
from leavingwell.platform.plans.authorship import checks_for, decides_for
from leavingwell.platform.plans.models import Plan, Review
from leavingwell.platform.plans.waiting import check_version
from leavingwell.platform.problems import Message, not_allowed, wrong_state
from leavingwell.translations.days import time_of_day, with_year

State = Review.State
AROUND = ("review__submitted_by", "review__response", "young_person__person", "young_person__team__manager__user")


def locked(plan: Plan) -> Plan:
    """The plan with its row and its latest review locked: two people signing at once come one after the other, and
    who writes a part of it at that moment before or after them. Rows that only point to it can be written meanwhile.
    """
    found = Plan.objects.select_for_update(no_key=True).get(pk=plan.pk)
    if found.review_id:
        Review.objects.select_for_update(no_key=True).get(pk=found.review_id)
    return Plan.objects.select_related(*AROUND).get(pk=plan.pk)


def locked_for(plan: Plan, operation: Operation, by: Person) -> Plan:
    """The locked plan of somebody who may do this now: a relation that ended a moment ago gives no right.

    Raises NOT_FOUND for somebody who may not even see the young person, else NOT_ALLOWED.
    """
    plan = locked(plan)
    require(by, operation, plan.young_person)
    return plan


def locked_to_decide(plan: Plan, operation: Operation, by: Person) -> Plan:
    """The locked plan for who decides on it: the team's manager, or a manager who covers; for a quality check the
    practice supervisor too. Raises as `locked_for`.
    """
    plan = locked_for(plan, operation, by)
    decides = checks_for if operation == Operation.CHECK_QUALITY else decides_for
    if not decides(by, relations_with(by, plan.young_person)):
        raise not_allowed()
    return plan


def review_in(plan: Plan, states: tuple[str, ...], message: Message, expected_version: int | None = None) -> Review:
    """The latest review, which stands in one of the states. Raises WRONG_STATE, STALE_VERSION."""
    if plan.review is None or plan.review.state not in states:
        raise wrong_state(message)
    check_version(plan, plan.review, expected_version)
    return plan.review


def open_review(plan: Plan, expected_version: int | None = None) -> Review:
    """The review that is worked on now. Raises WRONG_STATE, STALE_VERSION."""
    return review_in(plan, (State.DRAFT, State.RETURNED), _("This plan has no open review."), expected_version)


def waiting_review(plan: Plan, expected_version: int | None = None) -> Review:
    """The review that waits for the manager. Raises WRONG_STATE, STALE_VERSION."""
    return review_in(plan, (State.SUBMITTED,), who_decided(plan.review), expected_version)


def who_decided(review: Review | None) -> Message:
    """Why a plan waits no more, for somebody who might have decided on it: who was quicker, and when."""
    if review and review.state == State.CURRENT and review.authorised_at and review.authorised_by:
        words, by, at = _("%(name)s signed this plan off on %(day)s."), review.authorised_by, review.authorised_at
    elif review and review.state == State.RETURNED and (back := review.return_reasons.order_by("-at").first()):
        words, by, at = _("%(name)s sent this plan back on %(day)s."), back.by, back.at
    else:
        return _("This plan is not waiting for sign-off.")
    return words % {"name": by.name, "day": f"{with_year(localdate(at))}, {time_of_day(at)}"}


def step(plan: Plan, review: Review, action: str, to: str, *, by: Person, reason: str = "", **fields: Any) -> None:
    """Moves the locked review to a state with these fields, one version on; the record is written with it."""
    before, review.state = review.state, to
    for name, value in fields.items():
        setattr(review, name, value)
    review.version += 1
    review.save(update_fields=["state", "version", *fields])
    changed = {} if before == to else {"state": [before, to]}
    record(action, review, by=by, young_person_id=plan.young_person_id, changes=changed, reason=reason)


def worker_of(plan: Plan) -> list[Person]:
    """The personal adviser of now, if there is one."""
    allocation = current_allocation(plan.young_person)
    return [allocation.worker] if allocation else []
