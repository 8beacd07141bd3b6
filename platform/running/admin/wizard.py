"""Opening a council step by step: back and forth, with a summary before anything is made."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin import messages

from leavingwell.platform.councils.models import Council
from leavingwell.platform.problems import Problems
from leavingwell.platform.running.addresses import port_of, portal_of
from leavingwell.platform.running.admin.kept_steps import Kept
from leavingwell.platform.running.admin.national import NAMESPACE, NationalScreen
from leavingwell.platform.running.admin.steps import BY_CODE, STEPS, Step
from leavingwell.platform.running.services.opening import NewCouncil, start_council
from leavingwell.platform.running.services.templates import label_of
from leavingwell.translations.languages import LANGUAGES

OPEN = gettext_lazy("Open a council")


class WizardScreen(NationalScreen):
    page_title = OPEN
    header_icon = "plus-inverse"
    code = ""

    @cached_property
    def kept(self) -> Kept:
        request: Any = self.request
        return Kept(request)

    @property
    def way(self) -> list[dict[str, Any]]:
        """The steps as links, with those that are done."""
        open_ones = self.kept.unfinished()
        return [{"step": one, "here": one.code == self.code, "done": one.code not in open_ones} for one in STEPS]


class StepView(WizardScreen, TemplateView):
    template_name = "running/admin/step.html"

    @cached_property
    def step(self) -> Step:
        found = BY_CODE.get(self.kwargs["step"])
        if found is None:
            raise Http404
        return found

    @property
    def number(self) -> int:
        return STEPS.index(self.step) + 1

    @property
    def last(self) -> int:
        return len(STEPS)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.code = self.step.code
        return self.render_to_response(self.get_context_data(form=self.kept.form(self.code)))

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.code = self.step.code
        form = self.step.form(request.POST, request.FILES)
        is_right = form.is_valid()
        self.kept.keep(self.code, form)
        if "back" in request.POST:
            return redirect(f"{NAMESPACE}:step", STEPS[max(self.number - 2, 0)].code)
        if not is_right:
            messages.error(request, _("Look at what is marked below."))
            return self.render_to_response(self.get_context_data(form=form), status=422)
        if self.number == self.last:
            return redirect(f"{NAMESPACE}:summary")
        return redirect(f"{NAMESPACE}:step", STEPS[self.number].code)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        logo = self.kept.logo if self.code == "look" else None
        return {**super().get_context_data(**kwargs), "logo": logo}


class SummaryView(WizardScreen, TemplateView):
    """All that was typed, and the button that makes it so."""

    template_name = "running/admin/summary.html"
    code = "summary"

    def new(self) -> NewCouncil:
        return self.kept.new_council(port_of(self.request))

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if waiting := self.kept.unfinished():
            return redirect(f"{NAMESPACE}:step", waiting[0])
        new = self.new()
        languages = [LANGUAGES[code].english_name for code in ["en", *new.languages]]
        shown = {"new": new, "template": label_of(new.template), "languages": languages, "logo": self.kept.logo}
        return self.render_to_response(self.get_context_data(**shown))

    def post(self, request: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        if waiting := self.kept.unfinished():
            messages.error(request, _("Something is missing, or has changed meanwhile. Look at this step again."))
            return redirect(f"{NAMESPACE}:step", waiting[0])
        try:
            council = start_council(self.new(), by=request.viewer)
        except Problems as refused:
            for problem in refused.problems:
                messages.error(request, problem.message)
            return self.get(request)
        self.kept.forget()
        return redirect(f"{NAMESPACE}:next", council.slug)


class LeaveView(WizardScreen, TemplateView):
    """Forgets what was typed."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.kept.forget()
        messages.info(request, _("Nothing was made. What you had typed is gone."))
        return redirect(f"{NAMESPACE}:index")


class NextView(NationalScreen, TemplateView):
    """The council is open: what comes next."""

    template_name = "running/admin/next.html"
    page_title = gettext_lazy("What comes next")
    header_icon = "check"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        council = get_object_or_404(Council, slug=self.kwargs["slug"])
        return {**super().get_context_data(**kwargs), "council": council, "portal": portal_of(council)}
