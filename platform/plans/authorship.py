"""Whose plan it is to sign: never that of somebody who wrote it."""

from django.utils.translation import gettext_lazy as _

from leavingwell.platform.people.models import Person
from leavingwell.platform.plans.models import Plan
from leavingwell.platform.problems import Message

HANDED_IN = _("Somebody else must sign off a plan that you submitted.")
WROTE = _("Somebody else must sign off a plan that you wrote.")
ARE_THE_WORKER = _("Somebody else must sign off the plan of a young person whose worker you are.")


def not_to_be_signed_by(plan: Plan, person: Person) -> Message | None:
    """Why this person may not authorise the latest review; None when they may, as far as writing it goes."""
    review = plan.review
    if review is None:
        return None
    if review.submitted_by_id == person.pk:
        return HANDED_IN
    if review.worker_part_by_id == person.pk:
        return WROTE
    is_worker = plan.young_person.allocations.filter(ends_on=None, worker=person).exists()
    return ARE_THE_WORKER if is_worker else None
