"""Registers the screens "Service directories" in the menu "Local offer"."""

from typing import Any

from django.http import HttpRequest
from django.urls import path
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSet

from leavingwell.content.open_referral.admin import feeds, imports
from leavingwell.content.open_referral.admin.screen import DIRECTORIES, NAMESPACE, may_take_offers
from leavingwell.platform.councils.admin.allowed import open_namespace


class DirectoriesItem(MenuItem):  # type: ignore[misc]
    def is_shown(self, request: HttpRequest) -> bool:
        return may_take_offers(request)


class DirectoriesViewSet(ViewSet):  # type: ignore[misc]
    name = NAMESPACE
    url_prefix = "service-directories"
    icon = "download"
    menu_label = DIRECTORIES
    menu_item_class = DirectoriesItem

    def get_urlpatterns(self) -> list[Any]:
        return [
            path("", feeds.IndexView.as_view(), name="index"),
            path("add/", feeds.AddView.as_view(), name="add"),
            path("<uuid:feed>/", feeds.FeedView.as_view(), name="feed"),
            path("<uuid:feed>/topics/", feeds.TopicsView.as_view(), name="topics"),
            path("<uuid:feed>/remove/", feeds.RemoveView.as_view(), name="remove"),
            path("<uuid:feed>/import/", imports.StartView.as_view(), name="start"),
            path("imports/<uuid:run>/", imports.RunView.as_view(), name="run"),
            path("imports/<uuid:run>/status/", imports.StatusView.as_view(), name="status"),
        ]

    def on_register(self) -> None:
        open_namespace(self.url_namespace)
        super().on_register()
