"""Where the screen "Records" stands in the admin."""

from typing import Any

from django.http import HttpRequest
from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSet

from leavingwell.platform.councils.admin.allowed import open_namespace
from leavingwell.platform.documents.admin.records import NAMESPACE, RecordsView, RecordView, may_keep


class RecordsItem(MenuItem):  # type: ignore[misc]
    def is_shown(self, request: HttpRequest) -> bool:
        return may_keep(request)


class RecordsViewSet(ViewSet):  # type: ignore[misc]
    name = NAMESPACE
    url_prefix = "records"
    icon = "folder-open-inverse"
    menu_label = _("Records")
    menu_item_class = RecordsItem
    menu_order = 460
    add_to_admin_menu = True

    def get_urlpatterns(self) -> list[Any]:
        return [
            path("", RecordsView.as_view(), name="index"),
            path("<uuid:pk>/", RecordView.as_view(), name="record"),
        ]

    def on_register(self) -> None:
        open_namespace(self.url_namespace)
        super().on_register()
