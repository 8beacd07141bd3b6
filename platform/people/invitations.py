"""Letting somebody in for the first time, or again without e-mail: by a code that works once."""

from datetime import timedelta

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.audit.models import AuditEntry
from leavingwell.platform.audit.services import entry, record_all
from leavingwell.platform.people.codes import hash_of, hashes_of, new_code
from leavingwell.platform.people.confirming import confirm_address
from leavingwell.platform.people.models import Invitation, Person, User, YoungPerson
from leavingwell.platform.people.signals import code_typed
from leavingwell.platform.problems import wrong_state

GOOD_FOR = timedelta(days=30)


def young_person_of(person: Person) -> YoungPerson | None:
    found: YoungPerson | None = getattr(person, "young_person", None)
    return found


def has_joined(person: Person) -> bool:
    young_person = young_person_of(person)
    return young_person is None or young_person.joined_at is not None


def set_account(person: Person, *, is_active: bool) -> None:
    """Opens or closes the account of somebody who has never signed in. Whoever has is none of an invitation's."""
    if person.user and not has_joined(person):
        User.objects.filter(pk=person.user.pk).update(is_active=is_active)


@transaction.atomic
def make_invitation(person: Person, channel: Invitation.Channel, *, by: Person | None) -> Invitation:
    """An invitation whose `code` can be read from it now, and never again. Ends the one before."""
    Person.objects.select_for_update(no_key=True).get(pk=person.pk)  # two at once: the later one is good
    now = timezone.now()
    person.invitations.filter(used_at=None, withdrawn_at=None).update(withdrawn_at=now)
    set_account(person, is_active=True)
    code = new_code()
    invitation: Invitation = Invitation.objects.create(
        person=person, channel=channel, code_hash=hash_of(code), made_by=by, made_at=now, expires_at=now + GOOD_FOR
    )
    invitation.code = code
    note("invitation.made", invitation, by, {"channel": [None, str(channel)]})
    return invitation


@transaction.atomic
def withdraw_invitation(person: Person, *, by: Person | None) -> Invitation:
    """Nobody gets in with it any more, and somebody who never has does not by e-mail either, until invited again.

    Raises WRONG_STATE where none is open.
    """
    open_ones = person.invitations.select_for_update(no_key=True).filter(used_at=None, withdrawn_at=None)
    invitation: Invitation | None = open_ones.first()
    if invitation is None:
        raise wrong_state(_("There is no invitation to withdraw."))
    invitation.withdrawn_at = timezone.now()
    invitation.save(update_fields=["withdrawn_at"])
    set_account(person, is_active=False)
    note("invitation.withdrawn", invitation, by)
    return invitation


@transaction.atomic
def withdraw_unasked(invitations: QuerySet[Invitation]) -> int:
    """Makes codes useless whose maker has nothing to do with the young person any more. Nobody's account closes."""
    rows = invitations.select_for_update(of=("self",), no_key=True).filter(used_at=None, withdrawn_at=None)
    gone = list(rows.select_related("person__young_person"))
    Invitation.objects.filter(pk__in=[one.pk for one in gone]).update(withdrawn_at=timezone.now())
    record_all(noted("invitation.withdrawn", one, None) for one in gone)
    return len(gone)


@transaction.atomic
def use_code(code: str) -> Person | None:
    """Whom the code lets in, once. None for any other code: made up, used, old, withdrawn or another council's.

    Nor is a code good any more whose maker may no longer make one: whoever keeps the relations answers (`signals`).
    """
    open_ones = Invitation.objects.select_for_update(of=("self",), no_key=True).select_related("person__user")
    # The database compares keyed hashes, of which nobody can choose one: how long it takes tells nothing of the code.
    invitation = open_ones.filter(
        code_hash__in=hashes_of(code), used_at=None, withdrawn_at=None, expires_at__gt=timezone.now()
    ).first()
    if invitation is None or invitation.person.user is None or not invitation.person.user.is_active:
        return None
    answers = code_typed.send(sender=Invitation, invitation=invitation)
    if not all(is_good for _receiver, is_good in answers):
        withdraw_unasked(Invitation.objects.filter(pk=invitation.pk))
        return None
    invitation.used_at = timezone.now()
    invitation.save(update_fields=["used_at"])
    if invitation.channel == Invitation.Channel.EMAIL:
        confirm_address(invitation.person.user)
    note("invitation.used", invitation, invitation.person)
    return invitation.person


def note(
    action: str, invitation: Invitation, by: Person | None, changes: dict[str, list[object]] | None = None
) -> None:
    noted(action, invitation, by, changes).save()


def noted(
    action: str, invitation: Invitation, by: Person | None, changes: dict[str, list[object]] | None = None
) -> AuditEntry:
    young_person = young_person_of(invitation.person)
    young_person_id = young_person.pk if young_person else None
    return entry(action, invitation, by=by, young_person_id=young_person_id, changes=changes)
