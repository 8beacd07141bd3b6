"""How are things today? One tap says it; for ten minutes after it more can be said, or it can be taken back."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from leavingwell.themes.portal.access import own_id, signed_in
from leavingwell.themes.portal.api import Refused, ask, change, one
from leavingwell.themes.portal.devices import is_own
from leavingwell.themes.portal.forms.check_in import CheckInForm, MoreForm
from leavingwell.themes.portal.reading.check_ins import are_those_named, can_be_changed, not_taken_back, sent_of
from leavingwell.themes.portal.whose import whose
from leavingwell.themes.portal.words import SHARED_WITH

LOW = (1, 2)


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def check_in(request: HttpRequest) -> HttpResponse:
    """A face tapped on the first page comes by POST too, so that no address ever holds it."""
    own_id(request)
    if request.method != "POST":
        return page(request, CheckInForm())
    if "chosen" not in request.POST:
        return send(request, CheckInForm(request.POST))
    return tapped(request)


def tapped(request: HttpRequest) -> HttpResponse:
    """It goes to those whom its page named. Are they others by now, the reader is asked as for the first one."""
    chosen = {"face": request.POST["chosen"]}
    shared_with = request.POST.get("shared_with", "")
    if shared_with not in SHARED_WITH:
        return page(request, CheckInForm(initial=chosen))
    person = one(ask(request, "check-in", youngPerson=own_id(request))["youngPerson"])
    if are_those_named(request.POST.get("readers", ""), person, shared_with):
        return send(request, CheckInForm({**request.POST.dict(), **chosen, "call": "NO"}))
    if "background" in request.POST:
        return JsonResponse({}, status=422)
    messages.info(request, _("Who sees it has changed. Look at it, then send it."))
    return page(request, CheckInForm(initial=chosen), status=422)


def send(request: HttpRequest, form: CheckInForm) -> HttpResponse:
    """A script that sends what waited on the device is answered for itself."""
    if form.is_valid():
        try:
            sent = change(request, "send-check-in", **form.api_input())
        except Refused as refused:
            form.take(refused)
        else:
            thank(request, sent)
            return JsonResponse({}) if "background" in request.POST else redirect("home")
    return JsonResponse({}, status=422) if "background" in request.POST else page(request, form, status=422)


def page(request: HttpRequest, form: CheckInForm, status: int = 200) -> HttpResponse:
    data = ask(request, "check-in", youngPerson=own_id(request))
    person = one(data["youngPerson"])
    context = {
        **data,
        "form": form,
        "person": person,
        "earlier": not_taken_back(person),
        "whose": whose(request),
        "withdrawn": [sent for sent in sent_of(person) if sent["withdrawnAt"]],
        "own_device": is_own(request),
    }
    return render(request, "portal/check_in.html", context, status=status)


def thank(request: HttpRequest, sent: dict[str, Any]) -> None:
    if sent["sharedWith"] == "ONLY_ME":
        messages.success(request, _("Saved, for you alone."))
    else:
        messages.success(request, _("Sent. Thank you for saying how things are."))
    if sent["face"] in LOW:
        messages.info(
            request, _("If you want to talk to someone now, you find whom to call further down on this page.")
        )


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def more(request: HttpRequest, check_in: str) -> HttpResponse:
    """More words to one that is sent, and who sees it."""
    person = one(ask(request, "sent-check-in", youngPerson=own_id(request), checkIn=check_in)["youngPerson"])
    sent = one(person["checkIn"])
    if not can_be_changed(sent):
        return too_late(request, sent["sharedWith"])
    form = MoreForm(request.POST or None, initial={"shared_with": sent["sharedWith"]})
    if form.is_bound and form.is_valid():
        try:
            change(request, "add-to-check-in", **form.api_input(check_in))
        except Refused as refused:
            form.take(refused)
        else:
            messages.success(request, _("Saved."))
            return redirect("home")
    context = {"person": person, "sent": sent, "form": form}
    return render(request, "portal/check_in_more.html", context, status=422 if form.is_bound else 200)


def too_late(request: HttpRequest, shared_with: str) -> HttpResponse:
    """What was typed too late begins another check-in, for those who were chosen for it."""
    chosen = request.POST.get("shared_with", "")
    shared_with = chosen if chosen in SHARED_WITH else shared_with
    note = request.POST.get("note", "")
    messages.info(request, _("A check-in can be changed for ten minutes. You can send another one."))
    return page(request, CheckInForm(initial={"note": note, "shared_with": shared_with}), status=422 if note else 200)


@signed_in
@require_POST
def take_back(request: HttpRequest, check_in: str) -> HttpResponse:
    own_id(request)
    try:
        change(request, "withdraw-check-in", checkInId=check_in)
    except Refused as refused:
        messages.info(request, refused.message)
    else:
        messages.success(request, _("Taken back. Only you can see it now."))
    return redirect("home")
