from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from leavingwell.themes.portal.access import signed_in
from leavingwell.themes.portal.api import Refused, ask, change, one
from leavingwell.themes.portal.forms.marked import area_names
from leavingwell.themes.portal.forms.supporters import LetInForm, SeenForm
from leavingwell.themes.portal.whose import Whose, whose


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def let_in(request: HttpRequest, person: str | None = None) -> HttpResponse:
    """The people whom a young person lets in, and to what. The young person adds one here, or a worker for them."""
    place = whose(request, person)
    found = people_of(request, place)
    if request.method != "POST":
        return page(request, place, found)
    form = LetInForm(request.POST, own=place.own, areas=areas_in(found))
    if added := sent(request, form, "add-supporter", youngPersonId=place.young_person):
        messages.success(request, _("They are let in. We send them an e-mail that says how to sign in."))
        if (name := added["person"]["name"]) != " ".join(form.cleaned_data["name"].split()):
            messages.info(request, _("Here they are called %(name)s, the name that they use with us.") % {"name": name})
        return redirect(place.address("let_in"))
    return page(request, place, found, status=422, form=form)


def areas_in(found: dict[str, Any]) -> list[tuple[str, str]]:
    return area_names({"domains": [standing["domain"] for standing in found["plan"]["stateOfPlay"]]})


def people_of(request: HttpRequest, place: Whose) -> dict[str, Any]:
    found: dict[str, Any] = one(ask(request, "let-in", youngPerson=place.young_person)["youngPerson"])
    one(found["version"])  # a supporter finds nothing here
    one(found["plan"])
    return found


def sent(request: HttpRequest, form: SeenForm, mutation: str, **given: Any) -> dict[str, Any]:
    """The supporter; empty where it was refused, and the form says why."""
    if not form.is_valid():
        return {}
    try:
        return change(request, mutation, **given, **form.api_input())
    except Refused as refused:
        form.take(refused)
        return {}


def page(
    request: HttpRequest,
    place: Whose,
    found: dict[str, Any],
    status: int = 200,
    form: LetInForm | None = None,
    changed: tuple[str, SeenForm] | None = None,
) -> HttpResponse:
    """`changed` is a supporter's id with the form that came back."""
    areas = areas_in(found)
    changed_id, changed_form = changed or ("", None)
    for number, supporter in enumerate(found["supporters"]):
        unbound = seen_form(place, supporter, areas, number)
        supporter["areas"] = ", ".join(title for code, title in areas if code in supporter["domainCodes"])
        supporter["form"] = changed_form if supporter["id"] == changed_id else unbound
    context = {
        "person": found,
        "whose": place,
        "form": form or LetInForm(own=place.own, areas=areas, initial={"kind": "OTHER"}),
        "changed_form": changed_form,
    }
    return render(request, "portal/let_in.html", context, status=status)


def seen_form(place: Whose, supporter: dict[str, Any], areas: list[tuple[str, str]], number: int) -> SeenForm:
    initial = {
        "kind": supporter["kind"],
        "relationship": supporter["relationship"],
        "parts": supporter["parts"],
        "domain_codes": supporter["domainCodes"],
    }
    return SeenForm(own=place.own, areas=areas, initial=initial, auto_id=f"seen_{number}_%s")


@signed_in
@require_POST
def change_seen(request: HttpRequest, supporter: str, person: str | None = None) -> HttpResponse:
    place = whose(request, person)
    found = people_of(request, place)
    form = SeenForm(request.POST, own=place.own, areas=areas_in(found), auto_id="changed_%s")
    if sent(request, form, "update-supporter", supporterId=supporter):
        messages.success(request, _("Saved. They see this from now on."))
        return redirect(place.address("let_in"))
    return page(request, place, found, status=422, changed=(supporter, form))


@signed_in
@require_POST
def end(request: HttpRequest, supporter: str, person: str | None = None) -> HttpResponse:
    place = whose(request, person)
    change(request, "end-supporter", supporterId=supporter)
    messages.success(request, _("They see nothing any more."))
    return redirect(place.address("let_in"))
