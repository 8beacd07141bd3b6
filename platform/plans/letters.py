"""Short e-mails that something waits. They say nothing of whom or what it is about."""

from collections.abc import Iterable
from functools import partial

from django.conf import settings
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.councils.models import Council
from leavingwell.platform.people.models import Person
from leavingwell.platform.problems import Message
from leavingwell.themes import letters

Letter = tuple[Message, str]  # its subject and its template

NEEDS_YOU: Letter = (_("Something in Leaving Well needs you today"), "plans/needs_you.txt")
NOTICE: Letter = (_("There is something for you in Leaving Well"), "plans/notice.txt")


def address_of(council: Council) -> str:
    """Where the council's portal is."""
    return str(settings.PORTAL_ADDRESS.format(host=council.host))


def tell_by_email(people: Iterable[Person], council: Council) -> None:
    """Sends "something needs you today" to each, in their language, once all that is written now is stored.

    A mail queue that does not answer loses nothing: the portal shows the same.
    """
    for person in people:
        post(person, council, NEEDS_YOU)


def tell_of_notice(person: Person, council: Council) -> None:
    """The same, for something that can wait until they next look."""
    post(person, council, NOTICE)


def post(person: Person, council: Council, letter: Letter) -> None:
    if person.user and person.user.email:
        language = person.language or council.default_language
        send = partial(send_letter, person.user.email, language, council, letter)
        transaction.on_commit(send, robust=True)


def send_letter(email: str, language: str, council: Council, letter: Letter) -> None:
    subject, template = letter
    with translation.override(language):
        text = render_to_string(template, {"portal_url": address_of(council)})
        letters.send_letter(str(subject), text, email, council)
