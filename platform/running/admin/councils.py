"""The operator's list of councils: which are in use, and switching them off and on."""

from typing import Any

from django import forms
from django.db.models import Count, Max, Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView, TemplateView
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSet

from leavingwell.platform.councils.admin.allowed import open_namespace
from leavingwell.platform.councils.models import Council
from leavingwell.platform.people.roles import Role
from leavingwell.platform.problems import Problems
from leavingwell.platform.running.addresses import portal_of
from leavingwell.platform.running.admin.national import COUNCILS, NAMESPACE, NationalScreen, may_run
from leavingwell.platform.running.admin.wizard import LeaveView, NextView, StepView, SummaryView
from leavingwell.platform.running.services.switching import switch

ADMINS = Q(accounts__person__role=Role.COUNCIL_ADMIN, accounts__is_active=True)


class ListView(NationalScreen, TemplateView):
    template_name = "running/admin/councils.html"

    @cached_property
    def councils(self) -> list[Any]:
        """With how many administrators each has, and when one of them was last there. One query."""
        rows = Council.objects.annotate(
            admins=Count("accounts", filter=ADMINS), last_seen=Max("accounts__last_login", filter=ADMINS)
        ).order_by("name")
        return [{"council": row, "portal": portal_of(row)} for row in rows]


class SwitchForm(forms.Form):
    use_required_attribute = False
    reason = forms.CharField(
        label=gettext_lazy("Why"),
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("It stays on record."),
    )


class SwitchView(NationalScreen, FormView):  # type: ignore[type-arg]  # FormView[…] would not run
    """Off: one neutral page at its host, all data kept. On: as it was."""

    template_name = "running/admin/switch.html"
    form_class = SwitchForm

    @cached_property
    def council(self) -> Council:
        return get_object_or_404(Council, slug=self.kwargs["slug"])

    def get_page_title(self) -> str:
        words = _("Take %s out of use") if self.council.is_active else _("Put %s back into use")
        return words % self.council.name

    @property
    def page_title(self) -> str:  # type: ignore[override]
        return self.get_page_title()

    def form_valid(self, form: Any) -> HttpResponse:
        request: Any = self.request
        on = not self.council.is_active
        try:
            switch(self.council, on=on, reason=form.cleaned_data["reason"], by=request.viewer)
        except Problems as refused:
            for problem in refused.problems:
                form.add_error(problem.field or None, str(problem.message))
            return self.form_invalid(form)
        told = _("%s is in use again.") if on else _("%s is out of use. Its host shows a neutral page; all is kept.")
        messages.success(request, told % self.council.name)
        return redirect(f"{NAMESPACE}:index")

    def form_invalid(self, form: Any) -> HttpResponse:
        messages.error(self.request, _("Not saved: look at what is marked below."))
        response: HttpResponse = self.render_to_response(self.get_context_data(form=form), status=422)
        return response


class CouncilsItem(MenuItem):  # type: ignore[misc]
    def is_shown(self, request: Any) -> bool:
        return may_run(request)


class CouncilsViewSet(ViewSet):  # type: ignore[misc]
    name = NAMESPACE
    icon = "globe"
    menu_label = COUNCILS
    menu_item_class = CouncilsItem
    menu_order = 50
    add_to_admin_menu = True

    def get_urlpatterns(self) -> list[Any]:
        return [
            path("", ListView.as_view(), name="index"),
            path("new/summary/", SummaryView.as_view(), name="summary"),
            path("new/leave/", LeaveView.as_view(), name="leave"),
            path("new/<slug:step>/", StepView.as_view(), name="step"),
            path("<slug:slug>/next/", NextView.as_view(), name="next"),
            path("<slug:slug>/switch/", SwitchView.as_view(), name="switch"),
        ]

    def on_register(self) -> None:
        open_namespace(self.url_namespace)
        super().on_register()
