"""Moving young people to another team: its manager, supervisor and duty get them, and the old ones lose them."""

from collections.abc import Sequence

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.access.services import rights
from leavingwell.platform.access.services.handing_over import change_workers, check_somebody_sees
from leavingwell.platform.access.services.locking import lock_people, lock_young_people
from leavingwell.platform.access.services.managing import open_team
from leavingwell.platform.access.signals import team_changed
from leavingwell.platform.audit.services import entry, record_all
from leavingwell.platform.people.models import Allocation, Person, Team, TeamAllocation, YoungPerson
from leavingwell.platform.problems import wrong_state


def check_new(young_people: Sequence[YoungPerson], team: Team) -> None:
    if any(one.team_id == team.pk for one in young_people):
        raise wrong_state(_("They are with %s already.") % team.name, "teamId")


def start_with_team(young_people: Sequence[YoungPerson], team: Team) -> list[TeamAllocation]:
    """Writes the history and gives the team its rights."""
    day = timezone.localdate()
    times = [TeamAllocation(young_person=one, team=team, starts_on=day) for one in young_people]
    TeamAllocation.objects.bulk_create(times)
    rights.give_to_team(team, young_people)
    return times


@transaction.atomic
def move_all(
    young_people: Sequence[YoungPerson], team: Team, *, worker: Person | None = None, by: Person | None
) -> list[TeamAllocation]:
    """From today, all of them or nobody; their workers stay unless `worker` is named.

    Raises WRONG_STATE for a closed team, the team they are with, or one without a manager for somebody without a
    worker; INVALID for somebody who is no worker.
    """
    lock_people(worker)
    team = open_team(team)
    young_people = lock_young_people(young_people)
    check_new(young_people, team)
    former = {one.pk: one.team.name for one in young_people}
    TeamAllocation.objects.filter(young_person__in=young_people, ends_on=None).update(ends_on=timezone.localdate())
    YoungPerson.objects.filter(pk__in=list(former)).update(team=team)
    losing = rights.take_from_team(young_people)
    times = start_with_team(young_people, team)
    rights.withdraw_codes(losing, young_people)
    record_all(
        entry("team.changed", one, by=by, young_person_id=one.pk, changes={"team": [former[one.pk], team.name]})
        for one in young_people
    )
    see_to_workers(young_people, team, worker, by)
    team_changed.send(sender=TeamAllocation, times=times, team=team, by=by)
    return times


def see_to_workers(young_people: Sequence[YoungPerson], team: Team, worker: Person | None, by: Person | None) -> None:
    """Gives the new worker to those who have another; without one, whoever has no worker needs a manager."""
    allocations = Allocation.objects.filter(young_person__in=young_people, ends_on=None)
    of = dict(allocations.values_list("young_person", "worker"))
    if worker:
        changing = [one for one in young_people if of.get(one.pk) != worker.pk]
        change_workers(changing, worker, by=by)
    elif len(of) < len(young_people):
        check_somebody_sees(team)


def move_to_team(
    young_person: YoungPerson, team: Team, *, worker: Person | None = None, by: Person | None
) -> TeamAllocation:
    """See `move_all`."""
    (time,) = move_all([young_person], team, worker=worker, by=by)
    young_person.team = team
    return time
