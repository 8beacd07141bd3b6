"""The council's rules for its pages: a second person, checks that block, and where previews of its own website are."""

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView
from wagtail.admin import messages

from leavingwell.content.editing.admin.screen import LIST, NAMESPACE, EditingScreen, viewer_of
from leavingwell.content.models import ContentRules
from leavingwell.content.models.content_rules import content_rules
from leavingwell.content.services.content_rules import set_content_rules

SET_RULES = "content.change_contentrules"


class RulesForm(forms.ModelForm):  # type: ignore[type-arg]  # ModelForm[…] would not run
    class Meta:
        model = ContentRules
        fields = ("second_person", "checks_must_pass", "preview_address")

    def clean_preview_address(self) -> str:
        address: str = self.cleaned_data["preview_address"]
        if address and not address.startswith(("https://", "http://localhost")):
            raise ValidationError(_("Give an address that begins with https://"))
        return address


class RulesView(EditingScreen, FormView):  # type: ignore[type-arg]
    form_class = RulesForm
    template_name = "content/editing/rules.html"
    page_title = gettext_lazy("Rules for pages")
    header_icon = "cog"
    above = f"{NAMESPACE}:index"
    above_label = LIST

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not request.user.has_perm(SET_RULES):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "instance": content_rules()}

    def form_valid(self, form: Any) -> HttpResponse:
        set_content_rules(by=viewer_of(self.request), **form.cleaned_data)
        messages.success(self.request, _("Saved."))
        return redirect(f"{NAMESPACE}:rules")
