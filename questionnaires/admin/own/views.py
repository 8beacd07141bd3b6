"""The screens of own questions: the list, adding one, changing one."""

from abc import abstractmethod
from typing import Any

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages

from leavingwell.platform.people.request import Request
from leavingwell.platform.problems import Problems
from leavingwell.questionnaires.admin.own import loading
from leavingwell.questionnaires.admin.own.forms import FIRST_ROWS, MORE_ROWS, NewQuestionForm, OwnQuestionForm
from leavingwell.questionnaires.admin.own.screen import Screen, or_404
from leavingwell.questionnaires.kinds import AnswerType, Variant
from leavingwell.questionnaires.models import Indicator
from leavingwell.questionnaires.own_question import MOST_CHOICES
from leavingwell.questionnaires.services.own_questions import add_question, change_question, own_question_of
from leavingwell.questionnaires.services.published import asked_now, published_codes

MORE = "more_choices"
ROWS = "rows"


class ListView(Screen):
    template_name = "questionnaires/admin/own/list.html"
    page_title = gettext_lazy("Our own questions")
    leads_back = False

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context_data(**kwargs), "questions": loading.listed()}


class FormView(Screen):
    """Shows the form; sent with “more choices” it comes back as it was typed, with room for more."""

    template_name = "questionnaires/admin/own/form.html"
    form_class: type[OwnQuestionForm] = OwnQuestionForm

    def form(self, data: Any = None, initial: Any = None, rows: int = FIRST_ROWS) -> Any:
        return self.form_class(data, initial=initial, rows=rows, labels=loading.labels_by_type())

    def asked_rows(self) -> int:
        rows = self.request.POST.get(ROWS, "")
        return min(int(rows), MOST_CHOICES) if rows.isascii() and rows.isdigit() and len(rows) < 3 else FIRST_ROWS

    def post(self, request: Request, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if MORE in request.POST:
            return self.shown(self.form(initial=typed(request.POST), rows=self.asked_rows() + MORE_ROWS))
        form = self.form(request.POST, rows=self.asked_rows())
        if form.is_valid():
            try:
                indicator = self.save(form)
            except Problems as refused:
                form.refuse(refused)
            else:
                self.tell(_("Saved: %s. Young people read it once you publish.") % indicator.code)
                return redirect("own_questions:edit", indicator.code)
        messages.error(request, _("Not saved: look at what is marked below."))
        return self.shown(form)

    def shown(self, form: OwnQuestionForm) -> HttpResponse:
        return self.render_to_response(self.get_context_data(form=form))

    @abstractmethod
    def save(self, form: Any) -> Indicator:
        """Raises `Problems`."""


def typed(data: Any) -> dict[str, Any]:
    """What was typed, to be shown again without judging it."""
    several = {name: data.getlist(name) for name in data if name.startswith("tells_")}
    return {**data.dict(), **several}


class AddView(FormView):
    page_title = gettext_lazy("Add a question of our own")
    form_class = NewQuestionForm

    def form(self, data: Any = None, initial: Any = None, rows: int = FIRST_ROWS) -> Any:
        labels, domains = loading.labels_by_type(), loading.domain_choices()
        return NewQuestionForm(data, initial=initial, rows=rows, labels=labels, domains=domains)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"form": self.form(), **kwargs})

    def save(self, form: Any) -> Indicator:
        return add_question(form.cleaned_data["domain"], form.question(), by=self.request.viewer or None)


class EditView(FormView):
    @cached_property
    def indicator(self) -> Indicator:
        found: Indicator = or_404(own_question_of, self.kwargs["code"])
        return found

    def get_page_title(self) -> str:
        return str(self.indicator.code)

    def form(self, data: Any = None, initial: Any = None, rows: int = FIRST_ROWS) -> Any:
        there = loading.initial_of(self.indicator)
        locked = loading.locked_words(self.indicator)
        labels = loading.labels_by_type()
        return OwnQuestionForm(data, initial={**there, **(initial or {})}, rows=rows, labels=labels, locked=locked)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        rows = max(FIRST_ROWS, len(loading.choices_of(self.indicator)) + 2)
        form = kwargs.pop("form", None) or self.form(rows=rows)
        state, note = loading.state_of(self.indicator, published_codes(), asked_now())
        return super().get_context_data(
            form=form,
            indicator=self.indicator,
            answered=AnswerType(self.indicator.answer_type).label,
            state=state,
            note=note,
            is_shared=self.indicator.code in loading.shared_codes(),
            variants=[one for one in Variant if one != Variant.STANDARD],
            **kwargs,
        )

    def save(self, form: Any) -> Indicator:
        change_question(self.indicator, form.question(), by=self.request.viewer or None)
        return self.indicator
