from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from leavingwell.themes.portal.access import own_id, signed_in
from leavingwell.themes.portal.api import Refused, ask, change, one
from leavingwell.themes.portal.forms.answering import CheckInForm
from leavingwell.themes.portal.reading.todo import nodes

LOW = (1, 2)


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def check_in(request: HttpRequest) -> HttpResponse:
    """How are things today? A face tapped on the first page comes by POST too, so that no address ever holds it."""
    own_id(request)
    if request.method != "POST":
        return page(request, CheckInForm())
    if "chosen" in request.POST:
        return page(request, CheckInForm(initial={"face": request.POST["chosen"]}))
    form = CheckInForm(request.POST)
    if form.is_valid():
        try:
            sent = change(request, "send-check-in", **form.api_input())
        except Refused as refused:
            form.take(refused)
        else:
            return thanks(request, sent)
    return page(request, form, status=422)


def page(request: HttpRequest, form: CheckInForm, status: int = 200) -> HttpResponse:
    data = ask(request, "check-in", youngPerson=own_id(request))
    person = one(data["youngPerson"])
    context = {**data, "form": form, "person": person, "earlier": nodes(person["checkIns"])[::-1]}
    return render(request, "portal/check_in.html", context, status=status)


def thanks(request: HttpRequest, sent: dict[str, Any]) -> HttpResponse:
    if sent["sharedWith"] == "ONLY_ME":
        messages.success(request, _("Saved, for you alone."))
    else:
        messages.success(request, _("Sent. Thank you for saying how things are."))
    if sent["face"] in LOW:
        messages.info(
            request, _("If you want to talk to someone now, the numbers on this page are there day and night.")
        )
    return redirect("home")
