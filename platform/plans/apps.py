from django.apps import AppConfig


class PlansConfig(AppConfig):
    name = "leavingwell.platform.plans"
    label = "plans"

    def ready(self) -> None:
        from leavingwell.platform.access.signals import worker_changed
        from leavingwell.platform.plans import handovers

        worker_changed.connect(handovers.on_worker_changed)
