"""Who looked at a plan and who changed it, and what was changed of one thing."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from leavingwell.themes.portal.access import signed_in
from leavingwell.themes.portal.api import ask, one
from leavingwell.themes.portal.reading.todo import nodes
from leavingwell.themes.portal.returning import place_to_return
from leavingwell.themes.portal.whose import whose


@signed_in
@require_safe
def access_log(request: HttpRequest, person: str | None = None) -> HttpResponse:
    """The young person's own, or for their team's manager what staff did."""
    place = whose(request, person)
    found = ask(request, "access-log", youngPerson=place.young_person, after=request.GET.get("after") or None)
    young_person = one(found["youngPerson"])
    if "VIEW_ACCESS_LOG" not in young_person["permissions"]:
        raise PermissionDenied
    context = {
        "whose": place,
        "person": young_person,
        "entries": nodes(found["accessLog"]),
        "more": found["accessLog"]["pageInfo"],
        "first_page": not request.GET.get("after"),
    }
    return render(request, "portal/access_log.html", context)


@signed_in
@require_safe
def what_changed(request: HttpRequest, thing: str) -> HttpResponse:
    """The history of an action or a goal; empty for who may not see it, as for what is not there."""
    context = {"entries": ask(request, "history", id=thing)["history"], "back": place_to_return(request)}
    return render(request, "portal/what_changed.html", context)
