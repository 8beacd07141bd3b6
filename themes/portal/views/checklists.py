from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from leavingwell.themes.portal.access import signed_in
from leavingwell.themes.portal.api import ask, one
from leavingwell.themes.portal.whose import whose


def for_team_and_owner(found: dict[str, Any]) -> None:
    """Raises `Http404` for a supporter: what they were let in to stands on their own page."""
    if "VIEW_NOTES" not in found["permissions"]:
        raise Http404


@signed_in
@require_safe
def checklists(request: HttpRequest, person: str | None = None) -> HttpResponse:
    """What was finished, with its days."""
    place = whose(request, person)
    found = one(ask(request, "checklists", youngPerson=place.young_person)["youngPerson"])
    for_team_and_owner(found)
    done = [response for response in found["responses"] if response["complete"]]
    return render(request, "portal/checklists.html", {"person": found, "whose": place, "done": done})


@signed_in
@require_safe
def old_checklist(request: HttpRequest, response: str, person: str | None = None) -> HttpResponse:
    """A checklist as it was asked and answered: in its words, its language, with its pictures."""
    place = whose(request, person)
    data = ask(request, "old-checklist", youngPerson=place.young_person, response=response)
    found, asked = one(data["youngPerson"]), one(data["response"])
    for_team_and_owner(found)
    if asked["id"] not in {one["id"] for one in found["responses"]}:
        raise Http404  # of somebody else
    answers = {
        answer["question"]["code"]: {**answer, "made": {choice["code"] for choice in answer["choices"]}}
        for answer in asked["answers"]
    }
    areas = [
        {**domain, "answers": given}
        for domain in asked["questionnaire"]["domains"]
        if (given := [answers[one["code"]] for one in domain["questions"] if one["code"] in answers])
    ]
    context = {"person": found, "whose": place, "response": asked, "areas": areas}
    return render(request, "portal/old_checklist.html", context)
