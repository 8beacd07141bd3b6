from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from leavingwell.themes.portal.access import signed_in
from leavingwell.themes.portal.api import ask, one
from leavingwell.themes.portal.reading.when import in_words, labels_of
from leavingwell.themes.portal.sittings import EASY_READ, sitting_of
from leavingwell.themes.portal.whose import whose


@signed_in
@require_safe
def blank(request: HttpRequest, person: str | None = None, channel: str | None = None) -> HttpResponse:
    """The questions on paper, with their codes: to fill in by hand, and to be keyed in later."""
    place = whose(request, person, channel)
    sitting = sitting_of(request, place)
    shown = {"language": sitting.language, "variant": sitting.variant}
    found = one(ask(request, "blank", youngPerson=place.young_person, **shown)["youngPerson"])
    questionnaire = one(one(found["plan"])["response"])["questionnaire"]
    context = {
        "person": found,
        "whose": place,
        "sitting": sitting,
        "with_pictures": sitting.variant == EASY_READ,
        "version": questionnaire["version"],
        "areas": on_paper(questionnaire["domains"]),
        "today": timezone.localdate().isoformat(),
    }
    return render(request, "portal/blank.html", context)


def on_paper(domains: list[dict[str, Any]]) -> list[dict[str, Any]]:
    labels = labels_of(domains)
    return [
        {**domain, "questions": [{**one, "when": in_words(one["showWhen"], labels)} for one in domain["questions"]]}
        for domain in domains
        if domain["questions"]
    ]
