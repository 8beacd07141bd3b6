from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from leavingwell.themes.portal.access import signed_in
from leavingwell.themes.portal.api import ask, one
from leavingwell.themes.portal.reading.versions import HIGHEST, version_context
from leavingwell.themes.portal.whose import whose


@signed_in
@require_safe
def version(request: HttpRequest, number: int, person: str | None = None) -> HttpResponse:
    """The plan whole, as it was agreed at one review: to read, not to change."""
    place = whose(request, person)
    data = ask(request, "plan-version", youngPerson=place.young_person, number=min(number, HIGHEST))
    found = one(data["youngPerson"])
    plan = one(found["plan"])
    then = one(plan["asAgreed"])
    context = {"whose": place, "person": found, **version_context(then, plan["reviews"])}
    return render(request, "portal/version.html", context)
