"""The screen on which a council sets its rules for plans, by date."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import path
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.admin.viewsets.base import ViewSet
from wagtail.admin.widgets import AdminDateInput

from leavingwell.platform.access.operations import CouncilOperation
from leavingwell.platform.access.permissions import user_can_in_council
from leavingwell.platform.councils import scope
from leavingwell.platform.councils.admin.allowed import open_namespace
from leavingwell.platform.people.dates import months_after
from leavingwell.platform.people.request import Request
from leavingwell.platform.plans.models import PlanRules
from leavingwell.platform.plans.models.rules import rules
from leavingwell.platform.plans.services.rule_setting import SET_HERE, set_plan_rules, warnings_of
from leavingwell.platform.problems import Problems

NAMESPACE = "plan_rules"
GROUPS = (
    (gettext_lazy("Plans and reviews"), ("start_age_months", "assessment_within_months", "review_every_months")),
    (gettext_lazy("After a move"), ("review_after_move_days", "visit_after_move_days")),
    (gettext_lazy("Keeping in touch"), ("visit_every_weeks", "contact_every_weeks", "offer_every_months")),
    (
        gettext_lazy("A plan without the young person"),
        ("attempts_needed", "attempt_channels_needed", "attempts_over_days"),
    ),
    (gettext_lazy("Sign-off"), ("quality_check", "matters_needed", "completion_target")),
)
FIELDS = forms.fields_for_model(PlanRules, fields=SET_HERE)
DAY = forms.DateField(label=gettext_lazy("These rules hold from"), widget=AdminDateInput)
RulesForm = type("RulesForm", (forms.Form,), {"effective_from": DAY, **FIELDS})  # the service checks what it says


def may_set(request: Any) -> bool:
    """Rules are a council's: its administrator sets them, at its own host."""
    return bool(scope.current()) and user_can_in_council(request.viewer or None, CouncilOperation.SET_PLAN_RULES)


def first_of_next_month(today: date) -> date:
    return months_after(today.replace(day=1), 1)


class PlanRulesView(WagtailAdminTemplateMixin, FormView):  # type: ignore[type-arg, misc]  # FormView[…] would not run
    request: Request
    form_class = RulesForm
    template_name = "plans/admin/rules.html"
    page_title = gettext_lazy("Rules for plans")
    header_icon = "calendar-alt"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not scope.current():
            raise Http404
        if not may_set(request):
            raise PermissionDenied
        response: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        return response

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.get_page_title()}]

    def get_initial(self) -> dict[str, Any]:
        latest = PlanRules.objects.order_by("-effective_from").first() or PlanRules()
        values = forms.model_to_dict(latest, list(SET_HERE))
        return {**values, "effective_from": first_of_next_month(timezone.localdate())}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        context["sets"] = described_sets()
        form = context["form"]
        context["groups"] = [(title, [form[name] for name in names]) for title, names in GROUPS]
        context["compared"] = [
            (FIELDS[name].label, [shown(one["rules"], name) for one in context["sets"]]) for name in SET_HERE
        ]
        return context

    def form_valid(self, form: Any) -> HttpResponse:
        given = dict(form.cleaned_data)
        try:
            made = set_plan_rules(given, given.pop("effective_from"), by=self.request.viewer or None)
        except Problems as refused:
            for problem in refused.problems:
                form.add_error(problem.field or None, str(problem.message))
            return self.form_invalid(form)
        messages.success(self.request, _("Saved. Dates that run already keep the rules under which they started."))
        for warning in warnings_of(made):
            messages.warning(self.request, warning)
        return redirect(f"{NAMESPACE}:index")

    def form_invalid(self, form: Any) -> HttpResponse:
        messages.error(self.request, _("Not saved: look at what is marked below."))
        response: HttpResponse = self.render_to_response(self.get_context_data(form=form), status=422)
        return response


def described_sets() -> list[dict[str, Any]]:
    """The newest first. Where the council has set none, the usual ones, which are not kept anywhere."""
    today, now, stored = timezone.localdate(), rules(), list(PlanRules.objects.order_by("-effective_from"))
    return [
        {
            "rules": one,
            "kept": bool(stored),
            "now": one.pk == now.pk,
            "begun": one.effective_from <= today,
            "warnings": warnings_of(one),
        }
        for one in stored or [now]
    ]


def shown(found: PlanRules, name: str) -> Any:
    value = getattr(found, name)
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    return found.get_start_age_months_display() if name == "start_age_months" else value


class PlanRulesItem(MenuItem):  # type: ignore[misc]
    def is_shown(self, request: HttpRequest) -> bool:
        return may_set(request)


class PlanRulesViewSet(ViewSet):  # type: ignore[misc]
    name = NAMESPACE
    url_prefix = "plan-rules"
    icon = "calendar-alt"
    menu_label = gettext_lazy("Rules for plans")
    menu_item_class = PlanRulesItem
    menu_order = 450
    add_to_admin_menu = True

    def get_urlpatterns(self) -> list[Any]:
        return [path("", PlanRulesView.as_view(), name="index")]

    def on_register(self) -> None:
        open_namespace(self.url_namespace)
        super().on_register()
