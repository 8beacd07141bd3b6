"""What the operator's screens about councils share: at the national host, for operators alone."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from leavingwell.platform.councils.admin.groups import is_operator

NAMESPACE = "councils"
COUNCILS = _("Councils")


def may_run(request: Any) -> bool:
    return request.council is None and is_operator(request.user) and bool(request.viewer)


class NationalScreen(WagtailAdminTemplateMixin):  # type: ignore[misc]
    header_icon = "globe"
    page_title = COUNCILS

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if getattr(request, "council", None) is not None:
            raise Http404
        if not may_run(request):
            raise PermissionDenied
        response: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        return response

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        first = {"url": reverse(f"{NAMESPACE}:index"), "label": COUNCILS}
        here = {"url": "", "label": self.get_page_title()}
        return [*super().get_breadcrumbs_items(), *([here] if self.page_title is COUNCILS else [first, here])]
