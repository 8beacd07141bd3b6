"""The plans that wait for a manager's signature."""

from django.db.models import QuerySet

from leavingwell.platform.access.operations import Operation
from leavingwell.platform.access.permissions import Viewer, visible
from leavingwell.platform.plans.models import Plan, Review


def sign_off_queue(viewer: Viewer) -> QuerySet[Plan]:
    """Those that the viewer may authorise or send back, longest waiting first."""
    waiting = Plan.objects.filter(review__state=Review.State.SUBMITTED).select_related("review")
    return visible(waiting, viewer, Operation.AUTHORISE_PLAN, "young_person").order_by("review__submitted_at", "pk")
