"""The addresses under /admin/approvals/, and their place in the menu."""

from typing import Any

from django.urls import path
from django.utils.translation import gettext_lazy
from wagtail.admin.viewsets.base import ViewSet

from leavingwell.content.editing.admin.approvals import AskView, DecideView, WaitingView
from leavingwell.content.editing.admin.rules import SET_RULES, RulesView
from leavingwell.content.editing.admin.screen import NAMESPACE
from leavingwell.content.editing.admin.sharing import ShareView
from leavingwell.content.permissions import second_person_needed
from leavingwell.platform.councils.admin.allowed import open_namespace
from leavingwell.platform.councils.admin.menu import PagesItem


class ApprovalsItem(PagesItem):
    """Only where a second person is wanted, and for who may set that."""

    def is_shown(self, request: Any) -> bool:
        user = request.user
        return super().is_shown(request) and (second_person_needed(user) or bool(user.has_perm(SET_RULES)))


class ApprovalsViewSet(ViewSet):  # type: ignore[misc]
    name = NAMESPACE
    icon = "check"
    menu_label = gettext_lazy("Approvals")
    menu_item_class = ApprovalsItem
    menu_order = 212
    add_to_admin_menu = True

    def get_urlpatterns(self) -> list[Any]:
        return [
            path("", WaitingView.as_view(), name="index"),
            path("rules/", RulesView.as_view(), name="rules"),
            path("<int:page_id>/", DecideView.as_view(), name="decide"),
            path("<int:page_id>/ask/", AskView.as_view(), name="ask"),
            path("<int:page_id>/share/", ShareView.as_view(), name="share"),
        ]

    def on_register(self) -> None:
        open_namespace(self.url_namespace)
        super().on_register()
