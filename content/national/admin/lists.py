"""Lists of what is inherited: a national row leads to where it is compared, and made one's own."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.menus import MenuItem

from leavingwell.content.national.admin.screen import NAMESPACE
from leavingwell.content.national.kinds import kind_of
from leavingwell.platform.councils import scope
from leavingwell.platform.councils.admin.views import IndexView, is_national


def compare_address(national: Any) -> str:
    return reverse(f"{NAMESPACE}:compare", args=[kind_of(national).name, national.pk])


class InheritedIndexView(IndexView):
    """In a council one's own rows are edited, and the nation's compared."""

    def compare_url(self, row: Any) -> str | None:
        may = scope.current() and is_national(row) and self.user_has_permission("change")
        return compare_address(row) if may else None

    def get_edit_url(self, instance: Any) -> str | None:
        return super().get_edit_url(instance) or self.compare_url(instance)

    def get_list_more_buttons(self, instance: Any) -> list[Any]:
        if address := self.compare_url(instance):
            return [MenuItem(_("Compare, or make our own copy"), url=address, icon_name="globe", priority=10)]
        return super().get_list_more_buttons(instance)  # type: ignore[no-any-return]
