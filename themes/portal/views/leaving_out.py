"""Words about somebody else that copies of a record leave out: for the team's manager."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from leavingwell.themes.portal.access import signed_in
from leavingwell.themes.portal.api import Refused, ask, change, one
from leavingwell.themes.portal.forms.trust import REASONS, LeaveOutForm


def prefix(subject: str) -> str:
    return f"{subject[-12:-2]}_%s"


def texts_of(request: HttpRequest, person: str) -> dict[str, Any]:
    search = request.GET.get("search", "")[:100]
    found = ask(request, "redactable", youngPerson=person, search=search or None)
    if "REDACT" not in one(found["youngPerson"])["permissions"]:
        raise PermissionDenied
    return {**found, "search": search}


def page(request: HttpRequest, person: str, status: int = 200, **returned: LeaveOutForm) -> HttpResponse:
    found = texts_of(request, person)
    for text in found["redactable"]:
        text["form"] = returned.get(text["subjectId"]) or LeaveOutForm(auto_id=prefix(text["subjectId"]))
        for mark in text["marks"]:
            mark["why"] = REASONS[mark["reason"]]
    context = {"id": person, "person": found["youngPerson"], "texts": found["redactable"], "search": found["search"]}
    return render(request, "portal/leaving_out.html", context, status=status)


@signed_in
@require_safe
def leaving_out(request: HttpRequest, person: str) -> HttpResponse:
    return page(request, person)


@signed_in
@require_POST
def leave_out(request: HttpRequest, person: str, subject: str) -> HttpResponse:
    text = next((row["text"] for row in texts_of(request, person)["redactable"] if row["subjectId"] == subject), "")
    form = LeaveOutForm(request.POST, auto_id=prefix(subject))
    if form.is_valid():
        try:
            change(request, "redact", subjectId=subject, **form.api_input(text))
        except Refused as refused:
            form.take(refused)
        else:
            messages.success(request, _("Copies made from now on leave these words out. The record keeps them."))
            return redirect("leaving_out", person=person)
    return page(request, person, status=422, **{subject: form})


@signed_in
@require_POST
def show_again(request: HttpRequest, person: str, mark: str) -> HttpResponse:
    try:
        change(request, "lift-redaction", redactionId=mark)
    except Refused as refused:
        messages.info(request, refused.message)
    else:
        messages.success(request, _("Copies made from now on show these words again."))
    return redirect("leaving_out", person=person)
