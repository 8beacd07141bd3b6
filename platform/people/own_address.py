"""“Is this address yours?”: asked of whoever is signed in, and answered with a code that was sent there."""

import time
from typing import Any

from allauth.account.adapter import get_adapter
from allauth.core import ratelimit
from django import forms
from django.contrib.auth.decorators import login_required
from django.core.mail import send_mail
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from leavingwell.platform.people.confirming import confirm_address
from leavingwell.platform.people.sign_in.proof import LASTS, is_proved, pending

KEY = "own_address"
WRONG = _("That code does not work. Look at it again.")


class AddressForm(forms.Form):
    use_required_attribute = False
    code = forms.CharField(label=_("The code we sent you"), max_length=20)


@login_required
@never_cache
@require_POST
def ask(request: HttpRequest) -> HttpResponse:
    """Sends the code to the address as it is now."""
    user: Any = request.user
    if not user.email or user.email_confirmed_at:
        return redirect("/")
    if not ratelimit.consume(request, action="request_login_code", key=user.email):
        too_often: HttpResponse = ratelimit.respond_429(request)
        return too_often
    code = get_adapter(request).generate_login_code()
    request.session[KEY] = {"email": user.email, "code": code, "at": time.time(), "tries": 0}
    text = render_to_string("people/own_address.txt", {"code": code, "minutes": LASTS // 60})
    send_mail(gettext("Your code to show that this address is yours"), text, None, [user.email])
    return redirect("own_address")


@sensitive_post_parameters("code")
@login_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def confirm(request: HttpRequest) -> HttpResponse:
    """A code for an address that was changed in the meantime confirms nothing."""
    user: Any = request.user
    proof = pending(request, KEY)
    if proof is None or proof["email"] != user.email:
        return redirect("/")
    form = AddressForm(request.POST or None)
    if form.is_bound and form.is_valid():
        if is_proved(request, proof, form.cleaned_data["code"], KEY):
            confirm_address(user)
            return render(request, "account/own_address.html", {"done": True})
        form.add_error("code", WRONG)
    return render(request, "account/own_address.html", {"form": form}, status=422 if form.is_bound else 200)
