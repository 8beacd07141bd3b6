from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from leavingwell.themes.portal.access import signed_in
from leavingwell.themes.portal.api import Refused, ask, change, one
from leavingwell.themes.portal.forms.actions import ActionChangeForm, StateForm
from leavingwell.themes.portal.forms.base import PortalForm
from leavingwell.themes.portal.forms.messages import MessageForm
from leavingwell.themes.portal.reading.messages import threads_of
from leavingwell.themes.portal.views.messages import mark_read
from leavingwell.themes.portal.whose import Whose, whose

THANKS = {
    "DONE": _("Done. You find it under “Lately done”."),
    "STUCK": _("Noted. You can talk about it and find another way."),
    "DROPPED": _("Let go. You can take it up again at any time."),
    "OPEN": _("It is back on the list."),
}


@signed_in
@require_safe
def action(request: HttpRequest, action: str, person: str | None = None) -> HttpResponse:
    """One thing to do: who, by when, how one knows that it is done, and what is said of it."""
    return page(request, whose(request, person), action)


def page(request: HttpRequest, place: Whose, action: str, status: int = 200, **bound: PortalForm) -> HttpResponse:
    person = one(ask(request, "action", youngPerson=place.young_person, action=action)["youngPerson"])
    plan = one(person["plan"])
    found = one(plan["action"])
    threads = threads_of(found)
    context = {
        "whose": place,
        "person": person,
        "plan": plan,
        "action": found,
        "goal": next((goal for goal in plan["goals"] if goal["id"] == found["goalId"]), None),
        "threads": threads,
        "change_form": ActionChangeForm.of(found, people_in(person, found)),
        "message_form": MessageForm(initial={"about": f"action:{action}", "audience": "TEAM"}),
        "home_of_form": place.address("action", action=action),
        "just_saved": "saved" in request.GET,
        **state_forms(found),
        **bound,
    }
    for form in bound.values():
        if form.stale:  # whoever saves again has seen what stands there now
            form.data = {**form.data.dict(), "version": found["version"]}  # type: ignore[attr-defined]  # a QueryDict
    answer = render(request, "portal/action.html", context, status=status)
    mark_read(request, plan, threads)
    return answer


def people_in(person: dict[str, Any], action: dict[str, Any]) -> list[tuple[str, str]]:
    """Who can do it: the young person, their worker and supporters, and whoever does it now."""
    people = [{"id": person["person"]["id"], "name": person["preferredName"]}]
    people += [person["worker"]] if person["worker"] else []
    people += [supporter["person"] for supporter in person["supporters"] or ()]
    return list({one["id"]: one["name"] for one in [*people, *action["owners"]]}.items())


def state_forms(action: dict[str, Any]) -> dict[str, StateForm]:
    version = action["version"]
    return {
        f"{state.lower()}_form": StateForm(initial={"status": state, "version": version}, auto_id=f"{state}_%s")
        for state in THANKS
    }


@signed_in
@require_POST
def change_action(request: HttpRequest, action: str, person: str | None = None) -> HttpResponse:
    place = whose(request, person)
    found = one(ask(request, "action", youngPerson=place.young_person, action=action)["youngPerson"])
    people = people_in(found, one(one(found["plan"])["action"]))
    form = ActionChangeForm(request.POST, people=people)
    if form.is_valid() and done(request, action, form):
        messages.success(request, _("Saved."))
        return redirect(f"{place.address('action', action=action)}?saved=1")
    return page(request, place, action, status=422, change_form=form)


@signed_in
@require_POST
def set_state(request: HttpRequest, action: str, person: str | None = None) -> HttpResponse:
    place, status = whose(request, person), request.POST.get("status", "")
    form = StateForm(request.POST, auto_id=f"{status if status in THANKS else 'OPEN'}_%s")
    if form.is_valid() and done(request, action, form):
        messages.success(request, THANKS.get(status, _("Saved.")))
        return redirect(place.address("action", action=action))
    name = f"{status.lower()}_form" if status in THANKS else "open_form"
    return page(request, place, action, status=422, **{name: form})


def done(request: HttpRequest, action: str, form: Any) -> bool:
    """Whether it was changed; what was refused is put into the form."""
    try:
        change(request, "update-action", actionId=action, **form.api_input())
    except Refused as refused:
        form.take(refused)
        return False
    return True
