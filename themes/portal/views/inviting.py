from typing import Any
from uuid import uuid4

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from leavingwell.themes.portal.access import may_in_council, signed_in
from leavingwell.themes.portal.api import Refused, ask, change
from leavingwell.themes.portal.forms.inviting import InviteForm
from leavingwell.themes.portal.reading.by_team import Colleague, by_team
from leavingwell.themes.portal.shell import viewer_of
from leavingwell.themes.portal.views.details import languages_spoken
from leavingwell.themes.portal.views.letters import letter


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def invite(request: HttpRequest) -> HttpResponse:
    """Adds a young person with a plan, and sends an e-mail or shows the letter to print."""
    if not may_in_council(request, "INVITE_YOUNG_PERSON"):
        raise PermissionDenied
    choices = choices_for(request)
    if request.method != "POST":
        return page(request, InviteForm(initial=first_values(request), **choices))
    form = InviteForm(request.POST, **choices)
    if form.is_valid():
        try:
            return invited(request, change(request, "invite-young-person", **form.api_input()))
        except Refused as refused:
            form.take(refused)
    return page(request, form, status=422)


def choices_for(request: HttpRequest) -> dict[str, Any]:
    found, me = ask(request, "inviting"), viewer_of(request)["id"]
    advisers = [Colleague(one["id"], one["name"], one["team"]) for one in found["personalAdvisers"]]
    managed = {team["name"] for team in found["teams"] if team["manager"] and team["manager"]["id"] == me}
    own = managed | {one.team for one in advisers if one.team and one.id == me}
    return {
        "languages": languages_spoken(request),
        "teams": [(team["id"], team["name"]) for team in found["teams"]],
        "workers": by_team(advisers, first=own),
    }


def first_values(request: HttpRequest) -> dict[str, Any]:
    """A personal adviser mostly invites for themselves. The id makes a repeat harmless."""
    viewer = viewer_of(request)
    own = viewer["id"] if viewer["role"] == "personal_adviser" else ""
    return {"request_id": uuid4(), "worker": own, "channel": "EMAIL"}


def invited(request: HttpRequest, made: dict[str, Any]) -> HttpResponse:
    """To the young person where the viewer works with them, else to another invitation."""
    sees = "VIEW_YOUNG_PERSON" in made["permissions"]
    back = reverse("details", kwargs={"person": made["id"]}) if sees else reverse("invite")
    if made["invitation"] and made["invitation"]["code"] and request.POST.get("channel") == "LETTER":
        return letter(request, made, back=back)
    messages.success(request, _("%s is on the list, and the invitation is on its way.") % made["preferredName"])
    return redirect(back)


def page(request: HttpRequest, form: InviteForm, status: int = 200) -> HttpResponse:
    return render(request, "portal/invite.html", {"form": form}, status=status)
