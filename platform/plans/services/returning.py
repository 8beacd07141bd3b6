"""Sending a plan back: by section, with what would make it right; and putting it right."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.access.operations import Operation
from leavingwell.platform.audit.services import record
from leavingwell.platform.people.models import Person
from leavingwell.platform.plans.models import Notice, Plan, ReturnReason, Review
from leavingwell.platform.plans.quality_check import may_check
from leavingwell.platform.plans.sections import is_section
from leavingwell.platform.plans.services.fields import checked_text
from leavingwell.platform.plans.services.review_steps import (
    locked_for,
    locked_to_decide,
    review_in,
    step,
    waiting_review,
    worker_of,
)
from leavingwell.platform.plans.services.signing_off import tell
from leavingwell.platform.plans.waiting import check_read, check_version
from leavingwell.platform.problems import invalid, not_allowed, not_found, wrong_state

LONGEST_REASON, MOST_SECTIONS = 2000, 40
SAY_WHY = _("Say what would make it right.")


@dataclass(frozen=True)
class Missing:
    """What a section of the plan still needs; an empty section is the whole plan."""

    section: str
    reason: str


def checked_reason(text: str, field: str) -> str:
    text = text.strip()
    if not text:
        raise invalid(SAY_WHY, field)
    if len(text) > LONGEST_REASON:
        raise invalid(_("Please keep this to %d characters.") % LONGEST_REASON, field)
    return text


def checked(reason: str, sections: Sequence[Missing]) -> list[Missing]:
    """Every reason, that for the whole plan first. Raises INVALID for none at all, NOT_FOUND for an unknown section."""
    if len(sections) > MOST_SECTIONS:
        raise invalid(_("Please keep this to %d sections.") % MOST_SECTIONS, "sections")
    found = [] if sections and not reason.strip() else [Missing("", checked_reason(reason, "reason"))]
    for place, one in enumerate(sections):
        if not is_section(one.section):
            raise not_found(f"sections.{place}.section")
        found.append(Missing(one.section, checked_reason(one.reason, f"sections.{place}.reason")))
    return found


def send_back(
    plan: Plan, review: Review, action: str, missing: Sequence[Missing], *, by: Person, **fields: object
) -> None:
    now, words = timezone.now(), "\n\n".join(one.reason for one in missing)
    ReturnReason.objects.bulk_create(
        ReturnReason(review=review, section=one.section, reason=one.reason, by=by, at=now) for one in missing
    )
    fields |= {"returned_at": now, "return_reason": words}
    step(plan, review, action, Review.State.RETURNED, by=by, reason=words, **fields)
    tell(plan, worker_of(plan) or [review.submitted_by], Notice.Kind.PLAN_SENT_BACK)


@transaction.atomic
def return_plan(
    plan: Plan, *, by: Person, reason: str = "", sections: Sequence[Missing] = (), expected_version: int | None = None
) -> Plan:
    """Sends it back to the worker. Raises INVALID without a reason, NOT_FOUND for an unknown section, WRONG_STATE when
    it does not wait for sign-off, STALE_VERSION, NOT_ALLOWED.
    """
    plan = locked_to_decide(plan, Operation.RETURN_PLAN, by)
    review = waiting_review(plan, expected_version)
    send_back(plan, review, "plan.returned", checked(reason, sections), by=by)
    return plan


@transaction.atomic
def check_quality(
    plan: Plan,
    *,
    by: Person,
    pass_on: bool,
    words: str = "",
    sections: Sequence[Missing] = (),
    expected_version: int | None = None,
) -> Plan:
    """The practice supervisor passes it on to the manager, or sends it back with reasons.

    Raises NOT_ALLOWED for who handed it in or wrote it and for the manager where there is a supervisor, WRONG_STATE
    when it does not wait for a check, INVALID, also when it is passed on without the version that was read, NOT_FOUND,
    TOO_LARGE, STALE_VERSION.
    """
    plan = locked_to_decide(plan, Operation.CHECK_QUALITY, by)
    review = review_in(plan, (Review.State.QUALITY_CHECK,), _("This plan is not waiting for a quality check."))
    if not may_check(plan, by):
        raise not_allowed(_("Somebody else checks the quality of this plan."))
    (check_read if pass_on else check_version)(plan, review, expected_version)
    looked: dict[str, Any] = {"quality_checked_at": timezone.now(), "quality_checked_by": by}
    if not pass_on:
        send_back(plan, review, "plan.quality_returned", checked(words, sections), by=by, **looked)
        return plan
    looked["quality_words"] = checked_text(words, "words", longest=LONGEST_REASON)
    step(plan, review, "plan.quality_checked", Review.State.SUBMITTED, by=by, reason=looked["quality_words"], **looked)
    tell(plan, [plan.young_person.team.manager], Notice.Kind.PLAN_TO_SIGN)
    return plan


@transaction.atomic
def answer_return(reason: ReturnReason, *, by: Person) -> ReturnReason:
    """Marks what was asked for as put right. Raises WRONG_STATE when it is so marked, or once the plan is handed in."""
    plan = locked_for(reason.review.plan, Operation.ANSWER_RETURN, by)
    reason = ReturnReason.objects.select_for_update(of=("self",)).select_related("review").get(pk=reason.pk)
    if reason.answered_at:
        raise wrong_state(_("This is marked as put right already."))
    if reason.review_id != plan.review_id or plan.status != Review.State.RETURNED:
        raise wrong_state(_("This plan is not with you to put right."))
    reason.answered_at, reason.answered_by = timezone.now(), by
    reason.save(update_fields=["answered_at", "answered_by"])
    record("return.answered", reason, by=by, young_person_id=plan.young_person_id)
    return reason
