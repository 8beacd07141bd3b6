"""The list of drafts: pages with words that nobody can read yet, whatever their kind."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.paginator import Page as Leaf
from django.core.paginator import Paginator
from django.db.models import CharField, Exists, OuterRef, QuerySet
from django.db.models.functions import Cast
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

from leavingwell.content.editing.complete import hindrance
from leavingwell.content.editing.publishing import missed
from leavingwell.platform.councils import scope
from leavingwell.platform.councils.admin.allowed import open_namespace

NAMESPACE = "drafts"
DRAFTS = _("Drafts")
TRY_BY_HAND = _("Open it and publish it by hand.")
ON_A_PAGE = 50


def drafts(user: Any) -> QuerySet[Any]:
    """Those that the user may edit, the longest waiting first."""
    policy = policy_registry.get_by_type(Page)
    rows = policy.instances_user_has_permission_for(user, "change").filter(has_unpublished_changes=True)
    found: QuerySet[Any] = rows.order_by("latest_revision_created_at", "pk")
    return found


def with_missed_time(rows: QuerySet[Any]) -> QuerySet[Any]:
    """Each with `is_missed`: it should have been published by the clock, which could not."""
    found: QuerySet[Any] = rows.annotate(is_missed=Exists(missed().filter(object_id=Cast(OuterRef("pk"), CharField()))))
    return found


def why_not(version: Any) -> str:
    """Empty for a draft that waits for no time."""
    return (hindrance(version) or str(TRY_BY_HAND)) if version else ""


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
        return asked if asked in ("mine", "others", "missed") else ""

    @cached_property
    def page(self) -> Leaf[Any]:
        user = self.request.user
        rows = with_missed_time(drafts(user)).select_related("latest_revision__user__person", "content_type")
        if self.whose == "mine":
            rows = rows.filter(latest_revision__user=user)
        elif self.whose == "others":
            rows = rows.exclude(latest_revision__user=user)
        elif self.whose == "missed":
            rows = rows.filter(is_missed=True)
        return Paginator(rows, ON_A_PAGE).get_page(self.request.GET.get("p"))

    @cached_property
    def rows(self) -> list[tuple[Any, str]]:
        """Each draft of this sheet, and what kept it from being published at its time."""
        late = [str(page.pk) for page in self.page if page.is_missed]
        versions = {version.object_id: version for version in missed().filter(object_id__in=late)} if late else {}
        return [(page, why_not(versions.get(str(page.pk)))) for page in self.page]


class DraftsViewSet(ViewSet):  # type: ignore[misc]
    name = NAMESPACE

    def get_urlpatterns(self) -> list[Any]:
        return [path("", DraftsView.as_view(), name="index")]

    def on_register(self) -> None:
        open_namespace(self.url_namespace)
        super().on_register()
