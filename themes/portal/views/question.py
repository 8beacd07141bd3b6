"""One question a page. Each answer is saved at once; skipping is fine."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from leavingwell.themes.portal import handing_over
from leavingwell.themes.portal.access import signed_in
from leavingwell.themes.portal.answers import answer_in, is_stale, save, told_somebody
from leavingwell.themes.portal.api import Refused, ask, one
from leavingwell.themes.portal.devices import is_own
from leavingwell.themes.portal.forms.answering import AnswerForm
from leavingwell.themes.portal.forms.meanwhile import initial_of, laid_together
from leavingwell.themes.portal.reading.place import Place, place_of
from leavingwell.themes.portal.sittings import Sitting, shown_in, sitting_of
from leavingwell.themes.portal.whose import Whose, whose

TOLD = "told"  # the tag of the message after an answer that somebody is told about


@dataclass(frozen=True)
class Asking:
    """One question as it is asked in one sitting, with the answer that is there."""

    whose: Whose
    sitting: Sitting
    person: dict[str, Any]
    response: dict[str, Any]
    among: Place

    @property
    def question(self) -> dict[str, Any]:
        found: dict[str, Any] = self.response["questionnaire"]["question"]
        return found

    @property
    def code(self) -> str:
        return str(self.question["code"])

    @property
    def is_asked(self) -> bool:
        """Other answers do not hide it."""
        return self.code not in self.response["notShown"]


def asking(request: HttpRequest, place: Whose, sitting: Sitting, code: str) -> Asking:
    """Raises `Http404` for a question that is not in this checklist."""
    shown = {"language": sitting.language, "variant": sitting.variant}
    person = one(ask(request, "question", youngPerson=place.young_person, code=code, **shown)["youngPerson"])
    response = one(one(person["plan"])["response"])
    among = place_of(code, response["questionnaire"]["domains"], response["notShown"])
    return Asking(place, sitting, person, response, among)


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def question(request: HttpRequest, code: str, person: str | None = None, channel: str | None = None) -> HttpResponse:
    place = whose(request, person, channel)
    sitting = shown_in(request, place) if request.method == "POST" else sitting_of(request, place)
    asked = asking(request, place, sitting, code)
    if request.method == "POST":
        return answered(request, asked)
    if asked.response["complete"]:
        messages.info(request, _("Finished. The answers stay as they are until the next review."))
        return redirect(place.address("checklist_review"))
    if not asked.is_asked:
        messages.info(request, _("That question is not asked after what was said before."))
        return redirect(place.address("checklist"))
    initial = initial_of(asked.response["answer"], asked.response["version"])
    return page(request, asked, AnswerForm(initial=initial, question=asked.question))


def page(request: HttpRequest, asked: Asking, form: AnswerForm, status: int = 200, **more: Any) -> HttpResponse:
    context = {
        "person": asked.person,
        "response": asked.response,
        "whose": asked.whose,
        "sitting": asked.sitting,
        "among": asked.among,
        "question": asked.question,
        "form": form,
        "own_device": asked.whose.own and is_own(request),
    }
    return render(request, "portal/question.html", {**context, **more}, status=status)


def answered(request: HttpRequest, asked: Asking) -> HttpResponse:
    form = AnswerForm(request.POST, question=asked.question)
    in_background = "background" in request.POST
    if not form.is_valid():
        return not_right(in_background) or page(request, asked, form, status=422)
    stops = "stop" in request.POST and asked.response["answer"] is None
    if stops and form.is_empty:
        return stopped(request, asked.whose, _("You can go on whenever you like."))
    skip = "skip" in request.POST or ((in_background or stops) and not form.value())
    answer = answer_in(form, asked.code, asked.response["answer"], asked.whose, skip=skip)
    try:
        after = save(request, asked.whose, asked.sitting, asked.response, [answer], form.cleaned_data["version"])
    except Refused as refused:
        if is_stale(refused):
            return conflict(request, asked, form, in_background)
        form.take(refused)
        return not_right(in_background) or page(request, asked, form, status=422)
    if in_background:
        return JsonResponse({"version": after["version"]})
    return after_saving(request, asked, after)


def not_right(in_background: bool) -> HttpResponse | None:
    """For the script: half an answer is nothing to speak of, the reader is still at it."""
    return JsonResponse({}, status=422) if in_background else None


def conflict(request: HttpRequest, asked: Asking, typed: AnswerForm, in_background: bool) -> HttpResponse:
    """Somebody else was quicker: both answers are shown, and nothing is overwritten."""
    if in_background:
        return JsonResponse({}, status=409)
    fresh = asking(request, asked.whose, asked.sitting, asked.code)
    theirs, version = fresh.response["answer"], fresh.response["version"]
    form = AnswerForm(initial=laid_together(typed, theirs, version), question=fresh.question)
    form.initial["was"] = AnswerForm(initial=initial_of(theirs, version)).initial["was"]
    return page(request, fresh, form, status=409, theirs=theirs, typed=typed)


def after_saving(request: HttpRequest, asked: Asking, after: dict[str, Any]) -> HttpResponse:
    place = asked.whose
    if told_somebody(after, {asked.code}):
        say_that_somebody_was_told(request, place)
    if "stop" in request.POST:
        return stopped(request, place, _("Saved. You can go on whenever you like."))
    among = place_of(asked.code, asked.response["questionnaire"]["domains"], after["notShown"])
    if among.after:
        return redirect(place.address("question", code=among.after))
    return redirect(place.address("area_done", area=among.area["code"]))


def stopped(request: HttpRequest, place: Whose, told: str) -> HttpResponse:
    """Leaving is always fine, also with nothing said."""
    messages.success(request, told)
    if handing_over.handed_over(request):
        return redirect(place.address("checklist"))
    return redirect("home") if place.own else redirect("person", person=place.young_person)


def say_that_somebody_was_told(request: HttpRequest, place: Whose) -> None:
    """Not on a screen that the young person holds: who gave it to them learns it when they have it back."""
    if handing_over.handed_over(request):
        handing_over.note_that_somebody_was_told(request)
    else:
        thanks = _("Thank you for telling us.") if place.own else _("This answer needs you today.")
        messages.warning(request, thanks, extra_tags=TOLD)
