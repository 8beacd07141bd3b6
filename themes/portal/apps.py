from django.apps import AppConfig
from django.contrib.auth.signals import user_logged_in
from django.utils.translation import gettext_lazy as _


class PortalConfig(AppConfig):
    name = "leavingwell.themes.portal"
    label = "portal"

    def ready(self) -> None:
        from leavingwell.themes import preview
        from leavingwell.themes.portal.devices import remember_or_forget

        pages = "leavingwell.themes.portal.look_preview"
        preview.offer(preview.Preview("home", _("First page"), f"{pages}.home", order=10))
        preview.offer(preview.Preview("question", _("A question"), f"{pages}.question", order=20))
        user_logged_in.connect(remember_or_forget)
