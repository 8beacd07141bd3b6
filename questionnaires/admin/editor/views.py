"""The screen on which a council sees and arranges its questions."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.utils.functional import cached_property
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from leavingwell.platform.councils import scope
from leavingwell.platform.people.request import Request
from leavingwell.platform.problems import Problems
from leavingwell.questionnaires.admin.editor.actions import Press, do
from leavingwell.questionnaires.admin.editor.loading import load
from leavingwell.questionnaires.admin.editor.rows import Area, areas_of

READ, ARRANGE = "questionnaires.change_wording", "questionnaires.add_wording"
NOTICE = "questionnaire_editor_notice"  # kept in the session between pressing a button and the screen after it


def matching(areas: list[Area], code: str, differs: bool) -> list[Area]:
    chosen = [area for area in areas if code in ("", area.domain.code)]
    if not differs:
        return chosen
    narrowed = [Area(one.domain, one.number, one.total, [row for row in one.rows if row.differs]) for one in chosen]
    return [area for area in narrowed if area.rows]


class EditorView(WagtailAdminTemplateMixin, TemplateView):  # type: ignore[misc]
    template_name = "questionnaires/admin/editor/screen.html"
    page_title = gettext_lazy("Questionnaire")
    header_icon = "list-ul"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not request.user.has_perm(READ):
            raise PermissionDenied
        response: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        return response

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.get_page_title()}]

    @cached_property
    def may_arrange(self) -> bool:
        """The nation edits its own words; only a council has something to put in their place."""
        return bool(scope.current()) and bool(self.request.user.has_perm(ARRANGE))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        areas = list(areas_of(load()))
        area, differs = self.request.GET.get("area", ""), "differs" in self.request.GET
        shown = matching(areas, area, differs)
        notice = self.request.session.pop(NOTICE, None)
        known = {row.code for one in shown for row in one.rows} | {one.domain.code for one in shown}
        return {
            **super().get_context_data(**kwargs),
            "all_areas": areas,
            "areas": shown,
            "chosen": {"area": area, "differs": differs},
            "notice": notice,
            "notice_has_place": bool(notice) and notice["code"] in known,
            "in_council": bool(scope.current()),
            "here": self.address,
        }

    @property
    def address(self) -> str:
        """This screen with its filters."""
        chosen = {name: self.request.GET[name] for name in ("area", "differs") if self.request.GET.get(name)}
        return f"{self.request.path}?{urlencode(chosen)}" if chosen else str(self.request.path)

    def post(self, request: Request) -> HttpResponseRedirect:
        if not self.may_arrange:
            raise PermissionDenied
        name, _colon, code = request.POST.get("do", "").partition(":")
        try:
            words, is_error = do(name, code, Press(request.viewer or None, request.POST)), False
        except Problems as refused:
            words, is_error = " ".join(str(problem.message) for problem in refused.problems), True
        request.session[NOTICE] = {"code": code[:20], "words": words, "is_error": is_error}
        return HttpResponseRedirect(f"{self.address}#{urlencode({'': code[:20]})[1:]}")
