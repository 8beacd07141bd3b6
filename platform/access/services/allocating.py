"""Workers, managers and duty: whoever takes over gets every right at that moment, whoever leaves loses it."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.access import grants
from leavingwell.platform.access.relations import Relation
from leavingwell.platform.audit.services import record
from leavingwell.platform.people.models import Allocation, DutyCover, Person, Team, YoungPerson
from leavingwell.platform.people.roles import Role
from leavingwell.platform.problems import invalid


def current_allocation(young_person: YoungPerson) -> Allocation | None:
    return young_person.allocations.select_related("worker__user").filter(ends_on=None).first()


def end_allocation(allocation: Allocation, day: date) -> None:
    allocation.ends_on = day
    allocation.save(update_fields=["ends_on"])
    grants.revoke(Relation.WORKER, allocation.worker, allocation.young_person)


@transaction.atomic
def allocate_worker(
    young_person: YoungPerson, worker: Person, *, by: Person | None, day: date | None = None
) -> Allocation:
    """Makes `worker` the personal adviser from `day` (today). Raises INVALID for somebody who is none."""
    if worker.role != Role.PERSONAL_ADVISER:
        raise invalid(_("Choose a personal adviser."), "workerId")
    YoungPerson.objects.select_for_update().get(pk=young_person.pk)  # two managers at once: one after the other
    day = day or timezone.localdate()
    before = current_allocation(young_person)
    if before and before.worker_id == worker.pk:
        return before
    if before:
        end_allocation(before, day)
    allocation = Allocation.objects.create(young_person=young_person, worker=worker, starts_on=day)
    grants.grant(Relation.WORKER, worker, young_person)
    record(
        "worker.allocated",
        young_person,
        by=by,
        young_person_id=young_person.pk,
        changes={"worker": [before.worker.name if before else None, worker.name]},
    )
    return allocation


@transaction.atomic
def set_manager(team: Team, manager: Person | None, *, by: Person | None) -> None:
    """Hands the team over: its young people's plans are the new manager's to authorise from now on."""
    young_people = list(team.young_people.select_related("person"))
    if team.manager and team.manager != manager:
        for young_person in young_people:
            grants.revoke(Relation.MANAGER, team.manager, young_person)
    before, team.manager = team.manager, manager
    team.save(update_fields=["manager"])
    if manager:
        grants.grant_many(Relation.MANAGER, manager, young_people)
    names = [before.name if before else None, manager.name if manager else None]
    record("team.managed", team, by=by, changes={"manager": names})


@transaction.atomic
def set_practice_supervisor(team: Team, supervisor: Person | None, *, by: Person | None) -> None:
    young_people = list(team.young_people.all())
    if team.practice_supervisor and team.practice_supervisor != supervisor:
        for young_person in young_people:
            grants.revoke(Relation.SUPERVISOR, team.practice_supervisor, young_person)
    before, team.practice_supervisor = team.practice_supervisor, supervisor
    team.save(update_fields=["practice_supervisor"])
    if supervisor:
        grants.grant_many(Relation.SUPERVISOR, supervisor, young_people)
    names = [before.name if before else None, supervisor.name if supervisor else None]
    record("team.supervised", team, by=by, changes={"practice_supervisor": names})


@transaction.atomic
def start_duty_cover(person: Person, team: Team, *, until: datetime, by: Person | None) -> DutyCover:
    """Lets a duty worker act for the whole team until the given time. Raises INVALID for a time that has passed."""
    now = timezone.now()
    if until <= now:
        raise invalid(_("Cover must end in the future."), "until")
    cover = DutyCover.objects.create(person=person, team=team, starts_at=now, ends_at=until)
    grants.grant_many(Relation.DUTY, person, team.young_people.all(), until=until)
    record("duty.started", cover, by=by, changes={"until": [None, until.isoformat()]})
    return cover
