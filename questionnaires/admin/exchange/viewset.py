"""Registers the screens "Export and import"."""

from typing import Any

from django.http import HttpRequest
from django.urls import path
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSet

from leavingwell.platform.councils.admin.allowed import open_namespace
from leavingwell.questionnaires.admin.exchange.common import EXCHANGE, NAMESPACE, RIGHT
from leavingwell.questionnaires.admin.exchange.questionnaires import ExportView, ImportView, IndexView
from leavingwell.questionnaires.admin.exchange.wordings import SheetView, WordingView


class ExchangeItem(MenuItem):  # type: ignore[misc]
    def is_shown(self, request: HttpRequest) -> bool:
        return bool(request.user.has_perm(RIGHT))


class ExchangeViewSet(ViewSet):  # type: ignore[misc]
    name = NAMESPACE
    url_prefix = "exchange-questions"
    icon = "download"
    menu_label = EXCHANGE
    menu_item_class = ExchangeItem

    def get_urlpatterns(self) -> list[Any]:
        return [
            path("", IndexView.as_view(), name="index"),
            path("questionnaire/", ExportView.as_view(), name="export"),
            path("questionnaire/import/", ImportView.as_view(), name="import"),
            path("wording/", SheetView.as_view(), name="sheet"),
            path("wording/import/", WordingView.as_view(), name="wording"),
        ]

    def on_register(self) -> None:
        open_namespace(self.url_namespace)
        super().on_register()
