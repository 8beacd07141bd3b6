from dataclasses import asdict

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from leavingwell.themes.portal.access import signed_in
from leavingwell.themes.portal.api import ask, one
from leavingwell.themes.portal.forms.sitting import SittingForm
from leavingwell.themes.portal.handing_over import handed_over
from leavingwell.themes.portal.sittings import languages, remember, sitting_of, variants_for
from leavingwell.themes.portal.whose import Whose, whose


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def sitting(request: HttpRequest, person: str | None = None, channel: str | None = None) -> HttpResponse:
    """How the checklist is done from here on: in which words, and for a worker also in which way and language."""
    place = whose(request, person, channel)
    found = one(ask(request, "sitting", youngPerson=place.young_person)["youngPerson"])
    kept = sitting_of(request, place)
    asked = place.own or handed_over(request) is not None
    form = SittingForm(
        request.POST if request.method == "POST" else None,
        asked=asked,
        variants=list(variants_for(place)),
        languages=languages(request),
        initial={
            "channel": channel or "together",
            "variant": kept.variant,
            "language": kept.language,
            "with_interpreter": kept.with_interpreter,
        },
    )
    if form.is_bound and form.is_valid():
        remember(request, place, {**asdict(kept), **form.cleaned_data})
        return redirect(checklist_of(place, form.cleaned_data.get("channel") or "together"))
    context = {
        "person": found,
        "plan": one(found["plan"]),
        "whose": place,
        "form": form,
        "asked": asked,
        "sitting": kept,
    }
    return render(request, "portal/sitting.html", context, status=422 if form.is_bound else 200)


def checklist_of(place: Whose, channel: str) -> str:
    if place.own:
        return reverse("checklist")
    return reverse("checklist", kwargs={"person": place.young_person, "channel": channel})
