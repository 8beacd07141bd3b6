"""A colleague leaves: the account ends at once, and what they held goes to those who are named, in one go."""

from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.access.operations import CouncilOperation
from leavingwell.platform.access.permissions import user_can_in_council
from leavingwell.platform.access.relations import Relation
from leavingwell.platform.access.services import rights
from leavingwell.platform.access.services.covering import end_duty_cover
from leavingwell.platform.access.services.handing_over import change_workers, locked_caseload
from leavingwell.platform.access.services.locking import lock_people
from leavingwell.platform.access.services.managing import set_manager, set_practice_supervisor
from leavingwell.platform.audit.services import record
from leavingwell.platform.people.models import DutyCover, EmergencyAccess, Person, YoungPerson
from leavingwell.platform.people.roles import Role
from leavingwell.platform.people.sessions import close_account
from leavingwell.platform.people.staff import STAFF_ROLES, here_now, staff
from leavingwell.platform.problems import invalid, not_allowed, not_found, wrong_state


@dataclass(frozen=True)
class Heirs:
    """Who takes over: the young people (None: their teams' managers find somebody), the teams, the quality checks."""

    worker: Person | None = None
    manager: Person | None = None
    supervisor: Person | None = None


def is_last_administrator(person: Person) -> bool:
    """The administrators must be locked (`lock_people`)."""
    others = staff().filter(here_now(), role=Role.COUNCIL_ADMIN).exclude(pk=person.pk)
    return person.role == Role.COUNCIL_ADMIN and not others.exists()


def check_staff(person: Person) -> None:
    """Raises NOT_FOUND for somebody who is no staff of this council, WRONG_STATE for one who has left."""
    if person.role not in STAFF_ROLES or person.council_id is None:
        raise not_found("personId")
    if person.left_on:
        raise wrong_state(_("%s does not work here any more.") % person.name, "personId")


def check_still_here(by: Person | None) -> None:
    """Two who remove each other, or take the other's role, at once: the second has no right once the first is done.

    `by` must be locked (`lock_people`).
    """
    if by and by.left_on and by.left_on <= timezone.localdate():
        raise not_allowed(_("You do not work here any more."), "personId")
    if by and not user_can_in_council(by, CouncilOperation.MANAGE_STAFF):
        raise not_allowed(_("You do not manage staff any more."), "personId")


@transaction.atomic
def leave(person: Person, heirs: Heirs | None = None, *, by: Person | None) -> Person:
    """Ends the account, its sessions and every right of a colleague. No young person is left with nobody who sees them.

    Raises WRONG_STATE for somebody who has left, the last administrator, or where young people would have neither a
    worker nor a manager; INVALID for a team without a new manager and for an heir who cannot be one; NOT_ALLOWED for
    whoever was removed in the same moment.
    """
    heirs = heirs or Heirs()
    lock_people(person, heirs.worker, heirs.manager, heirs.supervisor, by, administrators=True)
    check_still_here(by)
    check_staff(person)
    if is_last_administrator(person):
        raise wrong_state(_("The council needs an administrator. Give somebody else this role first."), "personId")
    person.left_on = timezone.localdate()
    person.save(update_fields=["left_on"])
    if person.user:
        close_account(person.user)
    hand_over_teams(person, heirs, by)
    hand_over_young_people(person, heirs.worker, by)
    end_what_is_left(person, by)
    record("staff.left", person, by=by, changes={"left_on": [None, person.left_on.isoformat()]})
    return person


def hand_over_teams(person: Person, heirs: Heirs, by: Person | None) -> None:
    for team in person.teams_managed.filter(closed_on=None):
        if heirs.manager is None and team.young_people.exists():
            raise invalid(_("Say who manages %s from now on.") % team.name, "managerId")
        set_manager(team, heirs.manager, by=by)
    for team in person.teams_supervised.filter(closed_on=None):
        set_practice_supervisor(team, heirs.supervisor, by=by)


def hand_over_young_people(person: Person, worker: Person | None, by: Person | None) -> None:
    if young_people := locked_caseload(person):
        change_workers(young_people, worker, by=by)


def end_what_is_left(person: Person, by: Person | None) -> None:
    for cover in DutyCover.objects.filter(person=person, ends_at__gt=timezone.now()):
        end_duty_cover(cover, by=by)
    end_emergencies(person)
    rights.take_all(person)


def end_emergencies(person: Person) -> None:
    """Closes every record that they opened in an emergency."""
    now = timezone.now()
    open_ones = EmergencyAccess.objects.filter(person=person, ends_at__gt=now)
    rights.take(Relation.EMERGENCY, [person], list(YoungPerson.objects.filter(emergency_accesses__in=open_ones)))
    open_ones.update(ends_at=now)
