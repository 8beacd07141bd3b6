"""Letting a supporter in to a plan: they get an e-mail, and the young person hears of it where a worker did it."""

from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.access.services.supporting import add_supporter
from leavingwell.platform.people.models import Person, Supporter, YoungPerson
from leavingwell.platform.plans.letters import Letter, post
from leavingwell.platform.plans.models import Notice
from leavingwell.platform.plans.services.noticing import notify

LET_IN: Letter = (_("Somebody lets you in to Leaving Well"), "plans/let_in.txt")


@transaction.atomic
def invite_supporter(
    young_person: YoungPerson,
    *,
    name: str,
    email: str,
    relationship: str,
    parts: Sequence[str],
    domain_codes: Sequence[str] = (),
    kind: Supporter.Kind = Supporter.Kind.OTHER,
    agreement: str = "",
    by: Person,
) -> Supporter:
    """Raises what `add_supporter` does. The e-mail names nobody."""
    supporter = add_supporter(
        young_person,
        name=name,
        email=email,
        relationship=relationship,
        parts=parts,
        domain_codes=domain_codes,
        kind=kind,
        agreement=agreement,
        by=by,
    )
    post(supporter.person, young_person.council, LET_IN)
    tell_young_person(supporter, by=by)
    return supporter


def tell_young_person(supporter: Supporter, *, by: Person) -> None:
    young_person = supporter.young_person
    if by.pk != young_person.person_id:
        key = str(supporter.pk)
        notify([young_person.person], Notice.Kind.NEW_SUPPORTER, young_person=young_person, key=key)
