"""Signing in by allauth's ways, with the person behind the account fetched together with it."""

from typing import Any

from allauth.account.auth_backends import AuthenticationBackend

from leavingwell.platform.people.models import User
from leavingwell.platform.people.sign_in.second_step import without_second_step


class AccountBackend(AuthenticationBackend):  # type: ignore[misc]  # allauth has no types
    def get_user(self, user_id: Any) -> User | None:
        """Every request asks for this: one query for the account, who it belongs to, and their team or record."""
        accounts = User.objects.select_related("person__young_person", "person__team")
        account = accounts.annotate(lacks_second_step=without_second_step()).filter(pk=user_id).first()
        return account if account and self.user_can_authenticate(account) else None
