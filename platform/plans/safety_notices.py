"""Who sees which safety notices: whoever was told, the case team, the young person. Supporters never."""

from typing import Any

from django.db.models import Q, QuerySet

from leavingwell.platform.access.grants import related_to
from leavingwell.platform.access.operations import Operation
from leavingwell.platform.access.permissions import Viewer, visible
from leavingwell.platform.access.relations import Relation
from leavingwell.platform.plans.models import SafetyNotice


def visible_safety_notices(rows: QuerySet[Any], viewer: Viewer) -> QuerySet[Any]:
    """Of the young people whose case team the viewer is in, and of themselves."""
    return visible(rows, viewer, Operation.VIEW_SAFETY_NOTICES, "young_person")


def told_to(viewer: Viewer) -> QuerySet[SafetyNotice]:
    """Those that are the viewer's to see, oldest first: told to them, or to the worker whose place they have taken.

    Whoever no longer stands by the young person sees none of them.
    """
    rows = visible(SafetyNotice.objects.all(), viewer, Operation.SEE_SAFETY_NOTICE, "young_person")
    if viewer is None or viewer.user is None:
        return rows
    workers = Q(young_person__in=related_to(viewer.user, [Relation.WORKER]), told_as=SafetyNotice.ToldAs.WORKER)
    return rows.filter(Q(recipient=viewer) | workers).order_by("sent_at", "pk")


def unseen(viewer: Viewer) -> QuerySet[SafetyNotice]:
    return told_to(viewer).filter(seen_at=None)
