"""A manager's team: who waits for a worker, who works with how many, who covers."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from leavingwell.themes.portal.access import may_in_council, signed_in
from leavingwell.themes.portal.api import Refused, ask_all, change
from leavingwell.themes.portal.forms.team import CoverForm, HandOverForm
from leavingwell.themes.portal.reading.by_team import Colleague, by_team
from leavingwell.themes.portal.reading.team import picture
from leavingwell.themes.portal.reading.todo import nodes
from leavingwell.themes.portal.shell import viewer_of
from leavingwell.themes.portal.views.person import done
from leavingwell.themes.portal.views.who import colleague

COVERING = ("duty_worker", "personal_adviser", "team_manager")


@signed_in
@require_safe
def my_team(request: HttpRequest) -> HttpResponse:
    return page(request)


def page(request: HttpRequest, status: int = 200, **bound: Any) -> HttpResponse:
    found = found_for(request)
    choices = choices_of(found)
    context = {
        **found,
        "pictures": [picture(one) for one in found["teamPictures"]],
        "waiting": nodes(found["withoutWorker"]),
        "cover_form": CoverForm(choices=choices, auto_id="cover_%s"),
        "hand_over_form": HandOverForm(choices=choices, auto_id="hand_%s"),
        **bound,
    }
    return render(request, "portal/my_team.html", context, status=status)


def found_for(request: HttpRequest) -> dict[str, Any]:
    """The teams that the viewer manages, each with its members, and all colleagues."""
    if not may_in_council(request, "VIEW_STAFF"):
        raise PermissionDenied
    found = ask_all(request, "my-team", "staff")
    me = viewer_of(request)["id"]
    staff = nodes(found["staff"])
    mine = [team for team in found["teams"] if team["manager"] and team["manager"]["id"] == me]
    for team in mine:
        team["members"] = [member for member in staff if member["teamId"] == team["id"]]
    return {**found, "teams": mine, "staff": staff}


def choices_of(found: dict[str, Any]) -> dict[str, list[tuple[str, Any]]]:
    advisers = [member for member in found["staff"] if member["role"] == "personal_adviser"]
    working = [one for picture in found["teamPictures"] for one in picture["workers"] if one["youngPeople"]]
    own = [team["name"] for team in found["teams"]]
    givers = {one["worker"]["id"] for one in working if one["worker"]}
    return {
        "team_id": [(team["id"], team["name"]) for team in found["teams"]],
        "person_id": by_team(
            [
                Colleague(member["person"]["id"], member["person"]["name"], member["team"])
                for member in found["staff"]
                if member["role"] in COVERING
            ],
            first=own,
        ),
        "from_id": by_team([colleague(one) for one in advisers if one["person"]["id"] in givers], first=own),
        "worker_id": by_team([colleague(one) for one in advisers], first=own),
    }


@signed_in
@require_POST
def start_cover(request: HttpRequest) -> HttpResponse:
    form = CoverForm(request.POST, choices=choices_of(found_for(request)), auto_id="cover_%s")
    if form.is_valid() and done(request, form, "start-duty-cover", **form.api_input()):
        messages.success(request, _("Started. It ends by itself."))
        return redirect("my_team")
    return page(request, status=422, cover_form=form)


@signed_in
@require_POST
def end_cover(request: HttpRequest, cover: str) -> HttpResponse:
    try:
        change(request, "end-duty-cover", dutyCoverId=cover)
    except Refused as refused:
        messages.warning(request, refused.message)
    else:
        messages.success(request, _("The cover has ended."))
    return redirect("my_team")


@signed_in
@require_POST
def hand_over(request: HttpRequest) -> HttpResponse:
    form = HandOverForm(request.POST, choices=choices_of(found_for(request)), auto_id="hand_%s")
    if form.is_valid() and done(request, form, "hand-over-caseload", **form.api_input()):
        messages.success(request, _("Handed over. Everybody whom it concerns is told."))
        return redirect("my_team")
    return page(request, status=422, hand_over_form=form)
