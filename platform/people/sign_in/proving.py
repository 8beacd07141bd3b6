"""The page where the code is typed in, in the browser that is signing in."""

from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.login import record_authentication
from allauth.account.utils import perform_login
from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from leavingwell.platform.people.sign_in.accounts import link
from leavingwell.platform.people.sign_in.adapter import refused
from leavingwell.platform.people.sign_in.proof import is_proved, pending
from leavingwell.platform.people.sign_in.second_step import COUNCIL_ACCOUNT
from leavingwell.platform.people.sign_in.views import provider_here

WRONG = _("That code does not work. Look at it again.")


class ProofForm(forms.Form):
    use_required_attribute = False
    code = forms.CharField(label=_("The code we sent you"), max_length=20)


@sensitive_post_parameters("code")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def prove(request: HttpRequest) -> HttpResponse:
    provider = provider_here(request)
    proof = pending(request)
    if proof is None:
        return redirect("account_login")
    form = ProofForm(request.POST or None)
    if not form.is_bound or not form.is_valid():
        return page(request, form, proof, 422 if form.is_bound else 200)
    if not is_proved(request, proof, form.cleaned_data["code"]):
        if pending(request) is None:
            return refused(request)
        form.add_error("code", WRONG)
        return page(request, form, proof, 422)
    return sign_in(request, proof, provider.app.provider_id)


def sign_in(request: HttpRequest, proof: dict[str, Any], provider_id: str) -> HttpResponse:
    """Refused where the provider, the colleague or their address has changed in the meantime."""
    account = link(proof["uid"], proof["email"], provider_id) if proof["provider"] == provider_id else None
    if account is None:
        return refused(request)
    if request.user.is_authenticated:
        get_adapter(request).logout(request)
    record_authentication(request, account.user, COUNCIL_ACCOUNT, provider=account.provider, uid=account.uid)
    back: HttpResponse = perform_login(request, account.user, email_verification="none", redirect_url=proof["next"])
    return back


def page(request: HttpRequest, form: ProofForm, proof: dict[str, Any], status: int) -> HttpResponse:
    return render(request, "socialaccount/proof.html", {"form": form, "email": proof["email"]}, status=status)
