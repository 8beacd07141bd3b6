"""Who manages a team and who checks the quality of its plans: the whole team is handed over at that moment."""

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.access.relations import Relation
from leavingwell.platform.access.services import rights
from leavingwell.platform.access.services.covering import check_open, end_duty_cover
from leavingwell.platform.access.services.locking import lock_people, lock_team
from leavingwell.platform.access.services.rights import covers_now
from leavingwell.platform.audit.services import record
from leavingwell.platform.people.models import Allocation, Person, Team
from leavingwell.platform.people.roles import Role
from leavingwell.platform.people.staff import check_role
from leavingwell.platform.problems import wrong_state


def open_team(team: Team) -> Team:
    """Locked and up to date. Raises WRONG_STATE for one that is closed."""
    team = lock_team(team)
    check_open(team)
    return team


def check_nobody_is_alone(team: Team) -> None:
    """Without a manager nobody would see the young people who have no worker."""
    with_worker = Allocation.objects.filter(ends_on=None).values("young_person")
    if team.young_people.exclude(pk__in=with_worker).exists():
        raise wrong_state(
            _("There are young people without a worker in %s. It needs a manager.") % team.name, "managerId"
        )


@transaction.atomic
def set_manager(team: Team, manager: Person | None, *, by: Person | None) -> None:
    """Hands the team over: its young people's plans are the new manager's to authorise from now on.

    Raises INVALID for somebody who is no team manager or has left, WRONG_STATE for a closed team, or where nobody
    would see who is without a worker.
    """
    lock_people(manager)
    now = open_team(team)
    if manager:
        check_role(manager, {Role.TEAM_MANAGER}, _("Choose a team manager."), "managerId")
    else:
        check_nobody_is_alone(now)
    before, team.manager = now.manager, manager
    team.save(update_fields=["manager"])
    change_holder(team, Relation.MANAGER, before, manager)
    for cover in covers_now(team).filter(person=manager):  # whoever manages a team needs no cover for it
        end_duty_cover(cover, by=by)
    names = [before.name if before else None, manager.name if manager else None]
    record("team.managed", team, by=by, changes={"manager": names})


@transaction.atomic
def set_practice_supervisor(team: Team, supervisor: Person | None, *, by: Person | None) -> None:
    """Raises INVALID for somebody who is no practice supervisor or has left, WRONG_STATE for a closed team."""
    lock_people(supervisor)
    now = open_team(team)
    if supervisor:
        roles = {Role.PRACTICE_SUPERVISOR}
        check_role(supervisor, roles, _("Choose a practice supervisor."), "supervisorId")
    before, team.practice_supervisor = now.practice_supervisor, supervisor
    team.save(update_fields=["practice_supervisor"])
    change_holder(team, Relation.SUPERVISOR, before, supervisor)
    names = [before.name if before else None, supervisor.name if supervisor else None]
    record("team.supervised", team, by=by, changes={"practice_supervisor": names})


def change_holder(team: Team, relation: Relation, before: Person | None, after: Person | None) -> None:
    young_people = list(team.young_people.select_related("person"))
    if before and before != after:
        rights.take(relation, [before], young_people)
    rights.give(relation, after, young_people)
