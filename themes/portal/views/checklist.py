from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from leavingwell.themes.portal.access import signed_in
from leavingwell.themes.portal.answers import saved, told_somebody
from leavingwell.themes.portal.api import Refused, ask, change, one
from leavingwell.themes.portal.forms.answering import AnswerForm
from leavingwell.themes.portal.reading.place import Place, place_of
from leavingwell.themes.portal.reading.progress import progress_of
from leavingwell.themes.portal.whose import Whose, whose

TOLD = "told"  # the tag of the message after an answer that somebody is told about


@signed_in
@require_safe
def checklist(request: HttpRequest, person: str | None = None, channel: str | None = None) -> HttpResponse:
    """The areas of life, with how far each has come."""
    place = whose(request, person, channel)
    found = one(ask(request, "checklist", youngPerson=place.young_person)["youngPerson"])
    plan = one(found["plan"])
    context = {"person": found, "plan": plan, "whose": place, "areas": progress_of(plan["response"])}
    return render(request, "portal/checklist.html", context)


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def question(request: HttpRequest, code: str, person: str | None = None, channel: str | None = None) -> HttpResponse:
    """One question a page. Each answer is saved at once; skipping is fine."""
    place = whose(request, person, channel)
    found = one(ask(request, "question", youngPerson=place.young_person, code=code)["youngPerson"])
    response = one(one(found["plan"])["response"])
    among = place_of(code, response["questionnaire"]["domains"])
    if request.method != "POST":
        return question_page(request, place, found, among, AnswerForm(initial=kept_answer(response)))
    form = AnswerForm(request.POST)
    if form.is_valid():
        try:
            answer = saved(request, place, response, code, form)
        except Refused as refused:
            return not_saved(request, place, code, form, refused)
        return after_saving(request, place, among, answer, stop="stop" in request.POST)
    return question_page(request, place, found, among, form, status=422)


def kept_answer(response: dict[str, Any]) -> dict[str, Any]:
    """The form as the answer that is there fills it."""
    answer = response["answer"]
    if answer is None:
        return {"version": response["version"]}
    return {
        "version": response["version"],
        "choice": answer["choice"]["code"] if answer["choice"] else answer["kind"],
        "comment": answer["comment"],
        "worker_note": answer["workerNote"],
        "wants_help": answer["wantsHelp"],
    }


def question_page(
    request: HttpRequest, place: Whose, found: dict[str, Any], among: Place, form: AnswerForm, **more: Any
) -> HttpResponse:
    status = more.pop("status", 200)
    response = found["plan"]["response"]
    context = {
        "person": found,
        "plan": found["plan"],
        "response": response,
        "whose": place,
        "among": among,
        "form": form,
    }
    context["question"] = response["questionnaire"]["question"]
    return render(request, "portal/question.html", {**context, **more}, status=status)


def not_saved(request: HttpRequest, place: Whose, code: str, form: AnswerForm, refused: Refused) -> HttpResponse:
    """What was typed stays in the form; where somebody else was quicker, both answers are shown."""
    found = one(ask(request, "question", youngPerson=place.young_person, code=code)["youngPerson"])
    response = found["plan"]["response"]
    among = place_of(code, response["questionnaire"]["domains"])
    if any(problem["code"] == "STALE_VERSION" for problem in refused.problems):
        mine = request.POST.copy()
        mine["version"] = str(response["version"])
        fresh = AnswerForm(mine)
        return question_page(request, place, found, among, fresh, theirs=response["answer"], status=409)
    form.take(refused)
    return question_page(request, place, found, among, form, status=422)


def after_saving(
    request: HttpRequest, place: Whose, among: Place, answer: dict[str, Any], *, stop: bool
) -> HttpResponse:
    if told_somebody(answer):
        thanks = _("Thank you for telling us. We will look at it today, with you.")
        messages.warning(request, thanks if place.own else _("This answer needs you today."), extra_tags=TOLD)
    if stop:
        messages.success(request, _("Saved. You can go on whenever you like."))
        return redirect("home") if place.own else redirect("person", person=place.young_person)
    if among.after:
        return redirect(place.address("question", code=among.after))
    messages.success(request, _("That was the last question here."))
    return redirect(place.address("checklist"))


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
        for domain in response["questionnaire"]["domains"]
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
    return redirect("plan") if place.own else redirect("person", person=place.young_person)
