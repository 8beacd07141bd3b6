from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language_bidi
from django.views.decorators.http import require_safe

from leavingwell.themes.portal import words
from leavingwell.themes.portal.access import signed_in
from leavingwell.themes.portal.api import ask, one
from leavingwell.themes.portal.forms.filters import InsightFilter
from leavingwell.themes.portal.forms.marked import marked
from leavingwell.themes.portal.reading.insight import context as reading


@signed_in
@require_safe
def insight(request: HttpRequest) -> HttpResponse:
    """What young people say, area by area, with small numbers hidden."""
    domain, age = request.GET.get("domain") or first_area(request), request.GET.get("age")
    band = age if age in words.AGE_BANDS else None
    data = ask(request, "insight", domain=domain, ageBand=band, team=request.GET.get("team") or None)
    found: dict[str, Any] = one(data["insight"])
    domains = [(area["code"], marked(area["title"])) for area in data["questionnaire"]["domains"]]
    teams = [(team["id"], team["name"]) for team in data["teams"]]
    form = InsightFilter({**request.GET.dict(), "domain": domain}, domains=domains, teams=teams)
    area = next((area for area in data["questionnaire"]["domains"] if area["code"] == domain), None)
    context = {"insight": found, "form": form, "area": area, **reading(found, rtl=get_language_bidi())}
    return render(request, "portal/insight.html", context)


def first_area(request: HttpRequest) -> str:
    """Of the council's own questionnaire. Raises `Http404` where there is none yet."""
    areas = one(ask(request, "areas-of-life")["questionnaire"])["domains"]
    return str(one(next(iter(areas), None))["code"])
