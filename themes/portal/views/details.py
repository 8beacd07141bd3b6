from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from leavingwell.themes.portal.access import signed_in
from leavingwell.themes.portal.api import Refused, ask, change, one
from leavingwell.themes.portal.forms.base import PortalForm
from leavingwell.themes.portal.forms.details import CareEndForm, CareForm, CategoryForm, DetailsForm
from leavingwell.themes.portal.whose import Whose, whose


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def details(request: HttpRequest, person: str | None = None) -> HttpResponse:
    """What is known of a young person: on their own page what is theirs to say, for their workers all of it."""
    place = whose(request, person)
    if request.method != "POST":
        return page(request, place)
    form = DetailsForm(request.POST, own=place.own, languages=languages_spoken(request))
    return kept_or_page(request, place, "update-young-person", "form", form, youngPersonId=place.young_person)


def languages_spoken(request: HttpRequest) -> list[tuple[str, str]]:
    """Every language of the register, by the name that its speakers give it: more than the council writes in."""
    found = ask(request, "all-languages")["languages"]
    return [(one["code"], f"{one['ownName']} ({one['englishName']})") for one in found]


def kept_or_page(request: HttpRequest, place: Whose, mutation: str, name: str, form: Any, **more: Any) -> HttpResponse:
    """Sends one of the page's forms to the API; back to the page either way, with what was typed if it was refused."""
    if form.is_valid():
        try:
            change(request, mutation, **more, **form.api_input())
        except Refused as refused:
            form.take(refused)
        else:
            messages.success(request, _("Saved."))
            return redirect(place.address("details"))
    return page(request, place, status=422, **{name: form})


def page(request: HttpRequest, place: Whose, status: int = 200, **bound: PortalForm) -> HttpResponse:
    """`bound` is the form that came back with something to put right."""
    found = one(ask(request, "details", youngPerson=place.young_person)["youngPerson"])
    one(found["version"])  # a supporter finds nothing here
    forms: dict[str, PortalForm] = {
        "form": DetailsForm(own=place.own, languages=languages_spoken(request), initial=initial_of(found)),
        "care_form": CareForm(auto_id="care_%s"),
        "care_end_form": CareEndForm(auto_id="care_end_%s"),
        "category_form": CategoryForm(initial={"category": found["category"], "reason": found["categoryReason"]}),
    }
    suggested, category = found["suggestedCategory"], found["category"]
    context = {
        "person": found,
        "whose": place,
        **forms,
        **bound,
        "version": found["version"],
        "still_in_care": [one for one in found["carePeriods"] if not one["endsOn"]],
        "differs": suggested["category"] and suggested["category"] != category and not found["categoryReason"],
    }
    return render(request, "portal/details.html", context, status=status)


def initial_of(found: dict[str, Any]) -> dict[str, Any]:
    names = {
        "preferred_name": "preferredName",
        "legal_name": "legalName",
        "date_of_birth": "dateOfBirth",
        "reading": "reading",
    }
    same = ("pronouns", "phone", "language", "email", "needs", "celebrates")
    return {**{name: found[key] or "" for name, key in names.items()}, **{name: found[name] for name in same}}


@signed_in
@require_POST
def category(request: HttpRequest, person: str) -> HttpResponse:
    place, form = whose(request, person), CategoryForm(request.POST)
    return kept_or_page(request, place, "set-category", "category_form", form, youngPersonId=person)


@signed_in
@require_POST
def care(request: HttpRequest, person: str) -> HttpResponse:
    place, form = whose(request, person), CareForm(request.POST, auto_id="care_%s")
    return kept_or_page(request, place, "add-care-period", "care_form", form, youngPersonId=person)


@signed_in
@require_POST
def care_end(request: HttpRequest, person: str, period: str) -> HttpResponse:
    place, form = whose(request, person), CareEndForm(request.POST, auto_id="care_end_%s")
    return kept_or_page(request, place, "end-care-period", "care_end_form", form, carePeriodId=period)
