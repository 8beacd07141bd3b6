from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language_bidi
from django.views.decorators.http import require_safe

from leavingwell.themes.portal.access import signed_in
from leavingwell.themes.portal.api import ask, one
from leavingwell.themes.portal.reading.check_ins import not_taken_back
from leavingwell.themes.portal.reading.months import months_of
from leavingwell.themes.portal.reading.over_time import over_time
from leavingwell.themes.portal.reading.plan import with_steps
from leavingwell.themes.portal.reading.todo import done_actions, nodes, open_actions
from leavingwell.themes.portal.shell import viewer_of


@signed_in
@require_safe
def supporting(request: HttpRequest) -> HttpResponse:
    """Whom the viewer supports; with one person, straight to them."""
    if viewer_of(request)["role"] != "supporter":
        raise Http404
    people = ask(request, "supporting")["viewer"]["supporting"]
    if len(people) == 1:
        return redirect("supported", person=people[0]["id"])
    return render(request, "portal/supporting.html", {"people": people})


@signed_in
@require_safe
def supported(request: HttpRequest, person: str) -> HttpResponse:
    """The chosen parts of one young person's plan."""
    if viewer_of(request)["role"] != "supporter":
        raise Http404
    data = ask(request, "supported", youngPerson=person)
    found = one(data["youngPerson"])
    plan, sent = one(found["plan"]), not_taken_back(found)
    context = {
        "person": found,
        "id": person,
        "supports_others": len(data["viewer"]["supporting"]) > 1,
        "goals": [with_steps(goal) for goal in plan["goals"] if goal["state"] != "DROPPED"],
        "standings": plan["stateOfPlay"],
        "actions": open_actions(plan["actions"]),
        "done": done_actions(plan["done"]),
        "comments": nodes(plan["comments"]),
        "check_ins": sent,
        "months": months_of(sent, rtl=get_language_bidi()),
        "over_time": over_time(plan),
    }
    return render(request, "portal/supported.html", context)
