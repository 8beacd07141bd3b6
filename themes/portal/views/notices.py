"""What somebody is told of, and for what they want an e-mail too."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from leavingwell.themes.portal.access import signed_in
from leavingwell.themes.portal.api import Refused, ask, change
from leavingwell.themes.portal.forms.base import PortalForm
from leavingwell.themes.portal.reading.todo import nodes
from leavingwell.themes.portal.shell import viewer_of

# Where somebody who works with a young person goes on from a notice, and where the young person does.
STAFF_PAGES = {"VISIT_DUE": "person_in_touch", "CONTACT_DUE": "person_in_touch", "ACTION_DUE": "todo"}
OWN_PAGES = {
    "ACTION_DUE": "todo",
    "DOOR_IS_OPEN": "home",
    "NEW_WORKER": "home",
    "NEW_SUPPORTER": "let_in",
    "CODE_MADE": "details",
}


@signed_in
@require_safe
def notices(request: HttpRequest) -> HttpResponse:
    """Their notices, newest first. Looking at the page marks nothing: they do."""
    found = ask(request, "notices", after=request.GET.get("after") or None)["viewer"]
    page = found["notices"]
    rows = [{**one, "address": address(request, one)} for one in nodes(page)]
    context = {"rows": rows, "unread": found["unreadNotices"], "page": page["pageInfo"]}
    return render(request, "portal/notices.html", context)


def address(request: HttpRequest, notice: dict[str, Any]) -> str:
    """Where the thing is; empty where there is no page for this reader."""
    viewer, about = viewer_of(request), notice["youngPerson"]
    if viewer["youngPerson"]:
        return reverse(OWN_PAGES.get(notice["kind"], "plan"))
    if about is None:
        return ""
    if viewer["role"] == "supporter":
        return reverse("supported", args=[about["id"]])
    return reverse(STAFF_PAGES.get(notice["kind"], "person"), kwargs={"person": about["id"]})


@signed_in
@require_POST
def read(request: HttpRequest) -> HttpResponse:
    """Those that were on the page: what came since stays unread."""
    try:
        change(request, "mark-notices-read", noticeIds=request.POST.getlist("notice")[:100])
    except Refused as refused:
        messages.error(request, refused.message)
    return redirect("notices")


class ChoicesForm(PortalForm):
    """A tick for each kind for which an e-mail is wanted."""

    def __init__(self, *args: Any, choices: list[dict[str, Any]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for one in choices:
            self.fields[one["kind"]] = forms.BooleanField(label=one["label"], required=False, initial=one["byEmail"])


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def settings(request: HttpRequest) -> HttpResponse:
    choices = ask(request, "notices")["viewer"]["noticeChoices"]
    if request.method != "POST":
        return render(request, "portal/notice_settings.html", {"form": ChoicesForm(choices=choices)})
    form = ChoicesForm(request.POST, choices=choices)
    form.is_valid()  # ticks alone: nothing can be wrong with them
    for one in choices:
        if form.cleaned_data[one["kind"]] != one["byEmail"]:
            change(request, "set-notice-preference", kind=one["kind"], byEmail=not one["byEmail"])
    messages.success(request, _("Kept. Everything is still here when you look."))
    return redirect("notice_settings")
