from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from leavingwell.themes.portal.access import signed_in
from leavingwell.themes.portal.api import Refused, ask, change, one
from leavingwell.themes.portal.forms.base import PortalForm, with_new_version
from leavingwell.themes.portal.forms.marked import area_names, own_names
from leavingwell.themes.portal.forms.planning import DocumentForm, GoalForm, WordsForm
from leavingwell.themes.portal.forms.review import MyPartForm
from leavingwell.themes.portal.languages import asked_language
from leavingwell.themes.portal.reading.matters import matters_of
from leavingwell.themes.portal.reading.plan import last_agreed, plan_context
from leavingwell.themes.portal.reading.review import with_first_day
from leavingwell.themes.portal.shell import hand_on, shell
from leavingwell.themes.portal.whose import Whose, whose

WHAT_MATTERS = "what_matters"


@signed_in
@require_safe
def plan(request: HttpRequest, person: str | None = None) -> HttpResponse:
    """The living plan: what the young person wants, what was agreed, and who is there."""
    return page(request, whose(request, person))


def page(request: HttpRequest, place: Whose, status: int = 200, **bound: PortalForm) -> HttpResponse:
    """The plan with its forms; `bound` is the one that came back with something to put right."""
    data = ask(request, "plan", youngPerson=place.young_person)
    found = one(data["youngPerson"])
    if last_agreed(one(found["plan"])) is None:
        first = ask(request, "first-day", youngPerson=place.young_person)
        found = with_first_day({**found, **one(first["youngPerson"])})
    context = plan_context(found["plan"])
    if place.own:
        hand_on(request, found["plan"])
    context["reached"] = [goal for goal in context["goals"] if goal["state"] == "REACHED"]
    context["goals"] = [goal for goal in context["goals"] if goal["state"] != "REACHED"]
    areas, languages = area_names(data["questionnaire"]), languages_of(request)
    forms: dict[str, PortalForm] = {
        "words_form": WordsForm(),
        "goal_form": GoalForm(areas=areas),
        "my_part_form": my_part_form(found["plan"]),
        "document_form": DocumentForm(languages=languages, initial={"language": asked_language(request)}),
    }
    for name, form in bound.items():
        forms[name] = with_new_version(form, version_of(found["plan"]))
    context |= {"person": found, "plan": found["plan"], "matters": matters_of(found, found["plan"]), "whose": place}
    context |= forms
    return render(request, "portal/plan.html", context, status=status)


def my_part_form(plan: dict[str, Any]) -> MyPartForm:
    review = plan["review"] or {}
    given = {"agrees": review.get("youngPersonAgrees"), "words": review.get("youngPersonWords") or ""}
    return MyPartForm(initial={**given, "version": version_of(plan)}, auto_id="my_part_%s")


def version_of(plan: dict[str, Any]) -> int:
    return int((plan["review"] or {}).get("version") or 0)


def languages_of(request: HttpRequest) -> list[tuple[str, str]]:
    return own_names(shell(request)["council"]["languages"])


def plan_id(request: HttpRequest, place: Whose) -> str:
    found = one(ask(request, "plan-id", youngPerson=place.young_person)["youngPerson"])
    return str(one(found["plan"])["id"])


def add(
    request: HttpRequest, place: Whose, mutation: str, name: str, form: Any, thanks: str | Promise, **more: Any
) -> HttpResponse:
    """Sends a form of the page to the API; back to the page either way, with what was typed if it was refused."""
    if form.is_valid():
        try:
            change(request, mutation, planId=plan_id(request, place), **form.api_input(), **more)
        except Refused as refused:
            form.take(refused)
        else:
            messages.success(request, str(thanks))
            return redirect(place.address("plan"))
    return page(request, place, status=422, **{name: form})


@signed_in
@require_POST
def words(request: HttpRequest) -> HttpResponse:
    """What matters to me: the young person's own words, which nobody else can write."""
    form = WordsForm(request.POST)
    return add(
        request, whose(request), "add-comment", "words_form", form, _("Saved in your own words."), part=WHAT_MATTERS
    )


@signed_in
@require_POST
def my_part(request: HttpRequest) -> HttpResponse:
    """What the young person says about the plan: theirs alone, in any language."""
    form = MyPartForm(request.POST, auto_id="my_part_%s")
    more = {"language": get_language()}
    return add(request, whose(request), "save-part", "my_part_form", form, _("Your part is saved. Thank you."), **more)


@signed_in
@require_POST
def agree(request: HttpRequest) -> HttpResponse:
    """One press: it is right as it stands."""
    form = MyPartForm({**request.POST.dict(), "agrees": "YES", "words": ""}, auto_id="my_part_%s")
    more = {"language": get_language()}
    return add(request, whose(request), "save-part", "my_part_form", form, _("You agree with it. Thank you."), **more)


@signed_in
@require_POST
def goal(request: HttpRequest, person: str | None = None) -> HttpResponse:
    place = whose(request, person)
    areas = area_names(ask(request, "areas-of-life")["questionnaire"])
    form = GoalForm(request.POST, areas=areas)
    thanks = _("Your goal is on the plan.") if place.own else _("The goal is on the plan.")
    return add(request, place, "add-goal", "goal_form", form, thanks)


@signed_in
@require_POST
def review(request: HttpRequest, person: str | None = None) -> HttpResponse:
    """Asks for a review: any time, for any reason."""
    place = whose(request, person)
    try:
        change(request, "request-review", planId=plan_id(request, place))
    except Refused as refused:
        messages.info(request, refused.message)
    else:
        messages.success(request, _("A review is open now. You can go through the questions again."))
    return redirect(place.address("plan"))


@signed_in
@require_POST
def document(request: HttpRequest, person: str | None = None) -> HttpResponse:
    place = whose(request, person)
    form = DocumentForm(request.POST, languages=languages_of(request))
    if form.is_valid():
        try:
            made = change(request, "request-document", planId=plan_id(request, place), **form.api_input())
        except Refused as refused:
            form.take(refused)
        else:
            return redirect("plan_document", document=made["id"])
    return page(request, place, status=422, document_form=form)
