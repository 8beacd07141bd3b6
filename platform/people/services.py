"""Adding people and their accounts."""

from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator, validate_email
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.councils import scope
from leavingwell.platform.people.models import Person, User
from leavingwell.platform.people.roles import Role
from leavingwell.platform.problems import Checks, invalid

LONGEST_EMAIL = 254
LONGEST_NAME = 200
TAKEN = _("Somebody here already signs in with this address.")
# A young person can type any address: they learn nothing of whose it is.
NOT_FOR_A_SUPPORTER = _("We cannot use this address. Give another one, or ask your worker.")


def checked_email(email: str) -> str:
    """The address in small letters. Raises INVALID when it is none."""
    try:
        validate_email(email)
        MaxLengthValidator(LONGEST_EMAIL)(email)
    except ValidationError:
        raise invalid(_("Give an e-mail address like name@example.org."), "email") from None
    return email.strip().lower()


def checked_name(name: str, field: str = "name") -> str:
    if not name.strip():
        raise invalid(_("Give a name."), field)
    if len(name) > LONGEST_NAME:
        raise invalid(_("Please keep the name to 200 characters."), field)
    return " ".join(name.split())  # in one line: lists and logs put it beside others


@transaction.atomic
def add_person(*, name: str, email: str, role: Role, password: str | None = None, language: str = "") -> Person:
    """A person with an account in the council whose scope is open; the one who is there already for a supporter.

    A young person may have no e-mail address: a printed letter lets them in. Raises INVALID for a faulty name or
    address, and for an address that somebody in another role has.
    """
    with Checks() as made:
        name = made(checked_name, name)
        email = "" if role == Role.YOUNG_PERSON and not email.strip() else made(checked_email, email)
    account = User.objects.select_related("person").filter(email=email).exclude(email="").first()
    if account:
        person: Person | None = getattr(account, "person", None)  # a superuser has none
        if person is None or role != Role.SUPPORTER or person.role != Role.SUPPORTER:
            raise invalid(NOT_FOR_A_SUPPORTER if role == Role.SUPPORTER else TAKEN, "email")
        return person
    council_id = scope.current() or None
    account = User.objects.create_user(email, password, council_id=council_id)
    return Person.objects.create(user=account, name=name, role=role, language=language)
