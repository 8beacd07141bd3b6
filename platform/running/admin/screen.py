"""What the screens of "Configuration" share: for those who run a council, on its own host."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from leavingwell.platform.access.operations import CouncilOperation
from leavingwell.platform.access.permissions import user_can_in_council
from leavingwell.platform.councils import scope

NAMESPACE = "configuration"
CONFIGURATION = _("Configuration")


def may_move(request: Any) -> bool:
    """Whoever may give every role in a council may give it every setting."""
    return bool(scope.current()) and user_can_in_council(request.viewer or None, CouncilOperation.MANAGE_STAFF)


class ConfigurationScreen(WagtailAdminTemplateMixin):  # type: ignore[misc]
    header_icon = "download"
    page_title = CONFIGURATION

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not scope.current():
            raise Http404
        if not may_move(request):
            raise PermissionDenied
        response: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        return response

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        first = {"url": reverse(f"{NAMESPACE}:index"), "label": CONFIGURATION}
        here = {"url": "", "label": self.get_page_title()}
        return [*super().get_breadcrumbs_items(), *([here] if self.page_title is CONFIGURATION else [first, here])]
