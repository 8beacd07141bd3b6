"""What was said and done around the plan: how things stand, who said what, how the plan has changed, who looked."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from leavingwell.themes.portal.access import signed_in
from leavingwell.themes.portal.api import Refused, ask, change, one
from leavingwell.themes.portal.forms.planning import WordsForm
from leavingwell.themes.portal.reading import now_and_before as reading
from leavingwell.themes.portal.reading.todo import nodes
from leavingwell.themes.portal.shell import hand_on
from leavingwell.themes.portal.views.plan import plan_id
from leavingwell.themes.portal.whose import Whose, whose

PREFIX = "comment_%s"


@signed_in
@require_safe
def now_and_before(request: HttpRequest, person: str | None = None) -> HttpResponse:
    return page(request, whose(request, person), WordsForm(auto_id=PREFIX))


def page(request: HttpRequest, place: Whose, form: WordsForm, status: int = 200) -> HttpResponse:
    data = ask(request, "now-and-before", youngPerson=place.young_person)
    found = one(data["youngPerson"])
    plan = one(found["plan"])
    if place.own:
        hand_on(request, plan)
    looks = nodes(data["accessLog"]) if place.own else []
    context = {"person": found, "plan": plan, "whose": place, "looks": looks, "comment_form": form}
    return render(request, "portal/now_and_before.html", context | reading.now_and_before(plan), status=status)


@signed_in
@require_POST
def comment(request: HttpRequest, person: str | None = None) -> HttpResponse:
    place, form = whose(request, person), WordsForm(request.POST, auto_id=PREFIX)
    if form.is_valid():
        try:
            change(request, "add-comment", planId=plan_id(request, place), **form.api_input())
        except Refused as refused:
            form.take(refused)
        else:
            messages.success(request, _("Your words are on the plan."))
            return redirect(place.address("now_and_before"))
    return page(request, place, form, status=422)
