from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ThemesConfig(AppConfig):
    name = "leavingwell.themes"
    label = "themes"

    def ready(self) -> None:
        from wagtail.images import get_image_model_string
        from wagtail.images.models import Rendition

        from leavingwell.themes.preview import Preview, offer
        from leavingwell.translations.kept_settings import forget_after

        forget_after("themes.Theme", "themes.ThemeIcon", get_image_model_string(), Rendition)
        offer(Preview("letter", _("E-mail"), "leavingwell.themes.letter_preview.letter", order=40))
