"""Signing in: whether staff need a second step, and the council's own single sign-on."""

from typing import Any

from django import forms
from django.core.validators import MaxLengthValidator
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.access.admin.screen import ServiceFormView, address
from leavingwell.platform.people.models import SignInRules
from leavingwell.platform.people.sign_in.rules import sign_in_rules
from leavingwell.platform.people.sign_in.setting_rules import FIELDS, NewRules, set_sign_in_rules

LONGEST = MaxLengthValidator(200)


class SignInForm(forms.Form):
    use_required_attribute = False
    staff_need_second_step = forms.BooleanField(
        label=_("Staff need a second step"),
        required=False,
        help_text=_("A code from an app, or a passkey. Whoever has none sets one up before they can do anything else."),
    )
    single_sign_on = forms.BooleanField(
        label=_("Staff may sign in with the council's own account"),
        required=False,
        help_text=_("Your provider then decides how they prove who they are: this counts as a second step."),
    )
    issuer = forms.CharField(
        label=_("Issuer"),
        required=False,
        validators=[LONGEST],
        help_text=_("The address of your OpenID Connect provider, such as Microsoft Entra. It begins with https://."),
    )
    client_id = forms.CharField(label=_("Client id"), required=False, validators=[LONGEST])
    client_secret = forms.CharField(
        label=_("Client secret"),
        required=False,
        validators=[MaxLengthValidator(1000)],
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
        help_text=_("It is never shown again. Leave this empty to keep the one that is there."),
    )
    only_single_sign_on = forms.BooleanField(
        label=_("Staff sign in with the council's own account only"),
        required=False,
        help_text=_(
            "Everybody else is signed out now and comes back this way. "
            "Administrators keep their password, as a way in when the provider does not answer."
        ),
    )


class SigningInView(ServiceFormView):
    form_class = SignInForm
    template_name = "access/admin/signing_in.html"
    page_title = _("Signing in")
    back_to, back_label = "staff", _("Staff")
    submit = _("Save")
    done = _("Saved.")

    @cached_property
    def rules(self) -> SignInRules:
        return sign_in_rules()

    def get_initial(self) -> dict[str, Any]:
        return {name: getattr(self.rules, name) for name in FIELDS}

    def act(self, given: dict[str, Any]) -> None:
        set_sign_in_rules(NewRules(**given), by=self.viewer)

    def get_success_url(self) -> str:
        return address("signing_in")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        callback = self.request.build_absolute_uri(reverse("council_account_callback"))
        has_secret = bool(self.rules.sealed_client_secret)
        return {**super().get_context_data(**kwargs), "callback": callback, "has_secret": has_secret}
