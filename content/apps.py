from django.apps import AppConfig
from django.db.models.signals import post_save
from wagtail.signals import published


class ContentConfig(AppConfig):
    name = "leavingwell.content"
    label = "content"

    def ready(self) -> None:
        from leavingwell.content import translation_sources
        from leavingwell.content.editing import approving
        from leavingwell.content.services import staff
        from leavingwell.translations.kept_settings import forget_after

        forget_after("content.HelpLine", "content.Notice")
        forget_after("content.EventPage", "content.NewsPage", "wagtailcore.Page")  # a page may be taken back as either
        translation_sources.register()
        published.connect(approving.on_published)
        post_save.connect(staff.on_save, sender="people.Person")
