"""Where the screen "What young people say" stands in the admin."""

from typing import Any

from django.http import HttpRequest
from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSet

from leavingwell.platform.councils.admin.allowed import open_namespace
from leavingwell.questionnaires.admin.remarks.views import NAMESPACE, RemarksView, may_answer


class RemarksItem(MenuItem):  # type: ignore[misc]
    def is_shown(self, request: HttpRequest) -> bool:
        return may_answer(request)


class RemarksViewSet(ViewSet):  # type: ignore[misc]
    name = NAMESPACE
    url_prefix = "what-young-people-say"
    icon = "comment"
    menu_label = _("What young people say")
    menu_item_class = RemarksItem

    def get_urlpatterns(self) -> list[Any]:
        return [path("", RemarksView.as_view(), name="index")]

    def on_register(self) -> None:
        open_namespace(self.url_namespace)
        super().on_register()
