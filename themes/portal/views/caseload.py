from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from leavingwell.themes.portal import narrowing, words
from leavingwell.themes.portal.access import signed_in
from leavingwell.themes.portal.api import ask
from leavingwell.themes.portal.case_words import CLOCK_STATES
from leavingwell.themes.portal.reading.caseload import rows_of
from leavingwell.themes.portal.reading.clocks import counts
from leavingwell.themes.portal.reading.todo import nodes
from leavingwell.themes.portal.work_words import ONLY, REASONS

CLOCK_FILTERS = {state: CLOCK_STATES[state] for state in ("OVERDUE", "DUE", "SOON")}
PRIVATE, SHOWN = ("search",), ("reason", "state", "clock", "only", "help", "worker", "team")
ASKED_OF_ONLY = {  # what the API is asked for
    "IN_FORCE": {"planInForce": True},
    "NOT_IN_FORCE": {"planInForce": False},
    "SILENT": {"longSilent": True},
}
CHOICES = {"state": words.STATES, "clock": CLOCK_FILTERS, "reason": REASONS, "only": ONLY}


def wanted(request: HttpRequest) -> dict[str, Any]:
    """A name comes from the session alone: it must stand in no address. A faulty filter is no filter."""
    chosen = {name: request.GET.get(name) for name in CHOICES}
    kept = narrowing.kept(request, "caseload")
    return {
        **{name: code if code in CHOICES[name] else None for name, code in chosen.items()},
        "help": request.GET.get("help") or None,
        "worker": request.GET.get("worker") or None,
        "team": request.GET.get("team") or None,
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
    asked = {"asked": filters["help"], "isAsked": True} if filters["help"] else {}
    asked |= ASKED_OF_ONLY.get(filters["only"], {})
    of = {"isOfWorker": bool(filters["worker"]), "isOfTeam": bool(filters["team"])}
    data = ask(request, "caseload", **filters, **asked, **of)
    return render(request, "portal/caseload.html", {**data, **filters, **context_of(request, data, filters)})


def context_of(request: HttpRequest, data: dict[str, Any], filters: dict[str, Any]) -> dict[str, Any]:
    found = data["caseload"]
    people, more = nodes(found), request.GET.copy()
    more["after"] = found["pageInfo"]["endCursor"] or ""
    return {
        **rows_of(people),
        "of_worker": people[0]["worker"] if filters["worker"] and people else None,
        "of_team": next(iter(people[0]["teamHistory"]), None) if filters["team"] and people else None,
        "total": found["totalCount"],
        "has_more": found["pageInfo"]["hasNextPage"],
        "more": more.urlencode(),
        "narrowed": any(filters[name] for name in (*PRIVATE, *SHOWN)),
        "first_page": not filters["after"],
        "today": data["today"]["totalCount"],
        "due": counts(data["clockTotals"]),
        "needs_today": data["viewer"],
        "asked": (data.get("questionnaire") or {}).get("question"),
        "states": words.STATES.items(),
        "clock_states": CLOCK_FILTERS.items(),
        "reasons": REASONS.items(),
        "only_those": ONLY.items(),
    }
