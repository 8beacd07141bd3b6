from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from leavingwell.themes.portal.access import signed_in
from leavingwell.themes.portal.api import Refused, ask, change, one
from leavingwell.themes.portal.reading.summary import put, summary_context
from leavingwell.themes.portal.whose import Whose, whose


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def summary(request: HttpRequest, person: str | None = None, channel: str | None = None) -> HttpResponse:
    """How it looks now: strengths first, then what changed, then what to look at, in the young person's own order."""
    place = whose(request, person, channel)
    found = one(ask(request, "summary", youngPerson=place.young_person)["youngPerson"])
    plan = one(found["plan"])
    if request.method == "POST":
        return reordered(request, place, plan)
    context = {"person": found, "plan": plan, "whose": place, **addresses(place)}
    context |= with_goals(place, summary_context(plan))
    return render(request, "portal/summary.html", context)


def addresses(place: Whose) -> dict[str, str]:
    """Where a goal or something to do is added; the plan's pages know no channel."""
    route = {} if place.own else {"person": place.young_person}
    names = {"plan_address": "plan", "todo_address": "todo", "over_time_address": "over_time"}
    return {key: reverse(name, kwargs=route) for key, name in names.items()}


def with_goals(place: Whose, context: dict[str, Any]) -> dict[str, Any]:
    """Each thing to look at with the address of the form that makes it a goal, in the words of the answer."""
    route = {} if place.own else {"person": place.young_person}
    focus = [
        {**one, "goal": reverse("into_goal", kwargs={**route, "kind": "question", "source": one["question"]["code"]})}
        for one in context["focus"]
    ]
    return {**context, "focus": focus}


def reordered(request: HttpRequest, place: Whose, plan: dict[str, Any]) -> HttpResponse:
    """One step up or down, by a button. Only the young person's own order is kept."""
    codes = [focus["question"]["code"] for focus in one(plan["summary"])["focus"]]
    wanted = put(codes, request.POST.get("question", ""), request.POST.get("to", ""))
    try:
        if wanted != codes:
            change(request, "order-focus", planId=plan["id"], questions=wanted)
    except Refused as refused:
        messages.error(request, refused.message)
    return redirect(f"{place.address('checklist_summary')}#{button_to_go_on_with(wanted, request.POST)}")


def button_to_go_on_with(codes: list[str], sent: Mapping[str, str]) -> str:
    """The id of the button that was pressed, where it stands now: at an end the other one is left."""
    code, to = sent.get("question", ""), "up" if sent.get("to") == "up" else "down"
    if code not in codes or len(codes) == 1:
        return "focus"
    ends = {codes[0]: "down", codes[-1]: "up"}
    return f"{ends.get(code, to)}-{code}"
