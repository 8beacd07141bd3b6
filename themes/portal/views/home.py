from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from leavingwell.themes.portal.access import may_in_council, own_id, signed_in
from leavingwell.themes.portal.api import ask, one
from leavingwell.themes.portal.devices import is_own
from leavingwell.themes.portal.forms.check_in import CheckInForm
from leavingwell.themes.portal.reading.check_ins import can_be_changed, chosen_last_time, sent_of
from leavingwell.themes.portal.reading.next_thing import next_thing
from leavingwell.themes.portal.reading.progress import progress_of
from leavingwell.themes.portal.shell import hand_on, viewer_of
from leavingwell.themes.portal.whose import Whose

NOT_TODAY = "not_today"


@signed_in
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """The first page: for a young person their own, for others where their work begins."""
    role = viewer_of(request)["role"]
    if role == "young_person":
        is_new = viewer_of(request)["youngPerson"]["welcomedAt"] is None
        return redirect("welcome") if is_new else young_persons_home(request)
    if role == "supporter":
        return redirect("supporting")
    if role == "team_manager":
        return redirect("sign_off")
    if may_in_council(request, "VIEW_CASELOAD"):
        return redirect("caseload")
    if may_in_council(request, "ENTER_ADMIN"):
        return render(request, "portal/editors_home.html")
    return redirect("insight")


def young_persons_home(request: HttpRequest) -> HttpResponse:
    data = ask(request, "home", youngPerson=own_id(request))
    person = one(data["youngPerson"])
    plan = one(person["plan"])
    hand_on(request, plan)
    areas = progress_of(plan["response"])
    context = {
        **data,
        "person": person,
        "plan": plan,
        "whose": Whose(own_id(request)),
        "areas": areas,
        "next": next_thing(plan, areas),
        **how_things_are(request, person),
        "not_today": request.COOKIES.get(NOT_TODAY) == timezone.localdate().isoformat(),
        "actions": [step["action"] for step in plan["whatIsNext"]],
        "better": [standing for standing in plan["stateOfPlay"] if standing["change"] == "UP"],
    }
    return render(request, "portal/home.html", context)


def how_things_are(request: HttpRequest, person: dict[str, Any]) -> dict[str, Any]:
    """For the faces: who sees a tap, as it was chosen last time; or what was sent just now."""
    newest = next(iter(sent_of(person)), None)
    return {
        "just_sent": newest if newest and can_be_changed(newest) else None,
        "chosen_last_time": chosen_last_time(newest, person["supporters"]),
        "tap": CheckInForm(),
        "own_device": is_own(request),
    }


@require_POST
def not_today(request: HttpRequest) -> HttpResponse:
    """Puts the one next thing away until tomorrow."""
    response = redirect("home")
    response.set_cookie(NOT_TODAY, timezone.localdate().isoformat(), max_age=86_400, httponly=True, samesite="Lax")
    return response
