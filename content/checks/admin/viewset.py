"""The list's address, and its place in the menu."""

from typing import Any

from django.urls import path
from django.utils.translation import gettext_lazy
from wagtail.admin.viewsets.base import ViewSet

from leavingwell.content.checks.admin.report import NAMESPACE, ReportView
from leavingwell.platform.councils.admin.allowed import open_namespace
from leavingwell.platform.councils.admin.menu import PagesItem


class ContentChecksViewSet(ViewSet):  # type: ignore[misc]
    name = NAMESPACE
    url_prefix = "content-checks"
    icon = "glasses"
    menu_label = gettext_lazy("Content checks")
    menu_item_class = PagesItem
    menu_order = 214
    add_to_admin_menu = True

    def get_urlpatterns(self) -> list[Any]:
        return [path("", ReportView.as_view(), name="index")]

    def on_register(self) -> None:
        open_namespace(self.url_namespace)
        super().on_register()
