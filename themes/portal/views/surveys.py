from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from leavingwell.themes.portal.access import own_id, signed_in
from leavingwell.themes.portal.api import Refused, ask, change
from leavingwell.themes.portal.forms.survey import SurveyForm
from leavingwell.themes.portal.reading.bars import parts_of


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def survey(request: HttpRequest, survey: str) -> HttpResponse:
    """A few questions on one page; each can be left out."""
    own_id(request)
    found = next((one for one in ask(request, "survey")["surveys"] if one["id"] == survey), None)
    if found is None:
        raise Http404
    form = SurveyForm(request.POST if request.method == "POST" else None, questions=found["questions"])
    if request.method == "POST" and form.is_valid():
        try:
            change(request, "answer-survey", surveyId=survey, answers=form.answers())
        except Refused as refused:
            form.take(refused)
        else:
            messages.success(request, _("Sent. Thank you for telling us."))
            return redirect("home")
    status = 422 if form.errors else 200
    return render(request, "portal/survey.html", {"survey": found, "form": form}, status=status)


@signed_in
@require_POST
def decline(request: HttpRequest, survey: str) -> HttpResponse:
    own_id(request)
    try:
        change(request, "decline-survey", surveyId=survey)
    except Refused as refused:
        messages.error(request, refused.message)
    else:
        messages.success(request, _("That is fine. Nobody is told."))
    return redirect("home")


@signed_in
@require_safe
def results(request: HttpRequest) -> HttpResponse:
    """What closed surveys came to, with small numbers hidden."""
    surveys = [
        {
            **found,
            "rows": [{**row, "parts": parts_of({**row, "total": row["total"]["count"]})} for row in found["questions"]],
        }
        for found in ask(request, "survey-results")["surveyResults"]
    ]
    return render(request, "portal/survey_results.html", {"surveys": surveys})
