from django.apps import AppConfig


class AccessConfig(AppConfig):
    name = "leavingwell.platform.access"
    label = "access"

    def ready(self) -> None:
        from leavingwell.platform.access import codes
        from leavingwell.platform.people.signals import code_typed

        code_typed.connect(codes.on_code_typed)
