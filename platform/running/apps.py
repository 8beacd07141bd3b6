from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class RunningConfig(AppConfig):
    """The last of the apps: it knows the parts of all the others."""

    name = "leavingwell.platform.running"
    label = "running"

    def ready(self) -> None:
        autodiscover_modules("configuration")
