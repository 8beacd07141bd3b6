"""A review that waits for a decision: whatever changes the plan meanwhile makes it another version.

All that is written on a plan is recorded in the audit, so that is the one place where it is noticed. Who decides names
the version that they read, and is told in words what has changed since.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import F, Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from leavingwell.platform.audit.models import AuditEntry
from leavingwell.platform.plans.access_log import deed
from leavingwell.platform.plans.models import (
    Action,
    Attempt,
    Comment,
    Goal,
    Home,
    HomeViews,
    Plan,
    PlanMatter,
    Review,
    Suitability,
)
from leavingwell.platform.problems import Problem, ProblemCode, Problems, invalid, stale
from leavingwell.questionnaires.models import Response

WAITING = (Review.State.QUALITY_CHECK, Review.State.SUBMITTED)
ON_THE_PLAN = [
    model._meta.label_lower
    for model in (Action, Attempt, Comment, Goal, Home, HomeViews, PlanMatter, Response, Suitability)
]
STEPS = Review._meta.label_lower  # a step counts its own version
OWNERS_CHANGE = "worker.allocated"
MOST_TOLD = 5
SAY_WHICH = gettext_lazy("Open the plan again before you decide: it is not clear which version of it you read.")


def on_recorded(sender: Any, instance: AuditEntry, created: bool, **kwargs: Any) -> None:
    """Receives the saving of an audit entry, within the transaction of the change."""
    if created and instance.young_person_id and instance.subject_type in ON_THE_PLAN:
        next_version([instance.young_person_id])


def next_version(young_people: Iterable[UUID]) -> None:
    """Of their reviews that wait; one that is decided in this moment is waited for, and then stays as it is."""
    latest = Plan.objects.filter(young_person__in=list(young_people)).values("review")
    Review.objects.filter(pk__in=latest, state__in=WAITING).update(version=F("version") + 1)


def check_read(plan: Plan, review: Review, expected_version: int | None) -> None:
    """That who decides has read the plan as it stands. Raises INVALID without a version, STALE_VERSION."""
    if expected_version is None:
        raise invalid(SAY_WHICH, "expectedVersion")
    check_version(plan, review, expected_version)


def check_version(plan: Plan, review: Review, expected_version: int | None) -> None:
    """Raises STALE_VERSION for another version than the review's; None expects nothing."""
    if expected_version in (None, review.version):
        return
    if review.state not in WAITING or review.submitted_at is None:
        raise stale()
    changes = told(plan.young_person_id, review.submitted_at, review.version - (expected_version or 0))
    if not changes:
        raise stale()
    sentence = _("The plan has changed since you opened it: %s. Look at it again.") % "; ".join(changes)
    raise Problems([Problem(ProblemCode.STALE_VERSION, sentence, "expectedVersion")])


def told(young_person_id: UUID, since: datetime, versions: int) -> list[str]:
    """Who did what in the latest so many versions, in words, oldest first and each once."""
    rows = changes_of(young_person_id, since)[: min(max(versions, 0), 100)]
    words = [f"{row.actor_name}: {deed(row, own=False)}" for row in reversed(list(rows))]
    return list(dict.fromkeys(words))[-MOST_TOLD:]


def changes_of(young_person_id: UUID, since: datetime) -> QuerySet[AuditEntry]:
    """What made a new version of a review since it was handed in, newest first."""
    kinds = Q(subject_type__in=[*ON_THE_PLAN, STEPS]) | Q(action=OWNERS_CHANGE)
    rows: QuerySet[AuditEntry] = AuditEntry.objects.filter(kinds, young_person_id=young_person_id, at__gte=since)
    return rows.exclude(action__startswith="seen.").order_by("-at", "-pk")
