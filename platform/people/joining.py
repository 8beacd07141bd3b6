"""Signing in with the code of an invitation: from a printed letter, or from the e-mail."""

from typing import Any

from allauth.account.internal.flows.login import record_authentication
from allauth.account.utils import perform_login
from allauth.core import ratelimit
from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from leavingwell.platform.people.codes import bare
from leavingwell.platform.people.invitations import use_code

UNKNOWN = _("That code does not work. Look at it again, or ask your worker for a new letter.")
METHOD = "invitation"


class JoinForm(forms.Form):
    use_required_attribute = False
    code = forms.CharField(
        label=_("The code in your letter"),
        widget=forms.TextInput(attrs={"class": "short", "autocomplete": "off", "autocapitalize": "characters"}),
    )


@sensitive_post_parameters("code")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def join(request: HttpRequest) -> HttpResponse:
    """A code that is made up, used, old, withdrawn or another council's is answered alike."""
    form = JoinForm(request.POST or None)
    if not form.is_bound or not form.is_valid():
        return page(request, form, 422 if form.is_bound else 200)
    code = form.cleaned_data["code"]
    if not ratelimit.consume(request, action="join", key=bare(code)):
        return too_often(request)
    person = use_code(code)
    if person is None:
        form.add_error("code", UNKNOWN)
        return page(request, form, 422)
    record_authentication(request, person.user, method=METHOD)
    answer: HttpResponse = perform_login(request, person.user, email_verification="none", redirect_url="/")
    return answer


def too_often(request: HttpRequest) -> HttpResponse:
    answer: HttpResponse = ratelimit.respond_429(request)
    return answer


def page(request: HttpRequest, form: Any, status: int) -> HttpResponse:
    return render(request, "account/join.html", {"form": form}, status=status)
