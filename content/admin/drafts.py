"""The list of drafts: pages with words that nobody can read yet, whatever their kind."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.paginator import Page as Leaf
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.urls import path
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.admin.viewsets.base import ViewSet
from wagtail.models import Page
from wagtail.permissions import policy_registry

from leavingwell.platform.councils import scope
from leavingwell.platform.councils.admin.allowed import open_namespace

NAMESPACE = "drafts"
DRAFTS = _("Drafts")
ON_A_PAGE = 50


def drafts(user: Any) -> QuerySet[Any]:
    """Those that the user may edit, the longest waiting first."""
    policy = policy_registry.get_by_type(Page)
    rows = policy.instances_user_has_permission_for(user, "change").filter(has_unpublished_changes=True)
    found: QuerySet[Any] = rows.order_by("latest_revision_created_at", "pk")
    return found


class DraftsView(WagtailAdminTemplateMixin, TemplateView):  # type: ignore[misc]
    template_name = "content/admin/drafts.html"
    page_title = DRAFTS
    header_icon = "edit"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not scope.current():
            raise Http404
        if not policy_registry.get_by_type(Page).user_has_permission(request.user, "change"):
            raise PermissionDenied
        response: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        return response

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*super().get_breadcrumbs_items(), {"url": "", "label": DRAFTS}]

    @property
    def whose(self) -> str:
        asked = self.request.GET.get("whose", "")
        return asked if asked in ("mine", "others") else ""

    @cached_property
    def page(self) -> Leaf[Any]:
        user = self.request.user
        rows = drafts(user).select_related("latest_revision__user__person", "content_type")
        if self.whose == "mine":
            rows = rows.filter(latest_revision__user=user)
        elif self.whose == "others":
            rows = rows.exclude(latest_revision__user=user)
        return Paginator(rows, ON_A_PAGE).get_page(self.request.GET.get("p"))


class DraftsViewSet(ViewSet):  # type: ignore[misc]
    name = NAMESPACE

    def get_urlpatterns(self) -> list[Any]:
        return [path("", DraftsView.as_view(), name="index")]

    def on_register(self) -> None:
        open_namespace(self.url_namespace)
        super().on_register()
