"""What the screens about drafts share: a page of the council, for somebody who may edit it."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy
from wagtail.models import Page

from leavingwell.content.admin.for_editors import ForEditors
from leavingwell.platform.people.models import Person

NAMESPACE = "approvals"
LIST = gettext_lazy("Waiting for approval")


def viewer_of(request: HttpRequest) -> Person:
    """Raises `PermissionDenied` for an account that stands for nobody."""
    viewer: Person | None = getattr(request, "viewer", None)
    if not viewer:
        raise PermissionDenied
    return viewer


def page_to_edit(page_id: int, user: Any) -> Any:
    """The page as its editors see it. Raises `Http404` and `PermissionDenied`."""
    found = Page.objects.filter(pk=page_id).first()
    if found is None:
        raise Http404
    page = found.specific
    if not page.permissions_for_user(user).can_edit():
        raise PermissionDenied
    return page


class EditingScreen(ForEditors):
    header_icon = "check"
    above = ""  # the name of the list above this screen
    above_label = LIST

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        above = [{"url": reverse(self.above), "label": self.above_label}] if self.above else []
        return [*super().get_breadcrumbs_items(), *above, {"url": "", "label": self.get_page_title()}]
