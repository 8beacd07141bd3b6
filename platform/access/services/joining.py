"""A young person joins: they are known, have an account, a team and a worker, and their rights."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.access import grants
from leavingwell.platform.access.relations import Relation
from leavingwell.platform.access.services.allocating import allocate_worker
from leavingwell.platform.audit.services import record
from leavingwell.platform.people.dates import age_on
from leavingwell.platform.people.models import Person, Team, YoungPerson
from leavingwell.platform.people.roles import Role
from leavingwell.platform.people.services import add_person
from leavingwell.platform.problems import invalid

YOUNGEST, OLDEST = 15, 25


@dataclass(frozen=True)
class NewYoungPerson:
    preferred_name: str
    email: str
    date_of_birth: date
    category: YoungPerson.Category
    team: Team
    worker: Person | None = None
    language: str = ""
    pronouns: str = ""


def check_age(born: date) -> None:
    if not YOUNGEST <= age_on(born, timezone.localdate()) <= OLDEST:
        raise invalid(_("Leaving Well is for people from 15 to 25."), "dateOfBirth")


def grant_to_team(young_person: YoungPerson, team: Team) -> None:
    for relation, person in ((Relation.MANAGER, team.manager), (Relation.SUPERVISOR, team.practice_supervisor)):
        if person:
            grants.grant(relation, person, young_person)


@transaction.atomic
def add_young_person(new: NewYoungPerson, *, by: Person | None) -> YoungPerson:
    """Raises INVALID for an age out of range, a faulty name or address, or a worker who is none."""
    check_age(new.date_of_birth)
    person = add_person(name=new.preferred_name, email=new.email, role=Role.YOUNG_PERSON, language=new.language)
    young_person = YoungPerson.objects.create(
        person=person,
        date_of_birth=new.date_of_birth,
        category=new.category,
        team=new.team,
        pronouns=new.pronouns,
    )
    grants.grant(Relation.SELF, person, young_person)
    grant_to_team(young_person, new.team)
    if new.worker:
        allocate_worker(young_person, new.worker, by=by)
    record("young_person.added", young_person, by=by, young_person_id=young_person.pk)
    return young_person
