"""The screen on which a question gets its condition."""

from typing import Any

from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import path
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.viewsets.base import ViewSet

from leavingwell.platform.councils.admin.allowed import open_namespace
from leavingwell.platform.people.request import Request
from leavingwell.platform.problems import Problems
from leavingwell.questionnaires.admin.own.condition_form import ROWS, ConditionForm, initial_of
from leavingwell.questionnaires.admin.own.screen import Screen, or_404
from leavingwell.questionnaires.arranging import arrangements
from leavingwell.questionnaires.condition_words import Words
from leavingwell.questionnaires.conditions import questions_of
from leavingwell.questionnaires.freezing import content_of
from leavingwell.questionnaires.models import Indicator
from leavingwell.questionnaires.services.arranging import indicator_of
from leavingwell.questionnaires.services.conditions import CORE_IS_ASKED, clear_condition, set_condition
from leavingwell.translations.languages import SOURCE

SHOW, CLEAR = "show", "clear"


class ConditionView(Screen):
    template_name = "questionnaires/admin/own/condition.html"
    header_icon = "view"
    leads_back = False

    @cached_property
    def indicator(self) -> Indicator:
        found: Indicator = or_404(indicator_of, self.kwargs["code"])
        return found

    @cached_property
    def content(self) -> dict[str, Any]:
        return content_of(self.indicator.domain.questionnaire)

    @cached_property
    def condition(self) -> Any:
        own = arrangements().own.get(self.indicator.pk)
        return own.show_when if own else None

    def get_page_title(self) -> str:
        return str(_("When %s is shown") % self.indicator.code)

    def form(self, data: Any = None, initial: Any = None) -> ConditionForm:
        earlier, groups = self.earlier()
        return ConditionForm(data, initial=initial, questions=earlier, groups=groups)

    def earlier(self) -> tuple[dict[str, Any], Any]:
        """The questions that are asked before this one, by code, and by area for a list to choose from."""
        found: dict[str, Any] = {}
        for question in questions_of(self.content):
            if question["code"] == self.indicator.code:
                break
            found[question["code"]] = question
        groups = [
            (area["name"], [(one["code"], named(one)) for one in area["questions"] if one["code"] in found])
            for area in self.content["domains"]
        ]
        return found, [(area, listed) for area, listed in groups if listed]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        initial = initial_of(self.condition)
        words = Words(self.content)
        return super().get_context_data(
            form=kwargs.pop("form", None) or self.form(initial=initial or {"join": "all"}),
            indicator=self.indicator,
            question=words.question(self.indicator.code, whole=True),
            now=words.shown_when(arrangements().show_when(self.indicator)),
            has_own=self.condition is not None,
            can_show=initial is not None,
            core=CORE_IS_ASKED if self.indicator.is_core else "",
            **kwargs,
        )

    def post(self, request: Request, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if CLEAR in request.POST:
            return self.cleared(request)
        if SHOW in request.POST:
            return self.shown(self.form(initial=typed(request.POST)))
        form = self.form(request.POST)
        if form.is_valid():
            try:
                set_condition(self.indicator, form.condition(), by=request.viewer or None)
            except Problems as refused:
                for problem in refused.problems:
                    form.add_error(None, str(problem.message))
            else:
                return self.saved()
        messages.error(request, _("Not saved: look at what is marked below."))
        return self.shown(form)

    def cleared(self, request: Request) -> HttpResponseBase:
        try:
            clear_condition(self.indicator, by=request.viewer or None)
        except Problems as refused:
            self.tell_problems(refused)
            return redirect("question_conditions:edit", self.indicator.code)
        return self.saved()

    def saved(self) -> HttpResponseBase:
        self.tell(_("Saved: when %s is shown. It counts once you publish.") % self.indicator.code)
        return redirect("question_conditions:edit", self.indicator.code)

    def shown(self, form: ConditionForm) -> HttpResponseBase:
        return self.render_to_response(self.get_context_data(form=form))


def named(question: Any) -> str:
    return f"{question['code']} {question['texts'].get('standard', {}).get('text', {}).get(SOURCE, '')}"


def typed(data: Any) -> dict[str, Any]:
    """What was chosen, to be shown again without judging it."""
    return {**data.dict(), **{f"choices_{row}": data.getlist(f"choices_{row}") for row in range(ROWS)}}


class ConditionViewSet(ViewSet):  # type: ignore[misc]
    """Without a menu entry: the ways in are the questions."""

    name = "question_conditions"
    url_prefix = "question-conditions"
    icon = "view"

    def get_urlpatterns(self) -> list[Any]:
        return [path("<slug:code>/", ConditionView.as_view(), name="edit")]

    def on_register(self) -> None:
        open_namespace(self.url_namespace)
        super().on_register()
