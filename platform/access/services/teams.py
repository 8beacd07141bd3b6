"""Adding, renaming and closing teams."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from leavingwell.platform.access.services.covering import end_duty_cover
from leavingwell.platform.access.services.locking import lock_young_people
from leavingwell.platform.access.services.managing import open_team
from leavingwell.platform.access.services.moving import move_all
from leavingwell.platform.access.services.rights import covers_now
from leavingwell.platform.audit.services import record
from leavingwell.platform.people.models import Person, Team
from leavingwell.platform.problems import ProblemCode, invalid, refuse, wrong_state

LONGEST_NAME = 100


def checked_name(name: str, team: Team | None = None) -> str:
    """Raises INVALID for none, CONFLICT for the name of another team, TOO_LARGE."""
    name = name.strip()
    if not name:
        raise invalid(_("Give a name."), "name")
    if len(name) > LONGEST_NAME:
        raise refuse(ProblemCode.TOO_LARGE, _("Please keep this to %d characters.") % LONGEST_NAME, "name")
    same = Team.objects.filter(name__iexact=name)
    if (same.exclude(pk=team.pk) if team else same).exists():
        raise refuse(ProblemCode.CONFLICT, _("There is a team with this name already."), "name")
    return name


@transaction.atomic
def add_team(name: str, *, by: Person | None) -> Team:
    team = Team.objects.create(name=checked_name(name))
    record("team.added", team, by=by, changes={"name": [None, team.name]})
    return team


@transaction.atomic
def rename_team(team: Team, name: str, *, by: Person | None) -> Team:
    """Raises what `checked_name` does, WRONG_STATE for a closed team."""
    before = open_team(team).name
    team.name = checked_name(name, team)
    team.save(update_fields=["name"])
    if before != team.name:
        record("team.renamed", team, by=by, changes={"name": [before, team.name]})
    return team


@transaction.atomic
def close_team(team: Team, *, into: Team | None = None, by: Person | None) -> Team:
    """Closes it for good; its young people move to `into`, with their workers.

    Raises WRONG_STATE while it has young people and no other team is named, or is closed.
    """
    team = open_team(team)
    lock_young_people(team.young_people.all())
    young_people = list(team.young_people.all())
    if young_people and into is None:
        number = len(young_people)
        words = ngettext("%d young person is in this team.", "%d young people are in this team.", number) % number
        advice = _("Say which team they move to.")
        raise wrong_state(f"{words} {advice}", "intoId")
    if young_people and into:
        move_all(young_people, into, by=by)
    for cover in covers_now(team):
        end_duty_cover(cover, by=by)
    team.members.update(team=None)
    team.closed_on = timezone.localdate()
    team.save(update_fields=["closed_on"])
    record("team.closed", team, by=by, changes={"young_people": [len(young_people), 0]})
    return team
