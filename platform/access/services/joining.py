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
from leavingwell.platform.problems import ProblemCode, invalid, refuse
from leavingwell.translations.languages import LANGUAGES

YOUNGEST, OLDEST = 15, 25
LONGEST_PRONOUNS = 40


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


def check_words(new: NewYoungPerson) -> None:
    if new.language and new.language not in LANGUAGES:
        raise invalid(_("We do not know this language."), "language")
    if len(new.pronouns) > LONGEST_PRONOUNS:
        message = _("Please keep this to %d characters.") % LONGEST_PRONOUNS
        raise refuse(ProblemCode.TOO_LARGE, message, "pronouns")


def grant_to_team(young_person: YoungPerson, team: Team) -> None:
    for relation, person in ((Relation.MANAGER, team.manager), (Relation.SUPERVISOR, team.practice_supervisor)):
        if person:
            grants.grant(relation, person, young_person)
    for cover in team.duty_covers.select_related("person__user").filter(ends_at__gt=timezone.now()):
        grants.grant_many(Relation.DUTY, cover.person, [young_person], until=cover.ends_at)


@transaction.atomic
def add_young_person(new: NewYoungPerson, *, by: Person | None) -> YoungPerson:
    """Raises INVALID for an age out of range, a faulty name, address or language, a worker who is none; TOO_LARGE."""
    check_age(new.date_of_birth)
    check_words(new)
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
