"""A few agreed plans of a month, drawn by lot, for whoever looks at the quality of a team's plans.

The lot is drawn from a seed that is told, so that the same draw can be shown to somebody else later. What is kept is
what somebody found who read a plan, never the draw.
"""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from random import Random
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, prefetch_related_objects
from django.utils import timezone

from leavingwell.platform.access.operations import Operation
from leavingwell.platform.access.permissions import Viewer, visible
from leavingwell.platform.people.dates import months_after
from leavingwell.platform.plans.models import CopyGiven, QualityJudgement, Review
from leavingwell.platform.plans.quality import Point, quality_of

HOW_MANY = 5
Outcome = QualityJudgement.Outcome
Judgements = dict[UUID, QualityJudgement]  # by the review's key


@dataclass(frozen=True)
class Sampled:
    """One agreed version of a plan, as it was agreed, and what was found last by whoever read it."""

    review: Any
    points: dict[Point, bool]
    judgement: Any  # or None


@dataclass(frozen=True)
class Sample:
    """`month` is its first day; `agreed` how many there were to draw from, `outcomes` how many of them came out how."""

    month: date
    seed: int
    agreed: int
    outcomes: Counter[Outcome]
    plans: list[Sampled]


def month_before(day: date) -> date:
    return months_after(day.replace(day=1), -1)


def quality_sample(viewer: Viewer, month: date | None = None, seed: int = 1) -> Sample:
    """Of the plans whose quality the viewer judges. Last month, unless another is asked for."""
    first = (month or month_before(timezone.localdate())).replace(day=1)
    agreed = Review.objects.filter(authorised_at__date__gte=first, authorised_at__date__lt=months_after(first, 1))
    ours = visible(agreed, viewer, Operation.JUDGE_QUALITY, "plan__young_person")
    keys = sorted(ours.order_by().values_list("pk", flat=True))
    drawn = Random(f"{first.isoformat()} {seed}").sample(keys, min(HOW_MANY, len(keys)))
    judged = last_judgements(keys)
    outcomes = Counter(Outcome(one.outcome) for one in judged.values())
    return Sample(first, seed, len(keys), outcomes, sampled(drawn, judged))


def sampled_one(viewer: Viewer, review: UUID) -> Sampled | None:
    """One agreed version, drawn or not; None for who does not judge it."""
    agreed = Review.objects.filter(pk=review, authorised_at__isnull=False)
    keys = list(visible(agreed, viewer, Operation.JUDGE_QUALITY, "plan__young_person").values_list("pk", flat=True))
    return next(iter(sampled(keys, last_judgements(keys))), None)


def last_judgements(reviews: Collection[UUID]) -> Judgements:
    rows = QualityJudgement.objects.filter(review__in=reviews).order_by("review_id", "-at", "-pk")
    return {row.review_id: row for row in rows.distinct("review_id").select_related("by")}


def sampled(drawn: Collection[UUID], judged: Judgements) -> list[Sampled]:
    prefetch_related_objects([judged[key] for key in drawn if key in judged], "notes")
    copies = CopyGiven.objects.filter(review=OuterRef("pk"))
    rows = Review.objects.filter(pk__in=drawn).select_related("plan__young_person__person", "submitted_by")
    return [
        Sampled(row, quality_of(row.plan, row.snapshot, has_copy=row.has_copy), judged.get(row.pk))
        for row in rows.annotate(has_copy=Exists(copies)).order_by("authorised_at", "pk")
    ]
