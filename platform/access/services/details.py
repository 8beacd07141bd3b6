"""What is known of a young person: they change what is about how they want to be met, their workers all of it."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.access.letters import send_address_changed
from leavingwell.platform.access.services.joining import LONGEST_PRONOUNS, check_age
from leavingwell.platform.access.signals import address_given
from leavingwell.platform.audit.services import differences, record
from leavingwell.platform.people.models import Invitation, Person, User, YoungPerson
from leavingwell.platform.people.services import LONGEST_NAME, checked_email, checked_name
from leavingwell.platform.people.sessions import end_sessions
from leavingwell.platform.problems import Checks, ProblemCode, invalid, not_allowed, refuse, stale
from leavingwell.translations.languages import LANGUAGES

LONGEST_NEEDS, LONGEST_PHONE = 1000, 40
PHONE = re.compile(r"\+?[\d\s()./-]+")
FEWEST_DIGITS = 5
OF_PERSON = ("name", "language")
OF_YOUNG_PERSON = ("legal_name", "pronouns", "phone", "date_of_birth", "reading", "needs", "celebrates")
THEIR_OWN = frozenset({"name", "language", "pronouns", "phone", "reading", "needs", "celebrates"})
INPUTS = {"name": "preferredName", "legal_name": "legalName", "date_of_birth": "dateOfBirth"}  # others as they are
Details = Mapping[str, Any]


def short(field: str, longest: int) -> Callable[[str], str]:
    def checked(text: str) -> str:
        if len(text.strip()) > longest:
            raise refuse(ProblemCode.TOO_LARGE, _("Please keep this to %d characters.") % longest, field)
        return text.strip()

    return checked


def known_language(code: str) -> str:
    if code and code not in LANGUAGES:
        raise invalid(_("We do not know this language."), "language")
    return code


def known_reading(value: str) -> str:
    if value and value not in YoungPerson.Reading.values:
        raise invalid(_("Choose how they like to read."), "reading")
    return value


def checked_phone(number: str) -> str:
    """As it was typed. Raises INVALID for what nobody can call."""
    number = short("phone", LONGEST_PHONE)(number)
    if number and (not PHONE.fullmatch(number) or sum(map(str.isdigit, number)) < FEWEST_DIGITS):
        raise invalid(_("Give a number that can be called, like 07700 900123."), "phone")
    return number


def checked_birth(born: date) -> date:
    check_age(born)
    return born


CHECKS: dict[str, Callable[[Any], Any]] = {
    "name": lambda name: checked_name(name, "preferredName"),
    "legal_name": short("legalName", LONGEST_NAME),
    "pronouns": short("pronouns", LONGEST_PRONOUNS),
    "phone": checked_phone,
    "language": known_language,
    "date_of_birth": checked_birth,
    "reading": known_reading,
    "needs": short("needs", LONGEST_NEEDS),
    "celebrates": bool,
    "email": checked_email,
}


def details_of(young_person: YoungPerson) -> dict[str, Any]:
    person = young_person.person
    email = person.user.email if person.user else ""
    return {
        **{name: getattr(person, name) for name in OF_PERSON},
        **{name: getattr(young_person, name) for name in OF_YOUNG_PERSON},
        "date_of_birth": young_person.date_of_birth.isoformat(),
        "email": email,
    }


def check_may_change(young_person: YoungPerson, given: Details, by: Person) -> None:
    """Raises NOT_ALLOWED for a young person who gives what their workers keep."""
    if by.pk != young_person.person_id:
        return
    for name in given:
        if name not in THEIR_OWN:
            raise not_allowed(_("Ask your worker to change this."), INPUTS.get(name, name))


def plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


@transaction.atomic
def update_details(
    young_person: YoungPerson, given: Details, *, by: Person, expected_version: int | None = None
) -> YoungPerson:
    """Changes the details that are given, under the names of `CHECKS`; an empty text takes one away.

    Raises NOT_ALLOWED for what only workers change, STALE_VERSION when somebody else was quicker, INVALID and TOO_LARGE
    for values that will not do.
    """
    check_may_change(young_person, given, by)
    people = YoungPerson.objects.select_for_update(of=("self",), no_key=True).select_related("person__user", "team")
    young_person = people.get(pk=young_person.pk)
    before = details_of(young_person)
    if expected_version is not None and expected_version != young_person.version:
        theirs = {INPUTS.get(name, name): before[name] for name in given if before[name] != plain(given[name])}
        raise stale(theirs)
    with Checks() as made:
        wanted = {name: made(CHECKS[name], value) for name, value in given.items()}
    changes = differences(before, {name: plain(value) for name, value in wanted.items()})
    if changes:
        store(young_person, {name: wanted[name] for name in changes}, by)
        record("young_person.updated", young_person, by=by, young_person_id=young_person.pk, changes=changes)
    return young_person


def store(young_person: YoungPerson, wanted: Details, by: Person) -> None:
    person = young_person.person
    for name, value in wanted.items():
        if name != "email":
            setattr(person if name in OF_PERSON else young_person, name, value)
    person.save(update_fields=OF_PERSON)
    young_person.version += 1
    young_person.save(update_fields=[*OF_YOUNG_PERSON, "version"])
    if "email" in wanted:
        set_email(young_person, wanted["email"], by)


def set_email(young_person: YoungPerson, email: str, by: Person) -> None:
    """Where codes for signing in are sent, once the young person has confirmed that it is theirs (`people.confirming`).

    Whoever reads the old address has no way in any more, and is told so; the young person reads who gave the new one.
    Raises INVALID for an address that somebody here has.
    """
    person = young_person.person
    assert person.user  # who joins is given an account
    if User.objects.filter(email=email).exclude(pk=person.user.pk).exists():
        raise invalid(_("Somebody here already signs in with this address."), "email")
    withdraw_sent(person)  # before the account is locked, as where such a code is typed
    before = person.user.email
    person.user.email = email
    person.user.email_confirmed_at = None
    person.user.save(update_fields=["email", "email_confirmed_at"])
    if before:  # somebody else may be in by the old one; who came by letter stays in, and can confirm the new one
        end_sessions(person.user)
        send_address_changed(person, before)
    if by.pk != person.pk:
        given = record("address.given", young_person, by=by, young_person_id=young_person.pk)
        address_given.send(sender=User, young_person=young_person, entry=given)


def withdraw_sent(person: Person) -> None:
    """The codes on their way to the old address."""
    sent = person.invitations.filter(channel=Invitation.Channel.EMAIL, used_at=None, withdrawn_at=None)
    sent.update(withdrawn_at=timezone.now())
