"""Copies of the plan: the worker notes them, the young person says "I have read it"."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from leavingwell.themes.portal.access import own_id, signed_in
from leavingwell.themes.portal.api import Refused, ask, change, one
from leavingwell.themes.portal.forms.marked import own_names
from leavingwell.themes.portal.forms.matters import CopyForm
from leavingwell.themes.portal.languages import asked_language
from leavingwell.themes.portal.reading.plan import last_agreed
from leavingwell.themes.portal.shell import shell
from leavingwell.themes.portal.views.matters import case_of


@signed_in
@require_POST
def have_read(request: HttpRequest) -> HttpResponse:
    """Of the version that was agreed last."""
    found = one(ask(request, "copies", youngPerson=own_id(request))["youngPerson"])
    agreed = last_agreed(one(found["plan"]))
    if agreed is None:
        messages.info(request, _("There is no agreed plan yet."))
        return redirect("plan")
    try:
        change(request, "give-copy", reviewId=agreed["id"])
    except Refused as refused:
        messages.error(request, refused.message)
    else:
        messages.success(request, _("Thank you. If something is not clear, ask your worker to explain it."))
    return redirect("plan")


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def copies(request: HttpRequest, person: str) -> HttpResponse:
    """The worker's list of copies, and a form for a new one."""
    found = case_of(request, "copies", person)
    agreed = last_agreed(one(found["plan"]))
    languages = own_names(shell(request)["council"]["languages"])
    if request.method != "POST":
        initial = {"language": asked_language(request), "form": "PRINTED"}
        return page(request, person, found, agreed, CopyForm(languages=languages, initial=initial))
    if agreed is None:
        raise Http404
    form = CopyForm(request.POST, languages=languages)
    if form.is_valid() and noted(request, agreed["id"], form):
        messages.success(request, _("Noted."))
        return redirect("copies", person=person)
    return page(request, person, found, agreed, form)


def noted(request: HttpRequest, review: str, form: CopyForm) -> bool:
    try:
        change(request, "give-copy", reviewId=review, **form.api_input())
    except Refused as refused:
        form.take(refused)
        return False
    return True


def page(
    request: HttpRequest, person: str, found: dict[str, Any], agreed: dict[str, Any] | None, form: CopyForm
) -> HttpResponse:
    may_give = agreed is not None and "GIVE_COPY" in found["permissions"]
    context = {
        "person": found,
        "id": person,
        "plan": found["plan"],
        "agreed": agreed,
        "form": form,
        "may_give": may_give,
    }
    return render(request, "portal/copies.html", context, status=422 if form.errors else 200)
