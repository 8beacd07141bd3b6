"""Being in touch with one young person: dates, contacts, crises, how they are, and the door that is open from 21."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from leavingwell.themes.portal.access import signed_in
from leavingwell.themes.portal.api import Refused, change
from leavingwell.themes.portal.forms.base import PortalForm
from leavingwell.themes.portal.forms.in_touch import CloseCrisisForm, ContactForm, CrisisForm, OfferForm, StateForm
from leavingwell.themes.portal.reading.in_touch import in_touch_context
from leavingwell.themes.portal.views.case import case_of

FORMS: dict[str, Callable[..., PortalForm]] = {
    "contact_form": partial(ContactForm, prefix="contact"),
    "crisis_form": partial(CrisisForm, prefix="crisis"),
    "state_form": partial(StateForm, prefix="state"),
    "offer_form": partial(OfferForm, prefix="offer"),
}


@signed_in
@require_safe
def in_touch(request: HttpRequest, person: str) -> HttpResponse:
    return page(request, person, **noting(request))


def noting(request: HttpRequest) -> dict[str, Any]:
    """Who comes to note something finds its form open: a visit, or any contact."""
    wanted = request.GET.get("note")
    if wanted not in ("visit", "contact"):
        return {}
    form = FORMS["contact_form"](initial={"channel": "VISIT"}) if wanted == "visit" else FORMS["contact_form"]()
    return {"contact_form": form, "noting": True}


def page(request: HttpRequest, person: str, status: int = 200, **bound: Any) -> HttpResponse:
    found = case_of(request, person, "in-touch")
    context = {**{name: make() for name, make in FORMS.items()}, **in_touch_context(found), **bound}
    returned: PortalForm | None = context.get("close_form")
    for crisis in context["open_crises"]:
        mine = returned is not None and bound["closing"] == crisis["id"]
        crisis["form"] = close_form(crisis)
        if mine and returned is not None:
            crisis["form"] = returned
            if returned.theirs:  # sent again, it says what they decided after they saw both
                typed: Any = returned.data  # a QueryDict
                returned.data = {**typed.dict(), returned.add_prefix("version"): crisis["version"]}
    return render(request, "portal/in_touch.html", {**context, "person": found, "id": person}, status=status)


def close_form(crisis: dict[str, Any], data: Any = None) -> CloseCrisisForm:
    prefix = f"close-{crisis['id'][-12:-2]}"
    if data is not None:
        return CloseCrisisForm(data, prefix=prefix)
    initial = {"version": crisis["version"], "response": crisis["response"], "worked": "too_early"}
    return CloseCrisisForm(initial=initial, prefix=prefix)


def noted(request: HttpRequest, person: str, name: str, mutation: str, thanks: str | Promise) -> HttpResponse:
    """One of the page's forms sent to the API; with its faults beside the fields where it is refused."""
    form = FORMS[name](request.POST)
    if form.is_valid():
        try:
            change(request, mutation, youngPersonId=person, **form.api_input())  # type: ignore[attr-defined]
        except Refused as refused:
            form.take(refused)
        else:
            messages.success(request, str(thanks))
            return redirect("person_in_touch", person=person)
    return page(request, person, status=422, **{name: form})


@signed_in
@require_POST
def contact(request: HttpRequest, person: str) -> HttpResponse:
    return noted(request, person, "contact_form", "record-contact", _("Noted. They can read it too."))


@signed_in
@require_POST
def crisis(request: HttpRequest, person: str) -> HttpResponse:
    return noted(request, person, "crisis_form", "record-crisis", _("Noted. They are in crisis now."))


@signed_in
@require_POST
def state(request: HttpRequest, person: str) -> HttpResponse:
    return noted(request, person, "state_form", "set-state", _("Noted."))


@signed_in
@require_POST
def offer(request: HttpRequest, person: str) -> HttpResponse:
    return noted(request, person, "offer_form", "record-offer", _("Noted that they were told."))


@signed_in
@require_POST
def close(request: HttpRequest, person: str, crisis: str) -> HttpResponse:
    form = close_form({"id": crisis}, request.POST)
    if form.is_valid():
        try:
            change(request, "close-crisis", crisisId=crisis, **form.api_input())
        except Refused as refused:
            if any(problem["code"] == "WRONG_STATE" for problem in refused.problems):
                messages.warning(request, refused.message)
                return redirect("person_in_touch", person=person)
            form.take(refused)
        else:
            messages.success(request, str(_("The crisis is closed.")))
            return redirect("person_in_touch", person=person)
    return page(request, person, status=422, close_form=form, closing=crisis)


@signed_in
@require_POST
def slim_plan(request: HttpRequest, person: str) -> HttpResponse:
    try:
        change(request, "open-slim-plan", youngPersonId=person)
    except Refused as refused:
        messages.error(request, refused.message)
    else:
        messages.success(request, str(_("Their slim plan is open. You can both start on it.")))
    return redirect("person_in_touch", person=person)
