"""The addresses under /admin/translation-files/. They are reached from the workbench."""

from typing import Any

from django.urls import path
from wagtail.admin.viewsets.base import ViewSet

from leavingwell.platform.councils.admin.allowed import open_namespace
from leavingwell.translations.admin.files import views
from leavingwell.translations.admin.files.screen import NAMESPACE


class FilesViewSet(ViewSet):  # type: ignore[misc]
    name = NAMESPACE
    url_prefix = "translation-files"
    icon = "download"

    def get_urlpatterns(self) -> list[Any]:
        return [
            path("", views.IndexView.as_view(), name="index"),
            path("export/", views.ExportView.as_view(), name="export"),
            path("import/", views.ImportView.as_view(), name="import"),
            path("machine/", views.MachineView.as_view(), name="machine"),
            path("runs/<slug:run>/", views.RunView.as_view(), name="run"),
        ]

    def on_register(self) -> None:
        open_namespace(self.url_namespace)
        super().on_register()
