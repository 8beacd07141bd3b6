"""Colleagues: inviting them, and changing their name, role or team."""

from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from leavingwell.platform.access.letters import send_staff_invitation
from leavingwell.platform.access.services.covering import check_open
from leavingwell.platform.access.services.leaving import (
    check_staff,
    check_still_here,
    end_emergencies,
    is_last_administrator,
)
from leavingwell.platform.access.services.locking import lock_people
from leavingwell.platform.audit.services import differences, record
from leavingwell.platform.people.invitations import withdraw_unasked
from leavingwell.platform.people.models import DutyCover, Invitation, Person, Team, User
from leavingwell.platform.people.roles import NATIONAL_ROLES, Role
from leavingwell.platform.people.services import add_person, checked_email, checked_name
from leavingwell.platform.people.staff import COVERING_ROLES, STAFF_ROLES
from leavingwell.platform.problems import Message, invalid, not_allowed, wrong_state


@dataclass(frozen=True)
class NewColleague:
    name: str
    email: str
    role: Role
    team: Team | None = None


def check_given(role: Role) -> None:
    """Raises NOT_ALLOWED for a national role, INVALID for one that is not for staff."""
    if role in NATIONAL_ROLES:
        raise not_allowed(_("A council cannot give this role."), "role")
    if role not in STAFF_ROLES:
        raise invalid(_("This is not a role for staff."), "role")


@transaction.atomic
def invite_staff(new: NewColleague, *, by: Person | None) -> Person:
    """Adds a colleague with an account, or takes back one who had left, and writes to them.

    Raises INVALID for a faulty name or address, or one that somebody here signs in with; NOT_ALLOWED and INVALID for
    the role, WRONG_STATE for a closed team.
    """
    check_given(new.role)
    if new.team:
        check_open(new.team)
    person = come_back(new) or add_person(name=new.name, email=new.email, role=new.role)
    person.team = new.team
    person.save(update_fields=["team"])
    record("staff.invited", person, by=by, changes={"role": [None, new.role.value]})
    send_staff_invitation(person)
    return person


def come_back(new: NewColleague) -> Person | None:
    """A former colleague with this address, again at work; their history stays theirs."""
    account = User.objects.select_related("person").filter(email=checked_email(new.email), is_active=False).first()
    person: Person | None = getattr(account, "person", None)
    if account is None or person is None or person.left_on is None or person.role not in STAFF_ROLES:
        return None
    person.name, person.role, person.left_on = checked_name(new.name), new.role, None
    person.save(update_fields=["name", "role", "left_on"])
    account.is_active = True
    account.set_unusable_password()  # they choose a new one
    account.save(update_fields=["is_active", "password"])
    return person


def invite_again(person: Person, *, by: Person | None) -> Person:
    """Writes once more. Raises WRONG_STATE for somebody who has signed in already or has left, NOT_FOUND."""
    check_staff(person)
    if person.user is None or person.user.last_login:
        raise wrong_state(_("%s has signed in already.") % person.name, "personId")
    record("staff.invited", person, by=by, changes={})
    send_staff_invitation(person)
    return person


def ties(person: Person) -> Message | None:
    """What somebody does in their role that would be left undone if they had another."""
    if number := person.allocations.filter(ends_on=None).count():
        words = ngettext("%d young person works with them.", "%d young people work with them.", number) % number
        advice = _("Hand over first.")
        return f"{words} {advice}"
    if team := person.teams_managed.filter(closed_on=None).first():
        return _("They manage %s. Name another manager first.") % team.name
    if team := person.teams_supervised.filter(closed_on=None).first():
        return _("They check the plans of %s. Name somebody else first.") % team.name
    return None


def check_new_role(person: Person, role: Role, by: Person | None) -> None:
    """Raises NOT_ALLOWED for one's own and for a national role, WRONG_STATE with what stands in the way, INVALID."""
    if by and by.pk == person.pk:
        raise not_allowed(_("Nobody can change their own role."), "role")
    check_given(role)
    if is_last_administrator(person):
        raise wrong_state(_("The council needs an administrator. Give somebody else this role first."), "role")
    if reason := ties(person):
        raise wrong_state(reason, "role")
    covering = DutyCover.objects.filter(person=person, ends_at__gt=timezone.now())
    if role not in COVERING_ROLES and (cover := covering.select_related("team").first()):
        raise wrong_state(_("They cover for %s now. End that first.") % cover.team.name, "role")


def end_what_the_role_gave(person: Person) -> None:
    """Relations end with their own services (`ties`); records opened in an emergency and codes for letters here."""
    end_emergencies(person)
    withdraw_unasked(Invitation.objects.filter(made_by=person))


@transaction.atomic
def change_staff(person: Person, *, name: str, role: Role, team: Team | None, by: Person | None) -> Person:
    """Raises INVALID for a faulty name, WRONG_STATE for a closed team or one who has left, and see `check_new_role`."""
    lock_people(person, by, administrators=True)
    check_still_here(by)
    check_staff(person)
    name = checked_name(name)
    if role != person.role:
        check_new_role(person, role, by)
        end_what_the_role_gave(person)
    if team and team.pk != person.team_id:
        check_open(team)
    before = {"name": person.name, "role": person.role, "team": person.team.name if person.team else None}
    person.name, person.role, person.team = name, role, team
    person.save(update_fields=["name", "role", "team"])
    after = {"name": name, "role": str(role), "team": team.name if team else None}
    if changed := differences(before, after):
        record("staff.changed", person, by=by, changes=changed)
    return person
