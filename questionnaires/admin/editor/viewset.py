"""The first entry of the "Questions" menu."""

from typing import Any

from django.http import HttpRequest
from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSet

from leavingwell.platform.councils.admin.allowed import open_namespace
from leavingwell.questionnaires.admin.editor.views import READ, EditorView
from leavingwell.questionnaires.admin.reading_ease import reading_ease


class EditorItem(MenuItem):  # type: ignore[misc]
    def is_shown(self, request: HttpRequest) -> bool:
        return bool(request.user.has_perm(READ))


class EditorViewSet(ViewSet):  # type: ignore[misc]
    name = "questionnaire_editor"
    url_prefix = "questionnaire"
    icon = "list-ul"
    menu_label = _("Questionnaire")
    menu_item_class = EditorItem

    def get_urlpatterns(self) -> list[Any]:
        return [
            path("", EditorView.as_view(), name="index"),
            path("reading-ease/", reading_ease, name="reading_ease"),
        ]

    def on_register(self) -> None:
        open_namespace(self.url_namespace)
        super().on_register()
