"""Short e-mails about approvals. They say nothing of what the page is about."""

from collections.abc import Iterable
from functools import partial

from django.conf import settings
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.councils import scope
from leavingwell.platform.councils.models import Council
from leavingwell.platform.people.models import Person
from leavingwell.platform.problems import Message
from leavingwell.themes.letters import send_letter

Letter = tuple[Message, str]  # its subject and its template

WAITING: Letter = (_("A page waits for your approval"), "content/editing/waiting.txt")
DECIDED: Letter = (_("There is an answer about a page of yours"), "content/editing/decided.txt")


def write_to(people: Iterable[Person], letter: Letter) -> None:
    """Once all that is written now is stored. A mail queue that does not answer loses nothing: the list shows it."""
    council = Council.objects.get(pk=scope.current_council_id())
    address = settings.PORTAL_ADDRESS.format(host=council.host).rstrip("/") + "/admin/approvals/"
    for person in people:
        if person.user and person.user.email:
            language = person.language or council.default_language
            transaction.on_commit(partial(send, letter, person.user.email, language, council, address), robust=True)


def send(letter: Letter, email: str, language: str, council: Council, address: str) -> None:
    subject, template = letter
    with translation.override(language):
        send_letter(str(subject), render_to_string(template, {"address": address}), email, council)
