from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from leavingwell.themes.portal import words
from leavingwell.themes.portal.access import signed_in
from leavingwell.themes.portal.api import ask
from leavingwell.themes.portal.case_words import CLOCK_STATES
from leavingwell.themes.portal.reading.todo import nodes

CLOCK_FILTERS = {state: CLOCK_STATES[state] for state in ("OVERDUE", "DUE", "SOON")}


def wanted(request: HttpRequest) -> dict[str, Any]:
    state = request.GET.get("state")
    return {
        "state": state if state in words.STATES else None,
        "clock": clock if (clock := request.GET.get("clock")) in CLOCK_FILTERS else None,
        "search": request.GET.get("search", "")[:100] or None,
        "after": request.GET.get("after") or None,
    }


@signed_in
@require_safe
def caseload(request: HttpRequest) -> HttpResponse:
    """The viewer's young people: reasons first, then how they are, then one thing to do."""
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
        "first_page": not filters["after"],
        "today": sum(any(one["level"] == "TODAY" for one in person["attention"]) for person in people),
        "states": words.STATES.items(),
        "clock_states": CLOCK_FILTERS.items(),
    }
    return render(request, "portal/caseload.html", context)
