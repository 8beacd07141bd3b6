from django.apps import AppConfig
from django.db.models.signals import post_save


class ContentConfig(AppConfig):
    name = "leavingwell.content"
    label = "content"

    def ready(self) -> None:
        from leavingwell.content.services import staff

        post_save.connect(staff.on_save, sender="people.Person")
