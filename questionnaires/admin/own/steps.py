"""Steps that are asked about first: retiring an own question, bringing it back, sharing it with other councils."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import Http404
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import Promise, cached_property
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.people.models import Person
from leavingwell.platform.people.request import Request
from leavingwell.platform.problems import Problems
from leavingwell.questionnaires.admin.own import loading
from leavingwell.questionnaires.admin.own.screen import Screen, or_404
from leavingwell.questionnaires.models import Indicator
from leavingwell.questionnaires.services.bank import share
from leavingwell.questionnaires.services.own_questions import bring_back, own_question_of, retire


@dataclass(frozen=True)
class Step:
    title: str | Promise
    what_happens: tuple[str | Promise, ...]
    button: str | Promise
    done: str | Promise
    do: Callable[[Indicator, Person | None], Any]
    waits: bool = True  # for the next publishing


STEPS = {
    "retire": Step(
        _("Retire %s"),
        (
            _("Once you publish, young people are not asked this question any more."),
            _("Nothing is deleted: all answers to it stay. Its code is never used again."),
            _("You can bring it back at any time."),
        ),
        _("Yes, retire it"),
        _("%s is retired. Once you publish, it is not asked any more."),
        retire,
    ),
    "bring-back": Step(
        _("Bring back %s"),
        (_("Once you publish, young people are asked this question again."),),
        _("Yes, bring it back"),
        _("%s is back. Once you publish, it is asked again."),
        bring_back,
    ),
    "share": Step(
        _("Share %s"),
        (
            _("Every council can then read this question in the question bank, with your council's name, and take it."),
            _("They see its words as you published them last, without pictures and recordings. They see nothing else."),
            _("You can take it out of the bank at any time. Councils that have taken it keep theirs."),
        ),
        _("Yes, share it"),
        _("%s is in the question bank."),
        share,
        waits=False,
    ),
}


class StepView(Screen):
    template_name = "questionnaires/admin/own/step.html"

    @cached_property
    def indicator(self) -> Indicator:
        found: Indicator = or_404(own_question_of, self.kwargs["code"])
        return found

    @cached_property
    def step(self) -> Step:
        if self.kwargs["step"] not in STEPS:
            raise Http404
        return STEPS[self.kwargs["step"]]

    def get_page_title(self) -> str:
        return str(self.step.title) % self.indicator.code

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        words = loading.words_of(self.indicator).get("text_en", "")
        edit = reverse("own_questions:edit", args=[self.indicator.code])
        return {**super().get_context_data(**kwargs), "step": self.step, "words": words, "edit": edit}

    def post(self, request: Request, *args: Any, **kwargs: Any) -> HttpResponseBase:
        step, indicator = self.step, self.indicator
        try:
            step.do(indicator, request.viewer or None)
        except Problems as refused:
            self.tell_problems(refused)
        else:
            self.tell(str(step.done) % indicator.code, waits=step.waits)
        return redirect("own_questions:edit", indicator.code)
