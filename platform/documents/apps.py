from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DocumentsConfig(AppConfig):
    name = "leavingwell.platform.documents"
    label = "documents"

    def ready(self) -> None:
        from leavingwell.themes.preview import Preview, offer

        draw = "leavingwell.platform.documents.cover_preview.cover"
        offer(Preview("cover", _("Cover of a plan on paper"), draw, order=30, keeps_its_width=True))
