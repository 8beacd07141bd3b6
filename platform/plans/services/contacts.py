"""Keeping in touch: contacts and visits, and attempts to do the plan together."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.audit.services import record
from leavingwell.platform.people.models import Person, YoungPerson
from leavingwell.platform.plans.models import Attempt, Contact, Plan
from leavingwell.platform.plans.services.fields import checked_text
from leavingwell.platform.problems import Checks, invalid


def touched(young_person: YoungPerson, day: date) -> None:
    """Notes that somebody was in touch with the young person on that day."""
    if young_person.last_contact_on is None or young_person.last_contact_on < day:
        young_person.last_contact_on = day
        young_person.save(update_fields=["last_contact_on"])


def checked_day(day: date | None, field: str, young_person: YoungPerson) -> date:
    """The day on which something happened, today when nobody says. Raises INVALID for one that cannot be."""
    today = timezone.localdate()
    if day and day > today:
        raise invalid(_("This day is still to come."), field)
    if day and day < young_person.date_of_birth:
        raise invalid(_("They were not born yet on that day."), field)
    return day or today


@transaction.atomic
def record_attempt(
    plan: Plan, *, channel: Attempt.Channel, outcome: str, by: Person, on: date | None = None, reached: bool = False
) -> Attempt:
    """Raises INVALID without an outcome or for a day to come, TOO_LARGE for a long one."""
    with Checks() as made:
        day = made(checked_day, on, "on", plan.young_person)
        told = made(checked_text, outcome, "outcome", longest=2000, empty=_("Say what happened."))
    attempt = Attempt.objects.create(
        plan=plan,
        on=day,
        channel=channel,
        reached=reached,
        outcome=told,
        by=by,
    )
    if reached:
        touched(plan.young_person, attempt.on)
    record("attempt.recorded", attempt, by=by, young_person_id=plan.young_person_id)
    return attempt


def check_met(seen_alone: bool, reached: bool) -> None:
    if seen_alone and not reached:
        raise invalid(_("You can only have seen them alone if you met."), "seenAlone")


@transaction.atomic
def record_contact(
    young_person: YoungPerson,
    *,
    channel: Contact.Channel,
    summary: str,
    by: Person,
    on: date | None = None,
    reached: bool = True,
    seen_alone: bool = False,
) -> Contact:
    """Notes a contact, or one that did not come about. The young person can read it.

    Raises INVALID without a summary, for a day to come or for who was seen alone and not reached; TOO_LARGE.
    """
    with Checks() as made:
        made(check_met, seen_alone, reached)
        day = made(checked_day, on, "on", young_person)
        empty = _("Say what you talked about, or what happened.")
        told = made(checked_text, summary, "summary", longest=4000, empty=empty)
    contact = Contact.objects.create(
        young_person=young_person,
        on=day,
        channel=channel,
        reached=reached,
        seen_alone=seen_alone,
        summary=told,
        by=by,
    )
    if reached:
        touched(young_person, contact.on)
    changes: dict[str, list[Any]] = {"channel": [None, channel], "on": [None, contact.on.isoformat()]}
    record("contact.recorded", contact, by=by, young_person_id=young_person.pk, changes=changes)
    return contact
