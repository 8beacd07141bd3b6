from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from leavingwell.themes.portal.access import signed_in
from leavingwell.themes.portal.api import Refused, ask, change, one
from leavingwell.themes.portal.forms.base import PortalForm
from leavingwell.themes.portal.forms.staff import AttemptForm, RequestForm
from leavingwell.themes.portal.reading.person import person_context
from leavingwell.themes.portal.shell import viewer_of
from leavingwell.themes.portal.whose import Whose


@signed_in
@require_safe
def person(request: HttpRequest, person: str) -> HttpResponse:
    """One young person on one screen, for the case team."""
    return page(request, person)


def page(request: HttpRequest, person: str, status: int = 200, **bound: Any) -> HttpResponse:
    found = case_of(request, person)
    context = person_context(found)
    place = Whose(person, route={"person": person})
    context |= {"person": found, "plan": found["plan"], "id": person, "whose": place}
    context |= {"attempt_form": AttemptForm(), **bound}
    returned: RequestForm | None = context.get("request_form")
    if returned and bound["asked"] not in {asked["id"] for asked in context["requests"]}:
        messages.warning(request, already_done(returned))
    for asked in context["requests"]:
        asked["form"] = returned if returned and bound["asked"] == asked["id"] else request_form(asked)
    return render(request, "portal/person.html", context, status=status)


def case_of(request: HttpRequest, person: str) -> dict[str, Any]:
    """The young person as the case team sees them. A supporter, who sees less, has a page of their own."""
    found: dict[str, Any] = one(ask(request, "person", youngPerson=person)["youngPerson"])
    if found["state"] is None:
        raise Http404
    return found


def already_done(form: RequestForm) -> str:
    """For whoever was slower than a colleague: nothing was changed, and what they typed is not lost."""
    typed = form["title"].value() or ""
    return _("Somebody was quicker: this is on the list already. You had written: “%s”") % typed


def request_form(asked: dict[str, Any]) -> RequestForm:
    return RequestForm(
        initial={"title": asked["title"], "who": "me", "version": asked["version"]}, auto_id=f"{asked['id'][-12:-2]}_%s"
    )


@signed_in
@require_POST
def turn_into_action(request: HttpRequest, person: str, action: str) -> HttpResponse:
    """What was asked for becomes something that somebody does by a day."""
    form = RequestForm(request.POST, auto_id=f"{action[-12:-2]}_%s")
    if form.is_valid():
        them = one(ask(request, "todo", youngPerson=person)["youngPerson"])["person"]["id"]
        me = viewer_of(request)["id"]
        owners = {"me": [me], "them": [them], "both": [me, them]}
        if done(request, form, "update-action", actionId=action, status="OPEN", **form.api_input(owners)):
            messages.success(request, _("It is on the list now, and they can see it."))
            return redirect("person", person=person)
    return page(request, person, status=422, request_form=form, asked=action)


@signed_in
@require_POST
def attempt(request: HttpRequest, person: str) -> HttpResponse:
    form = AttemptForm(request.POST)
    if form.is_valid() and done(request, form, "record-attempt", planId=plan_of(request, person), **form.api_input()):
        messages.success(request, _("Noted."))
        return redirect("person", person=person)
    return page(request, person, status=422, attempt_form=form)


def plan_of(request: HttpRequest, person: str) -> str:
    found = one(ask(request, "plan-id", youngPerson=person)["youngPerson"])
    return str(one(found["plan"])["id"])


def done(request: HttpRequest, form: PortalForm, mutation: str, **given: Any) -> bool:
    """Whether the mutation was done; its problems are put into the form."""
    try:
        change(request, mutation, **given)
    except Refused as refused:
        form.take(refused)
        return False
    return True
