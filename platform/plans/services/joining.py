"""Inviting a young person: they get an account, a plan and an e-mail that says where to go."""

from functools import partial

from django.core.mail import send_mail
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _

from leavingwell.platform.access.services.joining import NewYoungPerson, add_young_person
from leavingwell.platform.people.models import Person, YoungPerson
from leavingwell.platform.plans.services.reviewing import open_plan


@transaction.atomic
def invite_young_person(new: NewYoungPerson, *, by: Person | None, portal_url: str) -> YoungPerson:
    """Adds them, opens their plan and sends the invitation once all of it is stored. Raises INVALID."""
    young_person = add_young_person(new, by=by)
    open_plan(young_person, by=by)
    transaction.on_commit(partial(send_invitation, young_person, portal_url))
    return young_person


def send_invitation(young_person: YoungPerson, portal_url: str) -> None:
    person = young_person.person
    assert person.user  # who joins is given an account
    with translation.override(person.language or young_person.council.default_language):
        text = render_to_string("plans/invitation.txt", {"name": person.name, "portal_url": portal_url})
        send_mail(_("Your plan is ready for you"), text, None, [person.user.email])
