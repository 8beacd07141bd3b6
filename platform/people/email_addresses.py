"""allauth keeps e-mail addresses in a table of its own: here too another council's accounts are unknown."""

from typing import Any

from allauth.account.managers import EmailAddressManager
from django.db.models import Q

from leavingwell.platform.councils import scope


class ScopedEmailAddressManager(EmailAddressManager):
    def get_queryset(self) -> Any:
        rows, value = super().get_queryset(), scope.current()
        if value is None:
            return rows
        return rows.filter(Q(user__council=None) | Q(user__council=value or None))


def keep_to_the_scope() -> None:
    # allauth has no setting for this manager; tests/platform/people/test_sign_in.py fails if it stops working.
    from allauth.account.models import EmailAddress

    ScopedEmailAddressManager().contribute_to_class(EmailAddress, "objects")
