"""Turning a worry into a goal in one step: for the young person, and for who works with them."""

from typing import Any
from uuid import uuid4

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from leavingwell.themes.portal.access import signed_in
from leavingwell.themes.portal.api import Refused, ask, change, one
from leavingwell.themes.portal.forms.marked import marked
from leavingwell.themes.portal.forms.worries import IntoGoalForm
from leavingwell.themes.portal.reading.todo import owners
from leavingwell.themes.portal.reading.worries import AREA, KINDS, Worry, new_readers, variables, worry_of
from leavingwell.themes.portal.shell import viewer_of
from leavingwell.themes.portal.whose import Whose, whose


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def into_goal(request: HttpRequest, kind: str, source: str, person: str | None = None) -> HttpResponse:
    place = whose(request, person)
    if kind not in (*KINDS, AREA):
        raise Http404
    data = ask(request, "worry", youngPerson=place.young_person, **variables(kind, source))
    plan = one(one(data["youngPerson"])["plan"])
    if "ADD_GOAL" not in plan["permissions"]:
        raise PermissionDenied
    worry = worry_of(kind, source, data)
    if worry is None:
        return gone(request, place, kind)
    areas = [(domain["code"], marked(domain["title"])) for domain in data["questionnaire"]["domains"]]
    if request.method != "POST":
        return page(request, place, data, worry, IntoGoalForm(initial=start(worry), areas=areas))
    form = IntoGoalForm(request.POST, areas=areas)
    if made := turned(request, data["youngPerson"], worry, form):
        messages.success(request, _("The goal is on the plan."))
        return redirect(place.address("goal", goal=made))
    return page(request, place, data, worry, form, status=422)


def start(worry: Worry) -> dict[str, Any]:
    """Their own sentence stands in the form already."""
    return {"words": worry.goal_words, "domain": worry.area, "version": worry.version, "sent": uuid4()}


def turned(request: HttpRequest, person: dict[str, Any], worry: Worry, form: IntoGoalForm) -> str:
    """The id of the goal; empty where it was refused, and the form says why."""
    if not form.is_valid():
        return ""
    given = form.api_input(owners(person, viewer_of(request)["id"]))
    try:
        return str(
            change(request, "turn-into-goal", planId=person["plan"]["id"], **{"from": worry.api_input}, **given)["id"]
        )
    except Refused as refused:
        form.take(refused)
        return ""


def gone(request: HttpRequest, place: Whose, kind: str) -> HttpResponse:
    """A wish that somebody else has taken up is on the list by now. Raises `Http404` for anything else."""
    if kind != "wish":
        raise Http404
    messages.info(request, _("Somebody was quicker: this is on the list already."))
    return redirect(place.address("todo"))


def page(
    request: HttpRequest, place: Whose, data: dict[str, Any], worry: Worry, form: IntoGoalForm, status: int = 200
) -> HttpResponse:
    person = data["youngPerson"]
    context = {
        "whose": place,
        "person": person,
        "worry": worry,
        "form": form,
        "new_readers": new_readers(worry, person, form["domain"].value() or ""),
        "back": place.address("plan") if place.own else place.address("person"),
    }
    return render(request, "portal/into_goal.html", context, status=status)
