from django.apps import AppConfig


class AccessConfig(AppConfig):
    name = "leavingwell.platform.access"
    label = "access"
