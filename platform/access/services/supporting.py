"""Supporters: let in by the young person, to chosen parts, and out again at once."""

from collections.abc import Sequence

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.access import grants
from leavingwell.platform.access.relations import Relation
from leavingwell.platform.audit.services import record
from leavingwell.platform.people.models import Person, Supporter, YoungPerson
from leavingwell.platform.people.roles import Role
from leavingwell.platform.people.services import add_person
from leavingwell.platform.problems import invalid


def check_parts(parts: Sequence[str]) -> None:
    if not parts or not set(parts) <= set(Supporter.Part.values):
        raise invalid(_("Choose what they may see."), "parts")


@transaction.atomic
def add_supporter(
    young_person: YoungPerson,
    *,
    name: str,
    email: str,
    relationship: str,
    parts: Sequence[str],
    domain_codes: Sequence[str] = (),
    by: Person,
) -> Supporter:
    """Lets somebody see the chosen parts. Raises INVALID for no parts, or an address that is staff's or the owner's."""
    check_parts(parts)
    person = add_person(name=name, email=email, role=Role.SUPPORTER)
    supporter, _created = Supporter.objects.update_or_create(
        young_person=young_person,
        person=person,
        ended_at=None,
        defaults={"relationship": relationship, "parts": list(parts), "domain_codes": list(domain_codes)},
    )
    grants.grant(Relation.SUPPORTER, person, young_person)
    record("supporter.added", supporter, by=by, young_person_id=young_person.pk, changes={"parts": [None, list(parts)]})
    return supporter


@transaction.atomic
def end_supporter(supporter: Supporter, *, by: Person) -> None:
    """Takes every right away at once; what they wrote stays."""
    supporter.ended_at = timezone.now()
    supporter.save(update_fields=["ended_at"])
    grants.revoke(Relation.SUPPORTER, supporter.person, supporter.young_person)
    record("supporter.ended", supporter, by=by, young_person_id=supporter.young_person_id)
