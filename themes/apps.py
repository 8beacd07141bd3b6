from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ThemesConfig(AppConfig):
    name = "leavingwell.themes"
    label = "themes"

    def ready(self) -> None:
        from leavingwell.themes.preview import Preview, offer

        offer(Preview("letter", _("E-mail"), "leavingwell.themes.letter_preview.letter", order=40))
