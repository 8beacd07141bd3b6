"""The side menu: what is served, and no more."""

from typing import Any

from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.auth import user_has_any_page_permission
from wagtail.admin.menu import MenuItem

from leavingwell.platform.councils.admin.entry import may_do_everything
from leavingwell.platform.councils.request import CouncilRequest

CLOSED = {"explorer", "reports", "help", "settings", "snippets"}


class PagesItem(MenuItem):  # type: ignore[misc]
    """A plain link. Wagtail's own item unfolds by way of the admin's API, which is closed."""

    def is_shown(self, request: CouncilRequest) -> bool:
        return request.council is not None and user_has_any_page_permission(request.user)


def pages_item() -> PagesItem:
    address = reverse_lazy("wagtailadmin_explore_root")
    return PagesItem(_("Pages"), address, name="pages", icon_name="folder-open-inverse", order=100)


def leave_out_what_is_closed(request: CouncilRequest, items: list[Any]) -> None:
    """Wagtail's hook on the finished menu."""
    if not may_do_everything(request.user, request.council):
        items[:] = [item for item in items if item.name not in CLOSED]
