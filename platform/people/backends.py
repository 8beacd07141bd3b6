"""Signing in by allauth's ways, with the person behind the account fetched together with it."""

from typing import Any

from allauth.account.auth_backends import AuthenticationBackend

from leavingwell.platform.people.models import User


class AccountBackend(AuthenticationBackend):  # type: ignore[misc]  # allauth has no types
    def get_user(self, user_id: Any) -> User | None:
        """Every request asks for this: one query for the account, who it belongs to, and their team or record."""
        account = User.objects.select_related("person__young_person", "person__team").filter(pk=user_id).first()
        return account if account and self.user_can_authenticate(account) else None
