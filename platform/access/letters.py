"""E-mails about somebody's account. They hold no code: whoever finds one later can do nothing with it."""

from functools import partial

from django.conf import settings
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.councils.models import Council
from leavingwell.platform.people.models import Person
from leavingwell.platform.problems import Message
from leavingwell.themes import letters

Letter = tuple[Message, str]  # its subject and its template

INVITED: Letter = (_("You can now use Leaving Well"), "access/staff_invitation.txt")
ADDRESS_CHANGED: Letter = (_("You sign in with another address now"), "access/address_changed.txt")


def send_staff_invitation(person: Person) -> None:
    """Leaves once all that is written now is stored. They choose a password with a code that is sent when they ask."""
    assert person.user
    assert person.council
    council = person.council
    portal_url = settings.PORTAL_ADDRESS.format(host=council.host).rstrip("/")
    given = {
        "name": person.name,
        "council": council.name,
        "portal_url": portal_url,
        "password_url": portal_url + reverse("account_reset_password", "leavingwell.platform.urls.council"),
    }
    send_once_stored(INVITED, person.user.email, person.language or council.default_language, given, council)


def send_address_changed(person: Person, before: str) -> None:
    """To the address `before`, which lets nobody in any more. It names nobody: others may read there."""
    assert person.council
    given = {"portal_url": settings.PORTAL_ADDRESS.format(host=person.council.host)}
    send_once_stored(ADDRESS_CHANGED, before, person.language or person.council.default_language, given, person.council)


def send_once_stored(letter: Letter, email: str, language: str, given: dict[str, str], council: Council) -> None:
    transaction.on_commit(partial(send_letter, letter, email, language, given, council), robust=True)


def send_letter(letter: Letter, email: str, language: str, given: dict[str, str], council: Council) -> None:
    subject, template = letter
    with translation.override(language):
        letters.send_letter(str(subject), render_to_string(template, given), email, council)
