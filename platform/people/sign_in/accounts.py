"""Which account a provider's subject is: staff of this council, joined by the address that the council vouches for."""

from typing import Any

from allauth.socialaccount.models import SocialAccount
from django.db import IntegrityError, models, transaction
from django.db.models import Q

from leavingwell.platform.audit.services import record
from leavingwell.platform.councils import scope
from leavingwell.platform.people.models import Person
from leavingwell.platform.people.sign_in.rules import sign_in_rules
from leavingwell.platform.people.staff import here_now, staff


class SocialAccountManager(models.Manager[Any]):
    """allauth's table knows no councils: here another council's rows are unknown."""

    def get_queryset(self) -> Any:
        rows, value = super().get_queryset(), scope.current()
        return rows if value is None else rows.filter(Q(user__council=value or None))


def keep_to_the_scope() -> None:
    # allauth has no setting for this; tests/platform/people/test_single_sign_on.py fails if it stops working.
    SocialAccount._meta.local_managers.clear()
    SocialAccount.add_to_class("objects", SocialAccountManager())


def known(found: Any) -> Any:
    """The stored account of a subject; None where its owner may not come in any more."""
    return found if colleague(pk=found.user.person.pk) else None


def candidate(provider: str, email: str) -> Person | None:
    """Whose address it is; None where another subject has been theirs: then it was given to somebody else since."""
    person = colleague(user__email=email) if email else None
    if person is None or SocialAccount.objects.filter(user=person.user, provider=provider).exists():
        return None
    return person


def colleague(**who: Any) -> Person | None:
    people = staff().filter(here_now(), council=scope.current_council_id(), **who)
    return people.exclude(user__email="").select_related("user", "council").first()


def link(uid: str, email: str, provider: str) -> Any:
    """Makes the subject theirs whose address it is, from now on; None where it is nobody's."""
    person = candidate(provider, email)
    return join(SocialAccount(provider=provider, uid=uid, extra_data={}), person) if person else None


def join(found: Any, person: Person) -> Any:
    found.user = person.user
    try:
        with transaction.atomic():
            found.save()
            record("staff.linked", person, by=person, changes={"single_sign_on": [None, sign_in_rules().issuer]})
    except IntegrityError:  # two callbacks at once
        return SocialAccount.objects.filter(provider=found.provider, uid=found.uid, user=person.user).first()
    return found
