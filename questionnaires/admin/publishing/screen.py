"""What the screens for publishers share."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from leavingwell.questionnaires.services.publishing.proposing import PUBLISH

NAMESPACE = "publish_questions"


class PublisherScreen(WagtailAdminTemplateMixin):  # type: ignore[misc]
    """For those alone who may publish the council's questions."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not request.user.has_perm(PUBLISH):
            raise PermissionDenied
        response: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        return response

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.get_page_title()}]


def publish_button(request: HttpRequest) -> list[Any]:
    """For the message after a change of words: the way to make it count."""
    may = request.user.has_perm(PUBLISH)
    return [messages.button(reverse(f"{NAMESPACE}:index"), _("Publish questions"))] if may else []
