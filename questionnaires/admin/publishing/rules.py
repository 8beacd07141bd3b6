"""The screen on which a council sets its rules for questions."""

from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView
from wagtail.admin import messages

from leavingwell.platform.councils import scope
from leavingwell.platform.people.request import Request
from leavingwell.platform.problems import Problems
from leavingwell.questionnaires.admin.publishing.screen import PublisherScreen
from leavingwell.questionnaires.models import QuestionnaireRules
from leavingwell.questionnaires.models.rules import rules
from leavingwell.questionnaires.services.rules import SET_HERE, set_rules

# A plain form: the service checks what the fields say together, in words.
RulesForm = type("RulesForm", (forms.Form,), forms.fields_for_model(QuestionnaireRules, fields=SET_HERE))


class RulesView(PublisherScreen, FormView):  # type: ignore[type-arg]  # FormView[…] would not run
    request: Request
    form_class = RulesForm
    template_name = "questionnaires/admin/publishing/rules.html"
    page_title = gettext_lazy("Rules for questions")
    header_icon = "cog"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not scope.current():
            raise Http404
        return super().dispatch(request, *args, **kwargs)

    def get_initial(self) -> dict[str, Any]:
        return forms.model_to_dict(rules(), SET_HERE)

    def form_valid(self, form: Any) -> HttpResponse:
        try:
            set_rules(form.cleaned_data, by=self.request.viewer or None)
        except Problems as refused:
            for problem in refused.problems:
                form.add_error(problem.field or None, str(problem.message))
            return self.form_invalid(form)
        messages.success(self.request, _("Saved. These rules hold from now on."))
        return redirect("question_rules:index")

    def form_invalid(self, form: Any) -> HttpResponse:
        messages.error(self.request, _("Not saved: look at what is marked below."))
        response: HttpResponse = self.render_to_response(self.get_context_data(form=form), status=422)
        return response
