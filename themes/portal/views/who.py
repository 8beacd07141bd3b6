"""Who works with a young person, and who did: for themselves, the case team, and the manager who changes it."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from leavingwell.themes.portal.access import own_id, signed_in
from leavingwell.themes.portal.api import ask, ask_all, one
from leavingwell.themes.portal.forms.team import MoveForm, WorkerForm
from leavingwell.themes.portal.reading.by_team import Colleague, by_team
from leavingwell.themes.portal.reading.todo import nodes
from leavingwell.themes.portal.views.person import done

Choices = dict[str, list[tuple[str, Any]]]


@signed_in
@require_safe
def my_workers(request: HttpRequest) -> HttpResponse:
    """For the young person: who works with me, and who did."""
    found = one(ask(request, "who", youngPerson=own_id(request))["youngPerson"])
    return render(request, "portal/my_workers.html", {"person": found})


@signed_in
@require_safe
def who(request: HttpRequest, person: str) -> HttpResponse:
    return page(request, person)


def page(request: HttpRequest, person: str, status: int = 200, **bound: Any) -> HttpResponse:
    found = one(ask(request, "who", youngPerson=person)["youngPerson"])
    if found["state"] is None:
        raise Http404  # not for supporters
    context = {"person": found, "id": person, **bound}
    if {"ALLOCATE_WORKER", "MOVE_TO_TEAM"} & set(found["permissions"]):
        context = {**forms_for(request, found), **context}
    return render(request, "portal/who.html", context, status=status)


def forms_for(request: HttpRequest, found: dict[str, Any]) -> dict[str, Any]:
    choices = choices_for(request, found)
    return {
        "worker_form": WorkerForm(choices=choices, auto_id="change_%s"),
        "move_form": MoveForm(choices=choices, auto_id="move_%s"),
    }


def colleague(member: dict[str, Any]) -> Colleague:
    return Colleague(member["person"]["id"], worker_words(member), member["team"])


def worker_words(member: dict[str, Any]) -> str:
    """The name, and how many they work with already."""
    number = member["caseload"]
    works_with = ngettext("%d young person", "%d young people", number) % number
    return f"{member['person']['name']} ({works_with})"


def choices_for(request: HttpRequest, person: dict[str, Any]) -> Choices:
    """`person` tells which team they are in: its members stand first."""
    now = [one["team"] for one in person["teamHistory"] if one["endsOn"] is None]
    found = ask_all(request, "who-choices", "staff")
    return {
        "worker_id": by_team([colleague(member) for member in nodes(found["staff"])], first=now),
        "team_id": [(team["id"], team["name"]) for team in found["teams"]],
    }


@signed_in
@require_POST
def change_worker(request: HttpRequest, person: str) -> HttpResponse:
    found = to_change(request, person, "ALLOCATE_WORKER")
    form = WorkerForm(request.POST, choices=choices_for(request, found), auto_id="change_%s")
    if form.is_valid():
        given = {"workerId": form.cleaned_data["worker_id"]}
        given["expectedWorkerId"] = request.POST.get("expected_worker_id") or None
        if done(request, form, "allocate-worker", youngPersonId=person, **given):
            messages.success(request, _("Changed. All three of them are told."))
            return redirect("who", person=person)
    return page(request, person, status=422, worker_form=form)


@signed_in
@require_POST
def move(request: HttpRequest, person: str) -> HttpResponse:
    """Afterwards the manager may not see them any more: so it goes back to the team."""
    found = to_change(request, person, "MOVE_TO_TEAM")
    form = MoveForm(request.POST, choices=choices_for(request, found), auto_id="move_%s")
    if form.is_valid():
        given = {"teamId": form.cleaned_data["team_id"], "workerId": form.cleaned_data["worker_id"] or None}
        if done(request, form, "move-to-team", youngPersonId=person, **given):
            messages.success(request, _("Moved. The other team has them now."))
            return redirect("my_team")
    return page(request, person, status=422, move_form=form)


def to_change(request: HttpRequest, person: str, operation: str) -> dict[str, Any]:
    """Raises Http404 for somebody who may not."""
    found: dict[str, Any] = one(ask(request, "who", youngPerson=person)["youngPerson"])
    if operation not in found["permissions"]:
        raise Http404
    return found
