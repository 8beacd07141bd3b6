from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from leavingwell.themes.portal.access import signed_in
from leavingwell.themes.portal.api import Refused, ask, change, one
from leavingwell.themes.portal.forms.matters import MatterForm
from leavingwell.themes.portal.reading.matters import matter_cards, may_write


def case_of(request: HttpRequest, document: str, person: str) -> dict[str, Any]:
    """The young person as the case team sees them. Everybody else gets `Http404`."""
    found: dict[str, Any] = one(ask(request, document, youngPerson=person)["youngPerson"])
    if found["state"] is None:
        raise Http404
    return found


@signed_in
@require_safe
def matters(request: HttpRequest, person: str) -> HttpResponse:
    """The ten matters that the law wants a plan to cover, one a card."""
    found = case_of(request, "matters", person)
    plan = one(found["plan"])
    context = {"person": found, "id": person, "plan": plan, "cards": matter_cards(plan), "may_write": may_write(found)}
    return render(request, "portal/matters.html", context)


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def matter(request: HttpRequest, person: str, matter: str) -> HttpResponse:
    """Writing down one of them."""
    found = case_of(request, "matters", person)
    card = card_of(one(found["plan"]), matter)
    if request.method != "POST":
        return page(request, person, found, card, MatterForm(initial=initial_of(card)))
    form = MatterForm(request.POST)
    if form.is_valid() and saved(request, found["plan"]["id"], card["matter"], form):
        messages.success(request, _("Saved. “%s” is on the plan.") % card["title"])
        return redirect("matters", person=person)
    found = case_of(request, "matters", person)  # perhaps a colleague was quicker
    card = card_of(found["plan"], matter)
    if form.theirs:
        form.show_version(card["row"]["version"] if card["row"] else 0)
    return page(request, person, found, card, form, status=422)


def card_of(plan: dict[str, Any], slug: str) -> dict[str, Any]:
    for card in matter_cards(plan):
        if card["slug"] == slug:
            return card
    raise Http404


def initial_of(card: dict[str, Any]) -> dict[str, Any]:
    row = card["row"]
    if row is None:
        return {"version": 0}
    return {
        "how": row["how"],
        "by_whom": row["byWhom"],
        "by_when": row["byWhen"],
        "not_needed_reason": row["notNeededReason"],
        "version": row["version"],
    }


def page(
    request: HttpRequest, person: str, found: dict[str, Any], card: dict[str, Any], form: MatterForm, status: int = 200
) -> HttpResponse:
    if "SAVE_MATTER" not in found["permissions"]:
        raise PermissionDenied
    context = {"person": found, "id": person, "card": card, "form": form, "may_write": may_write(found)}
    return render(request, "portal/matter.html", context, status=status)


def saved(request: HttpRequest, plan: str, matter: str, form: MatterForm) -> bool:
    try:
        change(request, "save-matter", planId=plan, matter=matter, **form.api_input())
    except Refused as refused:
        form.take(refused)
        return False
    return True
