from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from leavingwell.themes.portal.access import signed_in
from leavingwell.themes.portal.api import ask
from leavingwell.themes.portal.case_words import CLOCK_STATES, CLOCKS
from leavingwell.themes.portal.reading.clocks import by_kind, clock_row, counts
from leavingwell.themes.portal.reading.todo import nodes

SHOWN = ("OVERDUE", "DUE", "SOON")  # where nothing is chosen


def wanted(request: HttpRequest) -> dict[str, Any]:
    kind, state = request.GET.get("kind"), request.GET.get("state")
    return {
        "kinds": [kind] if kind in CLOCKS else None,
        "states": [state] if state in CLOCK_STATES else None,
        "after": request.GET.get("after") or None,
    }


@signed_in
@require_safe
def due(request: HttpRequest) -> HttpResponse:
    """What must happen by when, for everybody the viewer works with. Made to be printed too."""
    filters = wanted(request)
    data = ask(request, "due", **filters)
    found = data["clocks"]
    more = request.GET.copy()
    more["after"] = found["pageInfo"]["endCursor"] or ""
    context = {
        "rows": [{**one, **clock_row(one["clock"])} for one in nodes(found)],
        "total": found["totalCount"],
        "has_more": found["pageInfo"]["hasNextPage"],
        "more": more.urlencode(),
        "counts": counts(data["clockTotals"]),
        "kinds_counted": by_kind(data["clockTotals"], SHOWN),
        "kinds": CLOCKS.items(),
        "states": CLOCK_STATES.items(),
        "kind": (filters["kinds"] or [""])[0],
        "state": (filters["states"] or [""])[0],
    }
    return render(request, "portal/due.html", context)
