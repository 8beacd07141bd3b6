"""Inviting a young person: they get an account, a plan, and an e-mail or a letter that says where to go."""

from functools import partial

from django.db import transaction
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _

from leavingwell.platform.access.services.joining import NewYoungPerson, add_young_person
from leavingwell.platform.people.invitations import make_invitation
from leavingwell.platform.people.models import Invitation, Person, YoungPerson
from leavingwell.platform.plans.letters import address_of
from leavingwell.platform.plans.models import Notice
from leavingwell.platform.plans.services.reviewing import open_plan
from leavingwell.platform.plans.services.starting import check_may_start
from leavingwell.platform.plans.services.warning import warn
from leavingwell.platform.problems import invalid
from leavingwell.themes.letters import send_letter

Channel = Invitation.Channel


@transaction.atomic
def invite_young_person(
    new: NewYoungPerson, *, by: Person | None, channel: Channel = Channel.EMAIL
) -> tuple[YoungPerson, Invitation]:
    """Adds them and opens their plan; an e-mail leaves once all is stored. `code` of the invitation is for a letter.

    Raises what `add_young_person` does, and INVALID before the day on which planning starts or without an address.
    """
    check_address(new.email, channel)
    check_may_start(new.date_of_birth)
    young_person = add_young_person(new, by=by)
    open_plan(young_person, by=by)
    return young_person, invite(young_person, channel, by=by)


@transaction.atomic
def invite_again(young_person: YoungPerson, channel: Channel, *, by: Person) -> Invitation:
    """A new code; the one before is good no more, and the young person hears of one that they did not make themselves.

    Raises INVALID for an e-mail to somebody without an address.
    """
    user = young_person.person.user
    check_address(user.email if user else "", channel)
    invitation = invite(young_person, channel, by=by)
    if by.pk != young_person.person_id:
        warn(young_person, Notice.Kind.CODE_MADE, key=str(invitation.pk))
    return invitation


def check_address(email: str, channel: Channel) -> None:
    if channel == Channel.EMAIL and not email.strip():
        raise invalid(_("Give an e-mail address, or choose a printed letter."), "email")


def invite(young_person: YoungPerson, channel: Channel, *, by: Person | None) -> Invitation:
    invitation = make_invitation(young_person.person, channel, by=by)
    if channel == Channel.EMAIL:
        transaction.on_commit(partial(send_invitation, young_person, invitation.code), robust=True)
        invitation.code = ""  # it is for the young person alone: whoever asked for the e-mail does not see it
    return invitation


def send_invitation(young_person: YoungPerson, code: str) -> None:
    person = young_person.person
    assert person.user  # who joins is given an account
    address = address_of(young_person.council)
    with translation.override(person.language or young_person.council.default_language):
        facts = {"name": person.name, "portal_url": address, "join_url": f"{address}join/", "code": code}
        text = render_to_string("plans/invitation.txt", facts)
        send_letter(_("Your plan is ready for you"), text, person.user.email, young_person.council)
