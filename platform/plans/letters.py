"""Short e-mails to staff that something waits for them. They say nothing of whom or what it is about."""

from collections.abc import Iterable
from functools import partial

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _

from leavingwell.platform.councils.models import Council
from leavingwell.platform.people.models import Person


def address_of(council: Council) -> str:
    """Where the council's portal is."""
    return str(settings.PORTAL_ADDRESS.format(host=council.host))


def tell_by_email(people: Iterable[Person], council: Council) -> None:
    """Sends "something needs you today" to each, in their language, once all that is written now is stored.

    A mail queue that does not answer loses nothing: the portal shows the same.
    """
    for person in people:
        if person.user:
            language = person.language or council.default_language
            letter = partial(send_letter, person.user.email, language, address_of(council))
            transaction.on_commit(letter, robust=True)


def send_letter(email: str, language: str, portal_url: str) -> None:
    with translation.override(language):
        text = render_to_string("plans/needs_you.txt", {"portal_url": portal_url})
        send_mail(_("Something in Leaving Well needs you today"), text, None, [email])
