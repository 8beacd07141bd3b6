"""What young people say about questions: read, answered, and never known whose it is."""

from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.core.paginator import Page, Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from leavingwell.platform.councils import scope
from leavingwell.platform.people.models import Person
from leavingwell.platform.people.request import Request
from leavingwell.platform.problems import Problems
from leavingwell.questionnaires.admin.remarks.reading import About, by_question
from leavingwell.questionnaires.models import Remark
from leavingwell.questionnaires.services import remarks

CHANGE = "questionnaires.change_remark"
NAMESPACE = "remarks_on_questions"
ON_A_PAGE = 40


def remark_with(given: str) -> Remark:
    """Raises `Http404` for what is no remark of this council."""
    try:
        found = Remark.objects.filter(pk=UUID(given)).first()
    except ValueError:
        found = None
    if found is None:
        raise Http404
    return found


def may_answer(request: HttpRequest) -> bool:
    """Not in the nation's scope: remarks are a council's own."""
    return bool(scope.current()) and bool(request.user.has_perm(CHANGE))


class RemarksView(WagtailAdminTemplateMixin, TemplateView):  # type: ignore[misc]
    template_name = "questionnaires/admin/remarks.html"
    page_title = gettext_lazy("What young people say")
    header_icon = "comment"
    typed: dict[str, str] | None = None  # what came in and was refused: it stays in its form

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not may_answer(request):
            raise PermissionDenied
        response: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        return response

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.get_page_title()}]

    @cached_property
    def shows_closed(self) -> bool:
        return bool(self.request.GET.get("show") == "closed")

    @cached_property
    def page(self) -> Page[Remark]:
        rows = Remark.objects.filter(answered_at__isnull=not self.shows_closed)
        wanted = rows.prefetch_related("questionnaire_version").order_by("question_code", "-made_at", "pk")
        return Paginator(wanted, ON_A_PAGE).get_page(self.request.GET.get("p"))

    @cached_property
    def questions(self) -> list[About]:
        return by_question(self.page)

    @cached_property
    def open(self) -> dict[str, int]:
        return remarks.open_remarks()

    @property
    def number_open(self) -> int:
        return sum(self.open.values())

    def post(self, request: Request) -> HttpResponse:
        given = {name: request.POST.get(name, "") for name in ("remark", "do", "answer", "reason")}
        remark = remark_with(given["remark"])
        try:
            self.do(remark, given, request.viewer or None)
        except Problems as refused:
            for problem in refused.problems:
                messages.error(request, problem.message)
            self.typed = given
            return self.render_to_response(self.get_context_data(), status=422)
        return redirect(f"{reverse(f'{NAMESPACE}:index')}?{request.GET.urlencode()}")

    def do(self, remark: Remark, given: dict[str, str], by: Person | None) -> None:
        if given["do"] == "hide":
            remarks.hide_words(remark, given["reason"], by=by)
            messages.success(self.request, _("The words are hidden. They are not lost."))
        elif given["do"] == "close":
            remarks.close_remark(remark, given["answer"], by=by)
            messages.success(self.request, _("Answered. The young person reads it in the portal."))
        else:
            raise Http404
