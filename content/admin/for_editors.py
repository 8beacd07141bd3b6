"""Screens of a council's admin for those who edit pages."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from wagtail.admin.auth import user_has_any_page_permission
from wagtail.admin.views.generic import WagtailAdminTemplateMixin


class ForEditors(WagtailAdminTemplateMixin):  # type: ignore[misc]
    """Answers 404 where there is no council, 403 to who edits no page."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if getattr(request, "council", None) is None:
            raise Http404
        if not user_has_any_page_permission(request.user):
            raise PermissionDenied
        response: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        return response
