from django.apps import AppConfig
from django.contrib.auth.signals import user_logged_in


class PortalConfig(AppConfig):
    name = "leavingwell.themes.portal"
    label = "portal"

    def ready(self) -> None:
        from leavingwell.themes.portal.devices import remember_or_forget

        user_logged_in.connect(remember_or_forget)
