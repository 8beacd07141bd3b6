"""The nation's own translators: who is one, and who is one no more. Its operators say so, on the nation's host.

What they do stands in the national log (`NationalLogMiddleware`); what translators write stays theirs.
"""

from collections.abc import Collection
from functools import partial

from django.core.mail import send_mail
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _

from leavingwell.platform.councils import scope
from leavingwell.platform.people.models import Person, User
from leavingwell.platform.people.roles import Role
from leavingwell.platform.people.services import add_person, checked_email, checked_name
from leavingwell.platform.problems import not_allowed, not_found
from leavingwell.translations.services.translators import may_manage_translators, set_languages, translators


def check_operator(by: Person) -> None:
    if scope.current() != scope.NATIONAL or not may_manage_translators(by):
        raise not_allowed()


@transaction.atomic
def add_translator(
    *, name: str, email: str, translates: Collection[str], reviews: Collection[str], by: Person, password_address: str
) -> Person:
    """Somebody new, or one who had stopped and is back. They choose a password at `password_address`.

    Raises NOT_ALLOWED, and INVALID for a faulty name, address or language, and for an address that is taken.
    """
    check_operator(by)
    person = come_back(name, email) or add_person(name=name, email=email, role=Role.TRANSLATOR)
    set_languages(person, translates=translates, reviews=reviews, by=by)
    transaction.on_commit(partial(write_to, person, password_address), robust=True)
    return person


def come_back(name: str, email: str) -> Person | None:
    account = User.objects.select_related("person").filter(email=checked_email(email), is_active=False).first()
    person: Person | None = getattr(account, "person", None)
    if account is None or person is None or person.council_id is not None or person.role != Role.TRANSLATOR:
        return None
    person.name, person.left_on, account.is_active = checked_name(name), None, True
    account.set_unusable_password()  # they choose a new one
    account.save(update_fields=["is_active", "password"])
    person.save(update_fields=["name", "left_on"])
    return person


def write_to(person: Person, password_address: str) -> None:
    """It holds no code: whoever finds it later can do nothing with it."""
    assert person.user
    given = {"name": person.name, "password_url": password_address}
    words = render_to_string("translations/letters/translator.txt", given)
    send_mail(_("You can now translate for Leaving Well"), words.strip(), None, [person.user.email])


@transaction.atomic
def end_translator(person: Person, *, by: Person) -> Person:
    """They can sign in no more. Raises NOT_ALLOWED, NOT_FOUND for somebody who is no translator of the nation."""
    check_operator(by)
    found = translators().select_for_update(of=("self",)).filter(pk=person.pk).first()
    if found is None or found.user is None:
        raise not_found("person")
    found.left_on, found.user.is_active = timezone.localdate(), False
    found.user.save(update_fields=["is_active"])
    found.save(update_fields=["left_on"])
    return found
