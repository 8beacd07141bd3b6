"""The entries of the "Questions" menu for those who publish."""

from typing import Any

from django.http import HttpRequest
from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSet

from leavingwell.platform.councils import scope
from leavingwell.platform.councils.admin.allowed import open_namespace
from leavingwell.questionnaires.admin.publishing.rules import RulesView
from leavingwell.questionnaires.admin.publishing.screen import NAMESPACE
from leavingwell.questionnaires.admin.publishing.versions import VersionsView
from leavingwell.questionnaires.admin.publishing.views import PublishView
from leavingwell.questionnaires.services.publishing.proposing import PUBLISH


class PublishItem(MenuItem):  # type: ignore[misc]
    def is_shown(self, request: HttpRequest) -> bool:
        return bool(request.user.has_perm(PUBLISH))


class RulesItem(PublishItem):
    """Rules are a council's."""

    def is_shown(self, request: HttpRequest) -> bool:
        return bool(scope.current()) and super().is_shown(request)


class OneScreen(ViewSet):  # type: ignore[misc]
    menu_item_class: type[MenuItem] = PublishItem
    view: Any

    def get_urlpatterns(self) -> list[Any]:
        return [path("", self.view.as_view(), name="index")]

    def on_register(self) -> None:
        open_namespace(self.url_namespace)
        super().on_register()


class PublishingViewSet(OneScreen):
    name = NAMESPACE
    url_prefix = "publish-questions"
    icon = "upload"
    menu_label = _("Publish")
    view = PublishView


class VersionsViewSet(OneScreen):
    name = "question_versions"
    url_prefix = "question-versions"
    icon = "history"
    menu_label = _("Versions")
    view = VersionsView


class RulesViewSet(OneScreen):
    name = "question_rules"
    url_prefix = "question-rules"
    icon = "cog"
    menu_label = _("Rules")
    menu_item_class = RulesItem
    view = RulesView
