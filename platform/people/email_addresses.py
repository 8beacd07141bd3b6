"""allauth keeps e-mail addresses in a table of its own: here too another council's accounts are unknown."""

from typing import Any

from allauth.account.managers import EmailAddressManager
from django.db import models
from django.db.models import Q

from leavingwell.platform.councils import scope


def within_scope(manager: EmailAddressManager) -> Any:
    rows, value = models.Manager.get_queryset(manager), scope.current()
    if value is None:
        return rows
    return rows.filter(Q(user__council=None) | Q(user__council=value or None))


def keep_to_the_scope() -> None:
    # allauth has no setting for this manager; tests/platform/people/test_sign_in.py fails if it stops working.
    EmailAddressManager.get_queryset = within_scope
