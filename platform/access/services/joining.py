"""A young person joins: they are known, have an account, a team and a worker, and their rights."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.access import grants
from leavingwell.platform.access.relations import Relation
from leavingwell.platform.access.services.allocating import first_worker
from leavingwell.platform.access.services.care import GivenCare, add_care_period, check_days
from leavingwell.platform.access.services.categorising import ahead_of, reason_for
from leavingwell.platform.access.services.locking import lock_people
from leavingwell.platform.access.services.managing import open_team
from leavingwell.platform.access.services.moving import start_with_team
from leavingwell.platform.audit.services import record
from leavingwell.platform.people.category import suggested_category
from leavingwell.platform.people.dates import age_on
from leavingwell.platform.people.models import Person, Team, YoungPerson
from leavingwell.platform.people.roles import Role
from leavingwell.platform.people.services import add_person, checked_email, checked_name
from leavingwell.platform.problems import Checks, ProblemCode, invalid, refuse
from leavingwell.translations.languages import LANGUAGES

YOUNGEST, OLDEST = 15, 25
LONGEST_PRONOUNS = 40


@dataclass(frozen=True)
class NewYoungPerson:
    """`email` is empty for somebody who has none. Without a `category` the suggested one counts."""

    preferred_name: str
    email: str
    date_of_birth: date
    category: YoungPerson.Category | None
    team: Team
    worker: Person | None = None
    language: str = ""
    pronouns: str = ""
    care: tuple[GivenCare, ...] = ()
    category_reason: str = ""


def check_age(born: date) -> None:
    if not YOUNGEST <= age_on(born, timezone.localdate()) <= OLDEST:
        raise invalid(_("Leaving Well is for people from 15 to 25."), "dateOfBirth")


def check_words(new: NewYoungPerson) -> None:
    if new.language and new.language not in LANGUAGES:
        raise invalid(_("We do not know this language."), "language")
    if len(new.pronouns) > LONGEST_PRONOUNS:
        message = _("Please keep this to %d characters.") % LONGEST_PRONOUNS
        raise refuse(ProblemCode.TOO_LARGE, message, "pronouns")


def category_of(new: NewYoungPerson) -> tuple[YoungPerson.Category, str]:
    """The category and the reason to keep. Raises INVALID where the dates suggest another, or none."""
    suggestion = suggested_category(new.care, new.date_of_birth, timezone.localdate())
    category = new.category or suggestion.category or ahead_of(suggestion)
    if category is None:
        raise invalid(_("These dates suggest no category. Choose one and say why."), "category")
    return category, reason_for(category, new.category_reason, suggestion, "categoryReason")


@transaction.atomic
def add_young_person(new: NewYoungPerson, *, by: Person | None) -> YoungPerson:
    """Raises INVALID for an age out of range, a faulty name, address or language, a worker who is none; TOO_LARGE.

    WRONG_STATE for a closed team.
    """
    with Checks() as made:
        made(checked_name, new.preferred_name)
        if new.email.strip():
            made(checked_email, new.email)
        made(check_age, new.date_of_birth)
        made(check_words, new)
        for place, care in enumerate(new.care):
            made(check_days, care, new.date_of_birth, f"carePeriods.{place}.")
    category, reason = category_of(new)
    lock_people(new.worker)  # before the team, as everywhere
    team = open_team(new.team)
    person = add_person(name=new.preferred_name, email=new.email, role=Role.YOUNG_PERSON, language=new.language)
    young_person = YoungPerson.objects.create(
        person=person,
        date_of_birth=new.date_of_birth,
        category=category,
        category_reason=reason,
        team=team,
        pronouns=new.pronouns,
    )
    grants.grant(Relation.SELF, person, young_person)
    start_with_team([young_person], team)
    if new.worker:
        first_worker(young_person, new.worker, by=by)
    for place, care in enumerate(new.care):
        add_care_period(young_person, care, by=by, at=f"carePeriods.{place}.")
    record("young_person.added", young_person, by=by, young_person_id=young_person.pk)
    return young_person
