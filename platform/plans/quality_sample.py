"""A few agreed plans of a month, drawn by lot, for whoever looks at the quality of a team's plans.

The lot is drawn from a seed that is told, so that the same draw can be shown to somebody else later.
"""

from dataclasses import dataclass
from datetime import date
from random import Random
from typing import Any

from django.db.models import Exists, OuterRef
from django.utils import timezone

from leavingwell.platform.access.operations import Operation
from leavingwell.platform.access.permissions import Viewer, visible
from leavingwell.platform.access.relations import Relation
from leavingwell.platform.people.dates import months_after
from leavingwell.platform.plans.models import CopyGiven, Review
from leavingwell.platform.plans.quality import Point, quality_of

HOW_MANY = 5
LOOKING = (Relation.SUPERVISOR, Relation.MANAGER)


@dataclass(frozen=True)
class Sampled:
    """One agreed version of a plan, as it was agreed."""

    review: Any
    points: dict[Point, bool]


@dataclass(frozen=True)
class Sample:
    """`month` is its first day; `agreed` how many there were to draw from."""

    month: date
    seed: int
    agreed: int
    plans: list[Sampled]


def month_before(day: date) -> date:
    return months_after(day.replace(day=1), -1)


def quality_sample(viewer: Viewer, month: date | None = None, seed: int = 1) -> Sample:
    """Of the plans whose quality the viewer checks or which they sign off. Last month, unless another is asked for."""
    first = (month or month_before(timezone.localdate())).replace(day=1)
    agreed = Review.objects.filter(authorised_at__date__gte=first, authorised_at__date__lt=months_after(first, 1))
    ours = visible(agreed, viewer, Operation.VIEW_PLAN, "plan__young_person", relations=LOOKING)
    keys = sorted(ours.order_by().values_list("pk", flat=True))
    drawn = Random(f"{first.isoformat()} {seed}").sample(keys, min(HOW_MANY, len(keys)))
    copies = CopyGiven.objects.filter(review=OuterRef("pk"))
    rows = Review.objects.filter(pk__in=drawn).select_related("plan__young_person__person", "submitted_by")
    found = [
        Sampled(row, quality_of(row.plan, row.snapshot, has_copy=row.has_copy))
        for row in rows.annotate(has_copy=Exists(copies)).order_by("authorised_at", "pk")
    ]
    return Sample(first, seed, len(keys), found)
