"""Supporters: let in by the young person, to chosen parts, and out again at once."""

from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.access import grants
from leavingwell.platform.access.relations import Relation
from leavingwell.platform.audit.services import differences, record
from leavingwell.platform.people.models import Person, Supporter, YoungPerson
from leavingwell.platform.people.roles import Role
from leavingwell.platform.people.services import add_person, checked_email, checked_name
from leavingwell.platform.problems import Checks, ProblemCode, invalid, not_found, refuse, wrong_state
from leavingwell.questionnaires.models import Domain

LONGEST_RELATIONSHIP, LONGEST_AGREEMENT = 100, 300


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


def checked_agreement(young_person: YoungPerson, agreement: str, by: Person) -> str:
    """How the young person agreed, which nobody but they themselves can leave out. Raises INVALID, TOO_LARGE."""
    agreement = agreement.strip()
    if len(agreement) > LONGEST_AGREEMENT:
        message = _("Please keep this to %d characters.") % LONGEST_AGREEMENT
        raise refuse(ProblemCode.TOO_LARGE, message, "agreement")
    if not agreement and by.pk != young_person.person_id:
        raise invalid(_("Say when and how the young person said yes to this."), "agreement")
    return agreement


def seen_by(supporter: Supporter) -> dict[str, Any]:
    return {
        "relationship": supporter.relationship,
        "kind": supporter.kind,
        "parts": list(supporter.parts),
        "domain_codes": list(supporter.domain_codes),
    }


@transaction.atomic
def add_supporter(
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
    """Lets somebody see the chosen parts; with an address that they have let in already, changes what is seen.

    Raises INVALID for no parts, for an address that is staff's or the owner's and for a worker who does not say how the
    young person agreed, NOT_FOUND for an unknown area, TOO_LARGE.
    """
    with Checks() as made:
        made(checked_name, name)
        made(checked_email, email)
        made(check_parts, parts)
        made(check_domains, domain_codes)
        relationship = made(checked_relationship, relationship)
        agreement = made(checked_agreement, young_person, agreement, by)
    person = add_person(name=name, email=email, role=Role.SUPPORTER)
    seen = {"relationship": relationship, "kind": kind, "parts": list(parts), "domain_codes": list(domain_codes)}
    supporter, _created = Supporter.objects.update_or_create(
        young_person=young_person,
        person=person,
        ended_at=None,
        defaults={**seen, "agreement": agreement, "added_by": by},
    )
    grants.grant(Relation.SUPPORTER, person, young_person)
    changes = differences({}, {**seen, "kind": str(kind)})
    record("supporter.added", supporter, by=by, young_person_id=young_person.pk, changes=changes, reason=agreement)
    return supporter


@transaction.atomic
def update_supporter(
    supporter: Supporter,
    *,
    parts: Sequence[str],
    domain_codes: Sequence[str] = (),
    relationship: str | None = None,
    kind: Supporter.Kind | None = None,
    agreement: str = "",
    by: Person,
) -> Supporter:
    """Changes what a supporter sees, from now on.

    Raises what `add_supporter` does, and WRONG_STATE for one who was let go.
    """
    supporter = live(supporter)
    with Checks() as made:
        made(check_parts, parts)
        made(check_domains, domain_codes)
        relationship = made(checked_relationship, supporter.relationship if relationship is None else relationship)
        agreement = made(checked_agreement, supporter.young_person, agreement, by)
    before = seen_by(supporter)
    supporter.parts, supporter.domain_codes = list(parts), list(domain_codes)
    supporter.relationship = relationship
    supporter.kind = kind or supporter.kind
    supporter.agreement = agreement or supporter.agreement
    supporter.save(update_fields=["parts", "domain_codes", "relationship", "kind", "agreement"])
    changes = differences(before, seen_by(supporter))
    young_person_id = supporter.young_person_id
    record("supporter.updated", supporter, by=by, young_person_id=young_person_id, changes=changes, reason=agreement)
    return supporter


@transaction.atomic
def end_supporter(supporter: Supporter, *, by: Person) -> None:
    """Takes every right away at once; what they wrote stays."""
    supporter.ended_at = timezone.now()
    supporter.ended_by = by
    supporter.save(update_fields=["ended_at", "ended_by"])
    grants.revoke(Relation.SUPPORTER, supporter.person, supporter.young_person)
    record("supporter.ended", supporter, by=by, young_person_id=supporter.young_person_id)


def live(supporter: Supporter) -> Supporter:
    """The row, locked: two people changing it come one after the other. Raises WRONG_STATE for one who was let go."""
    rows = Supporter.objects.select_for_update(of=("self",), no_key=True).select_related("young_person", "person")
    found: Supporter = rows.get(pk=supporter.pk)
    if found.ended_at:
        raise wrong_state(_("They have been taken away already."))
    return found
