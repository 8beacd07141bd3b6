"""The printed letter with a code: made anew each time, because the code is kept nowhere."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from leavingwell.themes.portal.access import signed_in
from leavingwell.themes.portal.api import Refused, ask, change, one
from leavingwell.themes.portal.languages import interface_language
from leavingwell.themes.portal.shell import shell
from leavingwell.themes.portal.whose import whose

CHANNELS = ("EMAIL", "LETTER")


@signed_in
@require_POST
def invite_again(request: HttpRequest, person: str | None = None) -> HttpResponse:
    """For workers an e-mail or a letter; for young people a code to write down, to come back with."""
    place = whose(request, person)
    channel = "LETTER" if place.own else request.POST.get("channel")
    try:
        made = change(
            request,
            "invite-again",
            youngPersonId=place.young_person,
            channel=channel if channel in CHANNELS else "LETTER",
        )
    except Refused as refused:
        messages.error(request, refused.message)
        return redirect(place.address("details"))
    if channel == "EMAIL":
        messages.success(request, _("The invitation is on its way."))
        return redirect(place.address("details"))
    found = one(ask(request, "details", youngPerson=place.young_person)["youngPerson"])
    return letter(request, {**found, "invitation": made}, own=place.own, back=place.address("details"))


def letter(request: HttpRequest, person: dict[str, Any], *, back: str, own: bool = False) -> HttpResponse:
    """A page to print in the young person's language. It is in no history, and nobody keeps it."""
    council = shell(request)["council"]
    context = {
        "person": person,
        "own": own,
        "back": back,
        "letter_language": interface_language(request, person["language"] or council["languages"][0]["code"]),
        "join_address": request.build_absolute_uri(reverse("join")),
    }
    answer = render(request, "portal/letter.html", context)
    answer["Cache-Control"] = "no-store"
    return answer


@signed_in
@require_POST
def withdraw(request: HttpRequest, person: str | None = None) -> HttpResponse:
    place = whose(request, person)
    try:
        change(request, "withdraw-invitation", youngPersonId=place.young_person)
    except Refused as refused:
        messages.error(request, refused.message)
    else:
        messages.success(request, _("The code does not work any more."))
    return redirect(place.address("details"))
