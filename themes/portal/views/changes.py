from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from leavingwell.themes.portal.access import signed_in
from leavingwell.themes.portal.api import ask, one
from leavingwell.themes.portal.reading.changes import is_anything
from leavingwell.themes.portal.reading.versions import HIGHEST
from leavingwell.themes.portal.views.plan import plan_id
from leavingwell.themes.portal.whose import whose


@signed_in
@require_safe
def changes(request: HttpRequest, since: int, until: int | None = None, person: str | None = None) -> HttpResponse:
    """What changed since a review, in plain words: until a later one, or until now."""
    place = whose(request, person)
    numbers = {"from": min(since, HIGHEST), "to": None if until is None else min(until, HIGHEST)}
    found = one(ask(request, "review-differences", plan=plan_id(request, place), **numbers)["reviewDifferences"])
    context = {"whose": place, "changed": found, "until_now": until is None, "anything": is_anything(found)}
    return render(request, "portal/changes.html", context)
