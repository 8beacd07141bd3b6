"""Duty cover: somebody may act for a whole team until a given time, and not a minute longer."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.access import grants
from leavingwell.platform.access.relations import Relation
from leavingwell.platform.access.services import rights
from leavingwell.platform.access.services.locking import lock_people, lock_team
from leavingwell.platform.audit.services import record
from leavingwell.platform.people.models import DutyCover, Person, Team
from leavingwell.platform.people.staff import COVERING_ROLES, check_role
from leavingwell.platform.problems import invalid, wrong_state

LONGEST = timedelta(days=366)  # a year that was mistyped must not let somebody in for ever


def check_until(until: datetime) -> None:
    now = timezone.now()
    if until <= now:
        raise invalid(_("Cover must end in the future."), "until")
    if until > now + LONGEST:
        raise invalid(_("Cover can last a year at the most."), "until")


def check_open(team: Team, field: str = "teamId") -> None:
    if team.closed_on:
        raise wrong_state(_("%s is closed.") % team.name, field)


@transaction.atomic
def start_duty_cover(person: Person, team: Team, *, until: datetime, by: Person | None) -> DutyCover:
    """Lets somebody act for the whole team from now until the given time.

    Raises INVALID for a time that has passed or is too far, or for somebody whose role covers nobody; WRONG_STATE for
    a closed team, or while they cover already.
    """
    check_until(until)
    lock_people(person)
    check_role(person, COVERING_ROLES, _("Choose a duty worker, a personal adviser or a manager."), "personId")
    team = lock_team(team)
    check_open(team)
    if rights.covers_now(team).filter(person=person).exists():
        raise wrong_state(_("%s covers for this team already. End that first.") % person.name, "personId")
    cover = DutyCover.objects.create(person=person, team=team, starts_at=timezone.now(), ends_at=until)
    grants.grant_many(Relation.DUTY, person, team.young_people.all(), until=until)
    record("duty.started", cover, by=by, changes={"until": [None, until.isoformat()]})
    return cover


@transaction.atomic
def end_duty_cover(cover: DutyCover, *, by: Person | None) -> DutyCover:
    """Ends it now, with every right. Raises WRONG_STATE for one that is over."""
    cover = DutyCover.objects.select_for_update(of=("self",)).select_related("person__user", "team").get(pk=cover.pk)
    now = timezone.now()
    if cover.ends_at <= now:
        raise wrong_state(_("This cover is over already."))
    before, cover.ends_at = cover.ends_at, now
    cover.save(update_fields=["ends_at"])
    rights.take(Relation.DUTY, [cover.person], cover.team.young_people.all())
    record("duty.ended", cover, by=by, changes={"until": [before.isoformat(), now.isoformat()]})
    return cover
