"""The plans that wait: for a practice supervisor's look, and for a manager's signature."""

from django.db.models import Exists, OuterRef, Q, QuerySet

from leavingwell.platform.access.operations import Operation
from leavingwell.platform.access.permissions import Viewer, visible
from leavingwell.platform.access.relations import Relation
from leavingwell.platform.people.models import Allocation
from leavingwell.platform.people.roles import Role
from leavingwell.platform.plans.authorship import wrote
from leavingwell.platform.plans.models import Plan, Review


def sign_off_queue(viewer: Viewer) -> QuerySet[Plan]:
    """Those that the viewer may authorise or send back, longest waiting first; a manager's of the teams they cover."""
    waiting = Plan.objects.filter(review__state=Review.State.SUBMITTED).select_related("review")
    covers = viewer is not None and viewer.role == Role.TEAM_MANAGER
    relations = [Relation.MANAGER, Relation.DUTY] if covers else [Relation.MANAGER]
    seen = visible(waiting, viewer, Operation.AUTHORISE_PLAN, "young_person", relations=relations)
    return seen.order_by("review__submitted_at", "pk")


def waits_for(viewer: Viewer) -> Exists:
    """For young people: whether their plan waits for the viewer's signature: none that `refusal` keeps them from."""
    theirs = Q(review__submitted_by=viewer) | Q(review__worker_part_by=viewer) | Q(wrote(viewer))
    theirs |= Q(young_person__in=Allocation.objects.filter(worker=viewer, ends_on=None).values("young_person"))
    return Exists(sign_off_queue(viewer).filter(young_person=OuterRef("pk")).exclude(theirs))


def quality_check_queue(viewer: Viewer) -> QuerySet[Plan]:
    """Those whose quality the viewer checks, longest waiting first."""
    waiting = Plan.objects.filter(review__state=Review.State.QUALITY_CHECK).select_related("review")
    seen = visible(waiting, viewer, Operation.CHECK_QUALITY, "young_person", relations=[Relation.SUPERVISOR])
    return seen.order_by("review__submitted_at", "pk")
