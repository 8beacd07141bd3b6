from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from leavingwell.themes.portal.access import signed_in
from leavingwell.themes.portal.api import Refused, ask, change, one
from leavingwell.themes.portal.forms.goals import DropForm, GoalChangeForm, ReachForm, VersionForm
from leavingwell.themes.portal.forms.marked import area_names
from leavingwell.themes.portal.forms.messages import MessageForm
from leavingwell.themes.portal.reading.messages import threads_of
from leavingwell.themes.portal.reading.plan import with_steps
from leavingwell.themes.portal.views.messages import mark_read
from leavingwell.themes.portal.whose import Whose, whose


@signed_in
@require_safe
def goal(request: HttpRequest, goal: str, person: str | None = None) -> HttpResponse:
    """One goal: its words, its steps, whose turn it is, what happens if it does not work, and what is said of it."""
    place = whose(request, person)
    return page(request, place, goal, goal_of(request, place, goal))


def goal_of(request: HttpRequest, place: Whose, goal: str) -> dict[str, Any]:
    data = ask(request, "goal", youngPerson=place.young_person, goal=goal)
    one(one(one(data["youngPerson"])["plan"])["goal"])
    return data


def page(
    request: HttpRequest, place: Whose, goal: str, data: dict[str, Any], status: int = 200, **bound: Any
) -> HttpResponse:
    person, plan = data["youngPerson"], data["youngPerson"]["plan"]
    found = with_steps(plan["goal"], {one["goalId"]: one for one in plan["goalProgress"]})
    threads = threads_of(found)
    version = {"version": found["version"]}
    context = {
        "whose": place,
        "person": person,
        "plan": plan,
        "goal": found,
        "threads": threads,
        "change_form": GoalChangeForm.of(found, area_names(data["questionnaire"])),
        "reach_form": ReachForm(initial=version, auto_id="reach_%s"),
        "drop_form": DropForm(initial=version, auto_id="drop_%s"),
        "again_form": VersionForm(initial=version, auto_id="again_%s"),
        "message_form": MessageForm(initial={"about": f"goal:{goal}", "audience": "TEAM"}),
        "home_of_form": place.address("goal", goal=goal),
        **bound,
    }
    for form in bound.values():
        if form.stale:  # whoever saves again has seen what stands there now
            form.data = {**form.data.dict(), "version": found["version"]}
    answer = render(request, "portal/goal.html", context, status=status)
    mark_read(request, plan, threads)
    return answer


def save(
    request: HttpRequest, place: Whose, goal: str, mutation: str, name: str, form: Any, thanks: Promise
) -> HttpResponse:
    """Sends a form of the page to the API; back to the page either way, with what was typed if it was refused."""
    if form.is_valid():
        try:
            change(request, mutation, goalId=goal, **form.api_input())
        except Refused as refused:
            form.take(refused)
        else:
            messages.success(request, str(thanks))
            return redirect(place.address("goal", goal=goal))
    return page(request, place, goal, goal_of(request, place, goal), status=422, **{name: form})


@signed_in
@require_POST
def change_goal(request: HttpRequest, goal: str, person: str | None = None) -> HttpResponse:
    place = whose(request, person)
    data = goal_of(request, place, goal)
    form = GoalChangeForm(
        request.POST, areas=area_names(data["questionnaire"]), goal=data["youngPerson"]["plan"]["goal"]
    )
    return save(request, place, goal, "update-goal", "change_form", form, _("Saved."))


@signed_in
@require_POST
def reach(request: HttpRequest, goal: str, person: str | None = None) -> HttpResponse:
    form = ReachForm(request.POST, auto_id="reach_%s")
    return save(request, whose(request, person), goal, "finish-goal", "reach_form", form, _("Reached. Well done."))


@signed_in
@require_POST
def drop(request: HttpRequest, goal: str, person: str | None = None) -> HttpResponse:
    form = DropForm(request.POST, auto_id="drop_%s")
    thanks = _("Let go. You can take it up again at any time.")
    return save(request, whose(request, person), goal, "finish-goal", "drop_form", form, thanks)


@signed_in
@require_POST
def again(request: HttpRequest, goal: str, person: str | None = None) -> HttpResponse:
    place = whose(request, person)
    form = VersionForm(request.POST)
    form.is_valid()
    try:
        change(request, "reopen-goal", goalId=goal, expectedVersion=form.cleaned_data["version"])
    except Refused as refused:
        messages.info(request, refused.message)
    else:
        messages.success(request, _("The goal is open again."))
    return redirect(place.address("goal", goal=goal))
