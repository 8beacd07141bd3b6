"""How it went: the areas of life over the reviews, and the check-ins over the months."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language_bidi
from django.views.decorators.http import require_safe

from leavingwell.themes.portal.access import signed_in
from leavingwell.themes.portal.api import ask, one
from leavingwell.themes.portal.reading.check_ins import not_taken_back
from leavingwell.themes.portal.reading.months import months_of
from leavingwell.themes.portal.reading.over_time import over_time as areas_over_time
from leavingwell.themes.portal.whose import whose


@signed_in
@require_safe
def over_time(request: HttpRequest, person: str | None = None) -> HttpResponse:
    """What came back as null is not for this viewer: then the page is not there for them."""
    place = whose(request, person)
    found = one(ask(request, "over-time", youngPerson=place.young_person)["youngPerson"])
    sent = not_taken_back(found)
    context = {
        "whose": place,
        "person": found,
        "over_time": areas_over_time(one(found["plan"])),
        "check_ins": sent,
        "months": months_of(sent, rtl=get_language_bidi()),
    }
    return render(request, "portal/over_time.html", context)
