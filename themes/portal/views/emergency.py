"""Opening a record in an emergency, and the managers' list of who did."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from leavingwell.themes.portal.access import may_in_council, signed_in
from leavingwell.themes.portal.api import Refused, ask, change
from leavingwell.themes.portal.forms.trust import ReasonForm, SearchForm
from leavingwell.themes.portal.reading.todo import nodes
from leavingwell.themes.portal.shell import viewer_of


def page(request: HttpRequest, status: int = 200, **more: Any) -> HttpResponse:
    if not may_in_council(request, "OPEN_IN_EMERGENCY"):
        raise PermissionDenied
    found = ask(request, "emergencies", after=request.GET.get("after") or None)["emergencyAccesses"]
    opened, mine = nodes(found), viewer_of(request)["id"]
    context = {
        "search_form": SearchForm(),
        "mine": [one for one in opened if one["person"]["id"] == mine],
        "others": [one for one in opened if one["person"]["id"] != mine],
        "more": found["pageInfo"],
        **more,
    }
    return render(request, "portal/emergency.html", context, status=status)


@signed_in
@require_safe
def emergency(request: HttpRequest) -> HttpResponse:
    return page(request)


@signed_in
@require_POST
def search(request: HttpRequest) -> HttpResponse:
    """The name is sent in the form, so that it stands in no address and no log of addresses."""
    form = SearchForm(request.POST)
    if form.is_valid():
        try:
            found = change(request, "find-in-emergency", name=form.cleaned_data["name"])
        except Refused as refused:
            form.take(refused)
        else:
            matches = [{**one, "form": ReasonForm(auto_id=f"{one['id'][-12:-2]}_%s")} for one in found["matches"]]
            return page(request, search_form=form, matches=matches, searched=True)
    return page(request, status=422, search_form=form)


@signed_in
@require_POST
def open_record(request: HttpRequest, person: str) -> HttpResponse:
    form = ReasonForm(request.POST, auto_id=f"{person[-12:-2]}_%s")
    if form.is_valid():
        try:
            opened = change(request, "open-in-emergency", youngPersonId=person, reason=form.cleaned_data["reason"])
        except Refused as refused:
            form.take(refused)
        else:
            messages.success(request, _("The record is open for a day. The manager has been told."))
            return redirect("person", person=opened["youngPerson"]["id"])
    match = {"id": person, "name": request.POST.get("name", ""), "team": request.POST.get("team", ""), "form": form}
    return page(request, status=422, matches=[match], searched=True)


@signed_in
@require_POST
def seen(request: HttpRequest, access: str) -> HttpResponse:
    try:
        change(request, "see-emergency-access", emergencyAccessId=access)
    except Refused as refused:
        messages.info(request, refused.message)
    else:
        messages.success(request, _("Noted: you have looked at this."))
    return redirect("emergency")
