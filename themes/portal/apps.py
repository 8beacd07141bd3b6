from django.apps import AppConfig


class PortalConfig(AppConfig):
    name = "leavingwell.themes.portal"
    label = "portal"
