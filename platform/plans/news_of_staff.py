"""Who is told when somebody covers for a team, comes into one, or changes an address or how staff sign in.

Receives the signals of `access` and `people`, within the transaction of the change.
"""

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet
from django.dispatch import receiver

from leavingwell.platform.access.signals import address_given
from leavingwell.platform.audit.models import AuditEntry
from leavingwell.platform.people.models import DutyCover, Person, Team, TeamAllocation, YoungPerson
from leavingwell.platform.people.roles import Role
from leavingwell.platform.people.staff import here_now, staff
from leavingwell.platform.plans.models import Notice
from leavingwell.platform.plans.notices import ADDRESS_GIVEN
from leavingwell.platform.plans.services.noticing import News, notify, tell
from leavingwell.platform.plans.services.warning import warn


def other_administrators(by: Person | None) -> QuerySet[Person]:
    others = staff().filter(here_now(), role=Role.COUNCIL_ADMIN).select_related("user")
    return others.exclude(pk=by.pk) if by else others


def on_duty_started(sender: Any, cover: DutyCover, by: Person | None, **kwargs: Any) -> None:
    """The team's manager, or the administrators where it has none: not whoever gave the cover. None: nobody is told."""
    manager = cover.team.manager
    if by is None or by == manager:
        return
    told = [manager] if manager else other_administrators(by)
    notify(told, Notice.Kind.DUTY_STARTED, young_person=None, key=str(cover.pk))


@receiver(address_given)
def on_address_given(sender: Any, young_person: YoungPerson, entry: AuditEntry, **kwargs: Any) -> None:
    """The young person, in the portal alone: the new address may be anybody's, the old one has a letter of its own."""
    warn(young_person, Notice.Kind.CODE_MADE, key=f"{ADDRESS_GIVEN}{entry.pk}")


def on_team_changed(sender: Any, times: Sequence[TeamAllocation], team: Team, by: Person | None, **kwargs: Any) -> None:
    """The new team's manager: a notice for each young person, and one e-mail for all of them."""
    manager = team.manager
    if manager and by and by.pk != manager.pk:
        tell(manager, [News(Notice.Kind.NEW_IN_TEAM, time.young_person, str(time.pk)) for time in times])


def on_sign_in_changed(sender: Any, entry: AuditEntry, by: Person | None, **kwargs: Any) -> None:
    """Every other administrator: who signs staff in could sign in as any of them."""
    notify(other_administrators(by), Notice.Kind.SIGN_IN_CHANGED, young_person=None, key=str(entry.pk))
