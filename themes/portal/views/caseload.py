from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from leavingwell.themes.portal import narrowing, words
from leavingwell.themes.portal.access import signed_in
from leavingwell.themes.portal.api import ask
from leavingwell.themes.portal.case_words import CLOCK_STATES
from leavingwell.themes.portal.reading.todo import nodes

CLOCK_FILTERS = {state: CLOCK_STATES[state] for state in ("OVERDUE", "DUE", "SOON")}


PRIVATE, SHOWN = ("search",), ("state", "clock")


def wanted(request: HttpRequest) -> dict[str, Any]:
    """A name comes from the session alone: it must stand in no address."""
    state = request.GET.get("state")
    kept = narrowing.kept(request, "caseload")
    return {
        "state": state if state in words.STATES else None,
        "clock": clock if (clock := request.GET.get("clock")) in CLOCK_FILTERS else None,
        "search": kept.get("search", "") or None,
        "after": request.GET.get("after") or None,
    }


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def caseload(request: HttpRequest) -> HttpResponse:
    """The viewer's young people: reasons first, then how they are, then one thing to do."""
    if request.method == "POST":
        narrowing.keep(request, "caseload", PRIVATE)
        return redirect(narrowing.address(request, SHOWN))
    filters = wanted(request)
    data = ask(request, "caseload", **filters)
    found = data["caseload"]
    more = request.GET.copy()
    more["after"] = found["pageInfo"]["endCursor"] or ""
    people = nodes(found)
    context = {
        **data,
        **filters,
        "people": people,
        "total": found["totalCount"],
        "has_more": found["pageInfo"]["hasNextPage"],
        "more": more.urlencode(),
        "narrowed": any(filters[name] for name in (*PRIVATE, *SHOWN)),
        "first_page": not filters["after"],
        "today": data["today"]["totalCount"],
        "states": words.STATES.items(),
        "clock_states": CLOCK_FILTERS.items(),
    }
    return render(request, "portal/caseload.html", context)
