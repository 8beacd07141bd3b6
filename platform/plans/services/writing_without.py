"""Writing a plan without the young person, after real tries to do it together."""

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.access.operations import Operation
from leavingwell.platform.people.models import Person
from leavingwell.platform.plans.models import Plan
from leavingwell.platform.plans.services.fields import checked_text
from leavingwell.platform.plans.services.review_steps import locked_for, open_review, step
from leavingwell.platform.plans.writing_without import missing, tries_of
from leavingwell.platform.problems import Problems, wrong_state

LONGEST_REASON = 2000


@transaction.atomic
def write_without(plan: Plan, *, reason: str, by: Person, expected_version: int | None = None) -> Plan:
    """Says so on the plan, until the young person takes part.

    Raises WRONG_STATE with one problem for each thing that is still to be tried since they last took part (`attempts`,
    `channels`, `on`), or when the young person has done their part; INVALID without a reason, TOO_LARGE, STALE_VERSION,
    NOT_ALLOWED.
    """
    plan = locked_for(plan, Operation.WRITE_WITHOUT, by)
    review = open_review(plan, expected_version)
    if review.written_without:
        raise wrong_state(_("This plan says already that it is written without them."))
    if review.young_person_part_at:
        raise wrong_state(_("The young person has done their part, so this is not written without them."))
    if problems := missing(tries_of(plan)):
        raise Problems(problems)
    reason = checked_text(reason, "reason", longest=LONGEST_REASON, empty=_("Say why it cannot wait."))
    written = {"written_without": True, "written_without_reason": reason}
    step(plan, review, "review.written_without", review.state, by=by, reason=reason, **written)
    return plan
