"""The button "I checked this today"."""

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.admin.widgets import AdminDateInput

from leavingwell.content.models import OfferPage
from leavingwell.content.models.pages.offer import CHECK_EVERY
from leavingwell.content.services.checking import note_check
from leavingwell.platform.councils import scope
from leavingwell.platform.people.request import Request
from leavingwell.platform.problems import Problems


class CheckedForm(forms.Form):
    next_check_on = forms.DateField(
        label=gettext_lazy("Look again on"),
        help_text=gettext_lazy("Half a year from now is usual. Choose an earlier day if it changes often."),
        widget=AdminDateInput,
    )


class CheckedView(WagtailAdminTemplateMixin, FormView):  # type: ignore[misc, type-arg]  # FormView[…] would not run
    request: Request
    form_class = CheckedForm
    template_name = "content/admin/checked.html"
    page_title = gettext_lazy("I checked this today")
    header_icon = "check"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        offer = OfferPage.objects.filter(pk=kwargs["pk"], council=scope.current() or None).first()
        if offer is None:
            raise Http404
        viewer = self.request.viewer
        if not offer.permissions_for_user(request.user).may_publish() or not viewer:
            raise PermissionDenied
        self.offer, self.viewer = offer, viewer
        response: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        return response

    def get_page_subtitle(self) -> str:
        return str(self.offer.title)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.get_page_title()}]

    def get_initial(self) -> dict[str, Any]:
        return {"next_check_on": timezone.localdate() + CHECK_EVERY}

    def form_valid(self, form: Any) -> HttpResponse:
        try:
            note_check(self.offer, by=self.viewer, next_check_on=form.cleaned_data["next_check_on"])
        except Problems as refused:
            for problem in refused.problems:
                form.add_error("next_check_on", problem.message)
            return self.form_invalid(form)
        messages.success(self.request, _("Noted: “%s” is right as of today.") % self.offer.title)
        return redirect("offers:index")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context_data(**kwargs), "offer": self.offer}
