"""The user's own settings of the admin: its language and look. Name and sign-in are kept elsewhere."""

from typing import Any

from wagtail.admin.views import account
from wagtail.users.models import UserProfile


class AccountView(account.AccountView):  # type: ignore[misc]
    panel_classes = (account.LocaleSettingsPanel, account.ThemeSettingsPanel)

    def get_panels(self) -> list[Any]:
        user = self.request.user
        profile = UserProfile.get_for_user(user)
        panels = [panel(self.request, user, profile) for panel in self.panel_classes]
        return [panel for panel in panels if panel.is_active()]
