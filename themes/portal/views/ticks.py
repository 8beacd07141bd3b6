"""Ticking something off the to-do list, and taking the tick back: by a form, or by a script that stays on the page."""

from typing import Any
from urllib.parse import urlsplit

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from leavingwell.themes.portal.access import signed_in
from leavingwell.themes.portal.api import Refused, change
from leavingwell.themes.portal.returning import place_to_return
from leavingwell.themes.portal.shell import shell, viewer_of
from leavingwell.themes.portal.whose import Whose


@signed_in
@require_POST
def done(request: HttpRequest, action: str) -> HttpResponse:
    try:
        made = change(request, "complete-action", actionId=action)
    except Refused as refused:
        return refusal(request, refused)
    if by_script(request):
        return row(request, made, _("Done."))
    place = place_to_return(request)
    on_the_list = urlsplit(place).path.endswith("/to-do/")
    messages.success(request, _("Done. You find it under “Lately done”.") if on_the_list else _("Done."))
    return redirect(place)


@signed_in
@require_POST
def again(request: HttpRequest, action: str) -> HttpResponse:
    """Takes a tick back."""
    try:
        made = change(request, "update-action", actionId=action, status="OPEN")
    except Refused as refused:
        return refusal(request, refused)
    if by_script(request):
        return row(request, made, _("It is back on the list."))
    messages.success(request, _("It is back on the list."))
    return redirect(place_to_return(request))


def by_script(request: HttpRequest) -> bool:
    return request.headers.get("Accept") == "application/json"


def refusal(request: HttpRequest, refused: Refused) -> HttpResponse:
    """A script then sends the form as ever, and is told on the next page."""
    if by_script(request):
        return JsonResponse({"words": refused.message}, status=409)
    messages.info(request, refused.message)
    return redirect(place_to_return(request))


def row(request: HttpRequest, action: dict[str, Any], words: str) -> HttpResponse:
    """The row of the list as it is now. A tick can be taken back where it was made."""
    context = {
        "action": action,
        "area": request.POST.get("area"),
        "again": True,
        "whose": whose_list(request),
        "shell": shell(request),
    }
    html = render_to_string("portal/parts/action.html", context, request)
    return JsonResponse({"html": html, "words": words})


def whose_list(request: HttpRequest) -> Whose | None:
    """Whose page the row leads to: nobody's for a supporter."""
    own, person = viewer_of(request)["youngPerson"], request.POST.get("person")
    if own:
        return Whose(str(own["id"]))
    return Whose(person, route={"person": person}) if person and "/" not in person else None
