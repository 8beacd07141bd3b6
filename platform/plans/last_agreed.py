"""When a plan was last signed by a manager."""

from datetime import datetime

from django.db.models import OuterRef, QuerySet, Subquery

from leavingwell.platform.plans.models import Plan, Review

AGREED = "last_agreed"  # annotation of a plan


def signings() -> "QuerySet[Review]":
    """Newest review first, as the plan's history shows them."""
    return Review.objects.filter(authorised_at__isnull=False).order_by("-number")


def last_agreed() -> Subquery:
    """For plans in their own query."""
    return Subquery(signings().filter(plan=OuterRef("pk")).values("authorised_at")[:1])


def last_agreed_on(plan: Plan) -> datetime | None:
    """From the annotation where it is there, else by one query."""
    if hasattr(plan, AGREED):
        noted: datetime | None = getattr(plan, AGREED)
        return noted
    return signings().filter(plan=plan).values_list("authorised_at", flat=True).first()
