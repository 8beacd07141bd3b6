"""Who sees which safety notices: whoever was told, the case team, the young person. Supporters never."""

from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from leavingwell.platform.access.grants import related_to
from leavingwell.platform.access.operations import Operation
from leavingwell.platform.access.permissions import Viewer, visible
from leavingwell.platform.access.relations import Relation
from leavingwell.platform.people.models import Allocation
from leavingwell.platform.plans.models import SafetyNotice

ToldAs = SafetyNotice.ToldAs
PLACES = {
    Relation.WORKER: ToldAs.WORKER,
    Relation.DUTY: ToldAs.DUTY,
    Relation.MANAGER: ToldAs.MANAGER,
}


def visible_safety_notices(rows: QuerySet[Any], viewer: Viewer) -> QuerySet[Any]:
    """Of the young people whose case team the viewer is in, and of themselves."""
    return visible(rows, viewer, Operation.VIEW_SAFETY_NOTICES, "young_person")


def told_to(viewer: Viewer) -> QuerySet[SafetyNotice]:
    """Those that are the viewer's to see, oldest first: told to them, or to somebody whose place they have taken.

    Whoever no longer stands by the young person sees none of them.
    """
    rows = visible(SafetyNotice.objects.all(), viewer, Operation.SEE_SAFETY_NOTICE, "young_person")
    if viewer is None or viewer.user is None:
        return rows
    return rows.filter(Q(recipient=viewer) | inherited(viewer)).order_by("sent_at", "pk")


def inherited(viewer: Any) -> Q:
    """What was told to whoever stood where the viewer stands now: it must not go with a hand-over or a duty's end.

    What no worker was told, because there was none, is the next worker's and the manager's as well.
    """
    theirs = Q()
    for relation, told_as in PLACES.items():
        theirs |= Q(young_person__in=related_to(viewer.user, [relation]), told_as=told_as)
    same = SafetyNotice.objects.filter(
        answer=OuterRef("answer"), saved_in_version=OuterRef("saved_in_version"), told_as=ToldAs.WORKER
    )
    no_worker_was_told = Q(~Exists(same))
    heirs = Q(young_person__in=related_to(viewer.user, [Relation.WORKER, Relation.MANAGER]))
    return theirs | (heirs & no_worker_was_told) | left_behind(viewer)


def left_behind(viewer: Any) -> Q:
    """What was told to a worker who has gone, while nobody has their place: the manager's."""
    managed = Q(young_person__in=related_to(viewer.user, [Relation.MANAGER]), told_as=ToldAs.WORKER)
    with_worker = Allocation.objects.filter(ends_on=None).values("young_person")
    return managed & ~Q(young_person__in=with_worker)


def unseen(viewer: Viewer) -> QuerySet[SafetyNotice]:
    return told_to(viewer).filter(seen_at=None)
