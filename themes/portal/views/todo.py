from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from leavingwell.themes.portal.access import signed_in
from leavingwell.themes.portal.api import Refused, ask, change, one
from leavingwell.themes.portal.forms.marked import marked
from leavingwell.themes.portal.forms.planning import ActionForm
from leavingwell.themes.portal.reading import todo as lists
from leavingwell.themes.portal.shell import viewer_of
from leavingwell.themes.portal.whose import Whose, whose

SHOWN = ("all", "mine", "others", "done")


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def todo(request: HttpRequest, person: str | None = None) -> HttpResponse:
    """The list that the young person and their workers share."""
    place = whose(request, person)
    data = ask(request, "todo", youngPerson=place.young_person, **earlier(request))
    found = one(data["youngPerson"])
    plan = one(found["plan"])
    areas = [(domain["code"], marked(domain["title"])) for domain in data["questionnaire"]["domains"]]
    goals = [(goal["id"], goal["words"]) for goal in plan["goals"] if goal["state"] == "OPEN"]
    if request.method != "POST":
        start = {"goal_id": request.GET.get("goal", ""), "who": "me"}
        return page(request, place, found, ActionForm(initial=start, areas=areas, goals=goals))
    form = ActionForm(request.POST, areas=areas, goals=goals)
    if form.is_valid():
        try:
            made = change(
                request,
                "add-action",
                planId=plan["id"],
                **form.api_input(lists.owners(found, viewer_of(request)["id"])),
            )
        except Refused as refused:
            form.take(refused)
        else:
            messages.success(request, _("It is on the list."))
            if made["hints"]:  # they stand beside the form in which it can be made clearer at once
                return redirect(f"{place.address('action', action=made['id'])}?saved=1")
            return redirect(place.address("todo"))
    return page(request, place, found, form, status=422)


def earlier(request: HttpRequest) -> dict[str, str | None]:
    """Where the list that is shown goes on, if it is longer than a page."""
    return {"doneBefore" if request.GET.get("show") == "done" else "before": request.GET.get("before")}


def page(
    request: HttpRequest, place: Whose, found: dict[str, Any], form: ActionForm, status: int = 200
) -> HttpResponse:
    me, plan = viewer_of(request)["id"], found["plan"]
    waiting, done = lists.open_actions(plan["actions"]), lists.done_actions(plan["done"])
    chosen = {"all": waiting, "mine": lists.mine(waiting, me), "others": lists.others(waiting, me), "done": done}
    shown = request.GET.get("show", "all")
    shown = shown if shown in SHOWN else "all"
    soon, later = lists.soon_and_later(chosen[shown]) if shown != "done" else ([], [])
    context = {
        "whose": place,
        "person": found,
        "plan": plan,
        "form": form,
        "shown": shown,
        "counts": {name: len(rows) for name, rows in chosen.items()}
        | {"all": plan["actions"]["totalCount"], "done": plan["done"]["totalCount"]},
        "older": plan["done" if shown == "done" else "actions"]["pageInfo"],
        "soon": soon,
        "later": later,
        "later_by_day": any(action["dueOn"] for action in later),
        "done": done if shown == "done" else done[:3] if shown == "all" else [],
        "asked_for": lists.asked_for(plan["askedFor"]),
    }
    return render(request, "portal/todo.html", context, status=status)
