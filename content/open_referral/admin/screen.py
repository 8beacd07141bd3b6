"""What the screens "Service directories" share: for those who write a council's offers, on its own host."""

from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from leavingwell.content.models import DirectoryFeed, DirectoryImport
from leavingwell.platform.councils import scope
from leavingwell.platform.people.models import Person
from leavingwell.platform.problems import Problems

NAMESPACE = "service_directories"
RIGHT = "content.add_directoryfeed"
DIRECTORIES = _("Service directories")


def may_take_offers(request: HttpRequest) -> bool:
    return bool(scope.current()) and request.user.has_perm(RIGHT)


def address(name: str, *args: Any) -> str:
    return reverse(f"{NAMESPACE}:{name}", args=args)


class ForEditors:
    """For those who may write offers. What the address names is the council's own, or not found."""

    request: Any
    kwargs: dict[str, Any]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not may_take_offers(request):
            raise PermissionDenied
        response: HttpResponseBase = super().dispatch(request, *args, **kwargs)  # type: ignore[misc]
        return response

    @property
    def viewer(self) -> Person | None:
        return self.request.viewer or None

    @cached_property
    def feed(self) -> DirectoryFeed:
        key: UUID = self.kwargs["feed"]
        return get_object_or_404(DirectoryFeed.objects.select_related("topic"), pk=key)

    @cached_property
    def run(self) -> DirectoryImport:
        rows = DirectoryImport.objects.select_related("feed", "by").defer("payload")
        return get_object_or_404(rows, pk=self.kwargs["run"])

    def tell(self, refused: Problems) -> None:
        for problem in refused.problems:
            messages.error(self.request, str(problem.message))


class DirectoryScreen(ForEditors, WagtailAdminTemplateMixin):  # type: ignore[misc]
    header_icon = "download"

    def above(self) -> list[tuple[str, Any]]:
        return [(address("index"), DIRECTORIES)]

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        steps = [*self.above(), ("", self.get_page_title())]
        return [*super().get_breadcrumbs_items(), *({"url": url, "label": label} for url, label in steps)]
