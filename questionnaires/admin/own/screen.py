"""What the screens of own questions, of the question bank and of conditions share."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from leavingwell.platform.people.request import Request
from leavingwell.platform.problems import Problems
from leavingwell.questionnaires.admin.publishing import publish_button

EDIT = "questionnaires.add_wording"  # who may put a question in the council's words may ask one of its own
LIST = "own_questions:index"


class Screen(WagtailAdminTemplateMixin, TemplateView):  # type: ignore[misc]
    """Only on a council's own host, and for those who write its questions."""

    request: Request
    header_icon = "help"
    leads_back = True  # to the list of own questions

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if self.request.council is None:
            raise Http404
        if not request.user.has_perm(EDIT):
            raise PermissionDenied
        response: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        return response

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        before = [{"url": reverse(LIST), "label": _("Our own questions")}] if self.leads_back else []
        return [*super().get_breadcrumbs_items(), *before, {"url": "", "label": self.get_page_title()}]

    def tell(self, words: str, waits: bool = True) -> None:
        """Says what was done; what `waits` counts only once it is published, and the way there stands beside it."""
        messages.success(self.request, words, buttons=publish_button(self.request) if waits else [])

    def tell_problems(self, refused: Problems) -> None:
        for problem in refused.problems:
            messages.error(self.request, str(problem.message))


def or_404(find: Any, key: Any) -> Any:
    try:
        return find(key)
    except Problems:
        raise Http404 from None
