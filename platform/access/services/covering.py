"""Duty cover: somebody may act for a whole team until a given time, and not a minute longer."""

from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.access import grants
from leavingwell.platform.access.relations import Relation
from leavingwell.platform.access.services import rights
from leavingwell.platform.access.services.locking import lock_people, lock_team
from leavingwell.platform.access.signals import duty_started
from leavingwell.platform.audit.models import AuditEntry
from leavingwell.platform.audit.services import entry, record_all
from leavingwell.platform.people.models import DutyCover, Person, Team
from leavingwell.platform.people.staff import COVERING_ROLES, check_role
from leavingwell.platform.problems import invalid, not_allowed, wrong_state

STARTED = "duty.started"
LONGEST = timedelta(days=366)  # a year that was mistyped must not let somebody in for ever
LONGEST_BY_OTHERS = timedelta(days=14)  # a holiday; for longer the team's own manager says so
COUNTED = timedelta(days=60)  # short ones, one after the other, are a long one


def check_until(until: datetime) -> None:
    now = timezone.now()
    if until <= now:
        raise invalid(_("Cover must end in the future."), "until")
    if until > now + LONGEST:
        raise invalid(_("Cover can last a year at the most."), "until")


def given_by_others(person: Person, team: Team) -> timedelta:
    """How long they covered lately because somebody else than the team's manager said so. The audit knows who did."""
    since = timezone.now() - COUNTED
    times = {cover.pk: cover for cover in team.duty_covers.filter(person=person, ends_at__gt=since)}
    begun = AuditEntry.objects.filter(action=STARTED, subject_id__in=[str(pk) for pk in times], young_person_id=None)
    others = begun.exclude(actor_id=None).exclude(actor_id=team.manager_id)
    covers = [cover for pk, cover in times.items() if str(pk) in set(others.values_list("subject_id", flat=True))]
    return sum((cover.ends_at - max(cover.starts_at, since) for cover in covers), timedelta())


def check_giver(person: Person, team: Team, until: datetime, by: Person | None) -> None:
    """Raises NOT_ALLOWED for a long cover that somebody else than the team's manager gives. None: the system itself."""
    if by is None or by.pk == team.manager_id:
        return
    if until - timezone.now() + given_by_others(person, team) <= LONGEST_BY_OTHERS:
        return
    words = _("For over %(days)d days, the manager of %(team)s gives the cover. Choose an earlier day, or ask them.")
    raise not_allowed(words % {"days": LONGEST_BY_OTHERS.days, "team": team.name}, "until")


def check_open(team: Team, field: str = "teamId") -> None:
    if team.closed_on:
        raise wrong_state(_("%s is closed.") % team.name, field)


@transaction.atomic
def start_duty_cover(person: Person, team: Team, *, until: datetime, by: Person | None) -> DutyCover:
    """Lets somebody act for the whole team from now until the given time.

    Raises INVALID for a time that has passed or is too far, for somebody whose role covers nobody, or for the team's
    manager; NOT_ALLOWED for a long cover that is not from the manager; WRONG_STATE for a closed team, or while they
    cover already.
    """
    check_until(until)
    lock_people(person)
    check_role(person, COVERING_ROLES, _("Choose a duty worker, a personal adviser or a manager."), "personId")
    team = lock_team(team)
    check_open(team)
    if person.pk == team.manager_id:
        raise invalid(_("%s manages this team, and can do this without a cover.") % person.name, "personId")
    if rights.covers_now(team).filter(person=person).exists():
        raise wrong_state(_("%s covers for this team already. End that first.") % person.name, "personId")
    check_giver(person, team, until, by)
    cover = DutyCover.objects.create(person=person, team=team, starts_at=timezone.now(), ends_at=until)
    grants.grant_many(Relation.DUTY, person, team.young_people.all(), until=until)
    note(STARTED, cover, by, {"person": [None, person.name], "until": [None, until.isoformat()]})
    duty_started.send(sender=DutyCover, cover=cover, by=by)
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
    note("duty.ended", cover, by, {"until": [before.isoformat(), now.isoformat()]})
    return cover


def note(action: str, cover: DutyCover, by: Person | None, changes: dict[str, list[Any]]) -> None:
    """For the team, and for each of its young people: they read in their own log who may act for their worker."""
    whose = [None, *cover.team.young_people.values_list("pk", flat=True)]
    record_all(entry(action, cover, by=by, young_person_id=pk, changes=changes) for pk in whose)
