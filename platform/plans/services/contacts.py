"""Keeping in touch: attempts to do the plan together, and crises."""

from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.audit.services import record
from leavingwell.platform.people.models import Person, YoungPerson
from leavingwell.platform.plans.models import Attempt, Crisis, Plan
from leavingwell.platform.plans.services.fields import checked_text
from leavingwell.platform.problems import invalid


def touched(young_person: YoungPerson, day: date) -> None:
    """Notes that somebody was in touch with the young person on that day."""
    if young_person.last_contact_on is None or young_person.last_contact_on < day:
        young_person.last_contact_on = day
        young_person.save(update_fields=["last_contact_on"])


def checked_day(day: date | None, field: str) -> date:
    today = timezone.localdate()
    if day and day > today:
        raise invalid(_("This day is still to come."), field)
    return day or today


@transaction.atomic
def record_attempt(
    plan: Plan, *, channel: Attempt.Channel, outcome: str, by: Person, on: date | None = None, reached: bool = False
) -> Attempt:
    """Raises INVALID without an outcome or for a day to come, TOO_LARGE for a long one."""
    attempt = Attempt.objects.create(
        plan=plan,
        on=checked_day(on, "on"),
        channel=channel,
        reached=reached,
        outcome=checked_text(outcome, "outcome", longest=2000, empty=_("Say what happened.")),
        by=by,
    )
    if reached:
        touched(plan.young_person, attempt.on)
    record("attempt.recorded", attempt, by=by, young_person_id=plan.young_person_id)
    return attempt


@transaction.atomic
def record_crisis(
    young_person: YoungPerson,
    *,
    cause: Crisis.Cause,
    by: Person,
    response: str = "",
    started_on: date | None = None,
    worked: Crisis.Worked = Crisis.Worked.TOO_EARLY,
) -> Crisis:
    """Records it and sets the young person's state to "in crisis". Raises INVALID or TOO_LARGE."""
    crisis = Crisis.objects.create(
        young_person=young_person,
        cause=cause,
        response=checked_text(response, "response", longest=2000),
        started_on=checked_day(started_on, "startedOn"),
        worked=worked,
        recorded_by=by,
    )
    before, young_person.state = young_person.state, YoungPerson.State.IN_CRISIS
    young_person.save(update_fields=["state"])
    changed = {"state": [before, young_person.state]}
    record("crisis.recorded", crisis, by=by, young_person_id=young_person.pk, changes=changed)
    return crisis
