from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from leavingwell.themes.portal.access import signed_in
from leavingwell.themes.portal.api import Refused, ask, change, one
from leavingwell.themes.portal.reading.progress import next_area, progress_of
from leavingwell.themes.portal.sittings import sitting_of
from leavingwell.themes.portal.whose import whose


@signed_in
@require_safe
def checklist(request: HttpRequest, person: str | None = None, channel: str | None = None) -> HttpResponse:
    """The areas of life, with how far each has come."""
    place = whose(request, person, channel)
    sitting = sitting_of(request, place)
    found = one(ask(request, "checklist", youngPerson=place.young_person, language=sitting.language)["youngPerson"])
    plan = one(found["plan"])
    areas = progress_of(plan["response"])
    begin = next((area for area in areas if not area.done), None)
    context = {"person": found, "plan": plan, "whose": place, "sitting": sitting, "areas": areas, "begin": begin}
    return render(request, "portal/checklist.html", context)


@signed_in
@require_safe
def area_done(request: HttpRequest, area: str, person: str | None = None, channel: str | None = None) -> HttpResponse:
    """A short stop after the last question of an area: on to the next one, or enough for now."""
    place = whose(request, person, channel)
    sitting = sitting_of(request, place)
    found = one(ask(request, "checklist", youngPerson=place.young_person, language=sitting.language)["youngPerson"])
    plan = one(found["plan"])
    areas = progress_of(plan["response"])
    context = {
        "person": found,
        "plan": plan,
        "whose": place,
        "sitting": sitting,
        "area": one(next((one for one in areas if one.code == area), None)),
        "next": next_area(areas, area),
        "steps": [one.done for one in areas],
        "through": sum(one.done for one in areas),
    }
    return render(request, "portal/area_done.html", context)


def without_unseen(domains: list[Any], not_shown: list[str], answered: set[str]) -> list[Any]:
    """Questions that are not asked after the other answers stay away, unless they had been answered before."""
    unseen = set(not_shown) - answered
    left = [
        {**domain, "questions": [one for one in domain["questions"] if one["code"] not in unseen]} for domain in domains
    ]
    return [domain for domain in left if domain["questions"]]


@signed_in
@require_safe
def review(request: HttpRequest, person: str | None = None, channel: str | None = None) -> HttpResponse:
    """All answers, to look over and to finish."""
    place = whose(request, person, channel)
    found = one(ask(request, "review-answers", youngPerson=place.young_person)["youngPerson"])
    response = one(one(found["plan"])["response"])
    answers = {answer["question"]["code"]: answer for answer in response["answers"]}
    areas = [
        {**domain, "rows": [(asked, answers.get(asked["code"])) for asked in domain["questions"]]}
        for domain in without_unseen(response["questionnaire"]["domains"], response["notShown"], set(answers))
    ]
    context = {"person": found, "plan": found["plan"], "whose": place, "areas": areas, "response": response}
    return render(request, "portal/review.html", context)


@signed_in
@require_POST
def finish(request: HttpRequest, person: str | None = None, channel: str | None = None) -> HttpResponse:
    place = whose(request, person, channel)
    found = one(ask(request, "checklist", youngPerson=place.young_person)["youngPerson"])
    try:
        change(request, "submit-response", responseId=one(one(found["plan"])["response"])["id"])
    except Refused as refused:
        messages.error(request, refused.message)
        return redirect(place.address("checklist_review"))
    messages.success(request, _("Finished. Thank you. Your answers are in the plan now."))
    return redirect(place.address("checklist_summary"))
