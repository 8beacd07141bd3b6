"""Signing in by allauth's ways, with the person behind the account fetched together with it."""

from functools import lru_cache
from typing import Any

from allauth.account.auth_backends import AuthenticationBackend
from django.db.models.sql import Query

from leavingwell.platform.councils import scope
from leavingwell.platform.people.models import User
from leavingwell.platform.people.sign_in.second_step import without_second_step


@lru_cache(maxsize=1024)
def accounts_within(value: int | None) -> Query:
    """The accounts of a scope, as every request asks for one: made once, for it is long."""
    with scope.enter(value):
        accounts = User.objects.select_related("person__young_person", "person__team")
        query: Query = accounts.annotate(lacks_second_step=without_second_step()).query
    return query


class AccountBackend(AuthenticationBackend):  # type: ignore[misc]  # allauth has no types
    def get_user(self, user_id: Any) -> User | None:
        """One query for the account, who it belongs to, their team or record, and whether a second step is missing."""
        accounts = User.objects.all()
        accounts.query = accounts_within(scope.current()).chain()
        account = accounts.filter(pk=user_id).first()
        return account if account and self.user_can_authenticate(account) else None
