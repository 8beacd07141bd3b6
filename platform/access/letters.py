"""The e-mail that asks a colleague in. It holds no code: whoever finds it later can do nothing with it."""

from functools import partial

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from leavingwell.platform.people.models import Person


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
    language = person.language or council.default_language
    transaction.on_commit(partial(send_letter, person.user.email, language, given), robust=True)


def send_letter(email: str, language: str, given: dict[str, str]) -> None:
    with translation.override(language):
        text = render_to_string("access/staff_invitation.txt", given)
        send_mail(_("You can now use Leaving Well"), text, None, [email])
