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
from leavingwell.platform.problems import ProblemCode, invalid, not_found, refuse
from leavingwell.questionnaires.models import Domain

LONGEST_RELATIONSHIP = 100


def check_parts(parts: Sequence[str]) -> None:
    if not parts or not set(parts) <= set(Supporter.Part.values):
        raise invalid(_("Choose what they may see."), "parts")


def check_domains(codes: Sequence[str]) -> None:
    known = set(Domain.objects.values_list("code", flat=True))
    if unknown := [place for place, code in enumerate(codes) if code not in known]:
        raise not_found(f"domainCodes.{unknown[0]}")


def checked_relationship(relationship: str) -> str:
    if len(relationship.strip()) > LONGEST_RELATIONSHIP:
        message = _("Please keep this to %d characters.") % LONGEST_RELATIONSHIP
        raise refuse(ProblemCode.TOO_LARGE, message, "relationship")
    return relationship.strip()


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
    """Lets somebody see the chosen parts.

    Raises INVALID for no parts, or an address that is staff's or the owner's, NOT_FOUND for an unknown area, TOO_LARGE.
    """
    check_parts(parts)
    check_domains(domain_codes)
    relationship = checked_relationship(relationship)
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
