"""Check-ins that ask for a call which nobody has noted yet."""

from datetime import timedelta
from typing import Any

from django.db.models import Case, IntegerField, Q, QuerySet, Value, When
from django.utils import timezone

from leavingwell.platform.access.grants import related_to
from leavingwell.platform.access.operations import Operation
from leavingwell.platform.access.permissions import Viewer, visible
from leavingwell.platform.access.relations import Relation
from leavingwell.platform.people.models import Allocation
from leavingwell.questionnaires.models import CheckIn

LONGEST_WAIT = timedelta(weeks=4)  # after that a call is no answer to the wish any more


def waiting(rows: QuerySet[CheckIn]) -> QuerySet[CheckIn]:
    """Shared with staff, a call wanted, nobody has called. Those for today first, then the oldest."""
    soonest = Case(When(call=CheckIn.Call.TODAY, then=Value(0)), default=Value(1), output_field=IntegerField())
    recent = rows.filter(sent_at__gte=timezone.now() - LONGEST_WAIT)
    asked = recent.exclude(call=CheckIn.Call.NO).exclude(shared_with=CheckIn.SharedWith.ONLY_ME)
    return asked.filter(returned_call=None).order_by(soonest, "sent_at", "pk")


def wanted_calls(viewer: Viewer) -> QuerySet[Any]:
    """Those that the viewer should make: their worker, duty while covering, the manager where there is no worker."""
    rows = visible(waiting(CheckIn.objects.all()), viewer, Operation.RECORD_CALL, "young_person")
    if viewer is None or viewer.user is None:
        return rows
    mine = Q(young_person__in=related_to(viewer.user, [Relation.WORKER, Relation.DUTY]))
    without_worker = ~Q(young_person__in=Allocation.objects.filter(ends_on=None).values("young_person"))
    return rows.filter(mine | without_worker)
