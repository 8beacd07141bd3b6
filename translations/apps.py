from pathlib import Path

from django.apps import AppConfig, apps
from django.db.models.signals import post_save


class TranslationsConfig(AppConfig):
    name = "leavingwell.translations"
    label = "translations"

    def ready(self) -> None:
        from leavingwell.platform.councils.models import Council
        from leavingwell.translations import interface, standing
        from leavingwell.translations.models import Area, Translation
        from leavingwell.translations.sources.catalogues import register_catalogue

        interface.tell_django_of_our_languages()
        interface.lay_over()
        for sender in (Translation, Council):
            post_save.connect(standing.forget, sender=sender)
        for label, area in (("portal", Area.PORTAL), ("documents", Area.DOCUMENTS), ("translations", Area.MESSAGES)):
            register_catalogue(label, Path(apps.get_app_config(label).path) / "locale", area)
