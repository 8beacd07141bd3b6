"""Where a young person lives: their own page, and the one of their workers."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from leavingwell.themes.portal.access import own_id, signed_in
from leavingwell.themes.portal.api import Refused, ask, change, one
from leavingwell.themes.portal.forms.base import PortalForm
from leavingwell.themes.portal.forms.matters import HomeViewsForm, MoveForm, SuitabilityForm
from leavingwell.themes.portal.reading.matters import homes_context
from leavingwell.themes.portal.views.matters import case_of

BOTH = ["GET", "HEAD", "POST"]


def sent(request: HttpRequest, mutation: str, form: Any, **given: str) -> bool:
    """Whether the API took it; what is in the way stands in the form."""
    if not form.is_valid():
        return False
    try:
        change(request, mutation, **given, **form.api_input())
    except Refused as refused:
        form.take(refused)
        return False
    return True


@signed_in
@require_http_methods(BOTH)
def my_home(request: HttpRequest) -> HttpResponse:
    """The young person's own: what was looked at, and a place for what they think of it."""
    found = one(ask(request, "homes", youngPerson=own_id(request))["youngPerson"])
    context, form = homes_context(found), HomeViewsForm(request.POST or None)
    if request.method == "POST":
        home = one(context["home"])
        if sent(request, "save-home-views", form, homeId=home["id"]):
            messages.success(request, _("Saved in your own words."))
            return redirect("my_home")
    context |= {"person": found, "form": form}
    return render(request, "portal/my_home.html", context, status=422 if form.errors else 200)


@signed_in
@require_http_methods(BOTH)
def living(request: HttpRequest, person: str) -> HttpResponse:
    """For the case team: the home of now with its looks, earlier ones, and moving."""
    found = case_of(request, "homes", person)
    form = MoveForm(request.POST or None)
    if request.method == "POST" and sent(request, "record-move", form, youngPersonId=person):
        messages.success(request, _("The move is noted. Visits and reviews are counted from it."))
        return redirect("living", person=person)
    return page(request, "portal/living.html", person, found, form)


@signed_in
@require_http_methods(BOTH)
def look_at_home(request: HttpRequest, person: str) -> HttpResponse:
    """The form of Schedule 2 for the home of now."""
    found = case_of(request, "homes", person)
    home = homes_context(found)["home"]
    if home is None:
        raise Http404
    if "ASSESS_SUITABILITY" not in found["permissions"]:
        raise PermissionDenied
    form = SuitabilityForm(request.POST or None, kind=home["kind"])
    if request.method == "POST" and sent(request, "assess-suitability", form, homeId=home["id"]):
        messages.success(request, _("Saved. Earlier looks at this home stay as they were."))
        return redirect("living", person=person)
    return page(request, "portal/look_at_home.html", person, found, form)


def page(request: HttpRequest, template: str, person: str, found: dict[str, Any], form: PortalForm) -> HttpResponse:
    context = {**homes_context(found), "person": found, "id": person, "form": form}
    return render(request, template, context, status=422 if form.errors else 200)
