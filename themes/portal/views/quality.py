"""A few agreed plans of a month, drawn by lot, to see how good they are."""

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from leavingwell.themes.portal.access import signed_in
from leavingwell.themes.portal.api import ask
from leavingwell.themes.portal.reading.quality import side_by_side, weakest

HIGHEST = 10_000


def asked(request: HttpRequest) -> dict[str, Any]:
    """A faulty month is last month, a faulty draw the first."""
    try:
        month = date.fromisoformat(f"{request.GET.get('month', '')}-01").isoformat()
    except ValueError:
        month = None
    draw = request.GET.get("draw", "")
    seed = int(draw) if draw.isascii() and draw.isdigit() and len(draw) <= len(str(HIGHEST)) else 1
    return {"month": month, "seed": min(max(seed, 1), HIGHEST)}


@signed_in
@require_safe
def sample(request: HttpRequest) -> HttpResponse:
    found = ask(request, "quality-sample", **asked(request))["qualitySample"]
    rows = side_by_side(found["plans"])
    context = {
        "sample": found,
        "rows": rows,
        "weakest": weakest(rows, len(found["plans"])),
        "next": found["seed"] % HIGHEST + 1,
        "month": found["month"][:7],
    }
    return render(request, "portal/quality_sample.html", context)
