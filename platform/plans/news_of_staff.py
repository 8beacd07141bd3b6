"""Who is told when somebody covers for a team, comes into one, or changes how staff sign in.

Receives the signals of `access` and `people`, within the transaction of the change.
"""

from collections.abc import Sequence
from typing import Any

from leavingwell.platform.audit.models import AuditEntry
from leavingwell.platform.people.models import DutyCover, Person, Team, TeamAllocation
from leavingwell.platform.people.roles import Role
from leavingwell.platform.people.staff import here_now, staff
from leavingwell.platform.plans.models import Notice
from leavingwell.platform.plans.services.noticing import News, notify, tell


def on_duty_started(sender: Any, cover: DutyCover, by: Person | None, **kwargs: Any) -> None:
    """The team's manager, where somebody else gave the cover. None: the system itself, of which nobody is told."""
    manager = cover.team.manager
    if manager and by and by.pk != manager.pk:
        notify([manager], Notice.Kind.DUTY_STARTED, young_person=None, key=str(cover.pk))


def on_team_changed(sender: Any, times: Sequence[TeamAllocation], team: Team, by: Person | None, **kwargs: Any) -> None:
    """The new team's manager: a notice for each young person, and one e-mail for all of them."""
    manager = team.manager
    if manager and by and by.pk != manager.pk:
        tell(manager, [News(Notice.Kind.NEW_IN_TEAM, time.young_person, str(time.pk)) for time in times])


def on_sign_in_changed(sender: Any, entry: AuditEntry, by: Person | None, **kwargs: Any) -> None:
    """Every other administrator: who signs staff in could sign in as any of them."""
    others = staff().filter(here_now(), role=Role.COUNCIL_ADMIN).select_related("user")
    told = others.exclude(pk=by.pk) if by else others
    notify(told, Notice.Kind.SIGN_IN_CHANGED, young_person=None, key=str(entry.pk))
