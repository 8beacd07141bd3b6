"""The worker's page of a review: where it stands, what is missing, and the next step."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from leavingwell.themes.portal.access import signed_in
from leavingwell.themes.portal.api import Refused, ask, change, one
from leavingwell.themes.portal.forms.base import PortalForm, with_new_version
from leavingwell.themes.portal.forms.review import HandInForm, StartReviewForm, WithoutForm, WorkersPartForm
from leavingwell.themes.portal.reading.review import review_context, with_first_day
from leavingwell.themes.portal.views.person import plan_of

StepForm = HandInForm | StartReviewForm | WithoutForm | WorkersPartForm


@signed_in
@require_safe
def review(request: HttpRequest, person: str) -> HttpResponse:
    return page(request, person)


def page(request: HttpRequest, person: str, status: int = 200, **bound: PortalForm) -> HttpResponse:
    """The review with its forms; `bound` is the one that came back with something to put right."""
    data = ask(request, "review", youngPerson=person)
    found = with_first_day(one(data["youngPerson"]))
    plan = one(found["plan"])
    one(plan["writingWithout"])  # a page of the case team: there is none for supporters
    latest = plan["review"] or {}
    version = {"version": latest.get("version", 0)}
    forms: dict[str, PortalForm] = {
        "part_form": WorkersPartForm(initial={**version, "words": latest.get("workerWords") or ""}, auto_id="part_%s"),
        "hand_in_form": HandInForm(initial=version, auto_id="hand_in_%s"),
        "without_form": WithoutForm(initial=version, auto_id="without_%s"),
        "start_form": StartReviewForm(auto_id="start_%s"),
    }
    for name, form in bound.items():
        forms[name] = with_new_version(form, version["version"])
    context = {**review_context(found, data["planSections"]), "id": person, "person": found, "plan": plan, **forms}
    return render(request, "portal/review_steps.html", context, status=status)


def step(
    request: HttpRequest, person: str, name: str, form: StepForm, mutation: str, thanks: str | Promise
) -> HttpResponse:
    """Takes the step; back to the page either way, with what was typed if it was refused."""
    if form.is_valid():
        try:
            change(request, mutation, planId=plan_of(request, person), **form.api_input())
        except Refused as refused:
            form.take(refused)
        else:
            messages.success(request, str(thanks))
            return redirect("person_review", person=person)
    return page(request, person, status=422, **{name: form})


@signed_in
@require_POST
def start(request: HttpRequest, person: str) -> HttpResponse:
    form = StartReviewForm(request.POST, auto_id="start_%s")
    return step(request, person, "start_form", form, "start-review", _("The review is open."))


@signed_in
@require_POST
def part(request: HttpRequest, person: str) -> HttpResponse:
    form = WorkersPartForm(request.POST, auto_id="part_%s")
    return step(request, person, "part_form", form, "save-part", _("Your part is saved."))


@signed_in
@require_POST
def without(request: HttpRequest, person: str) -> HttpResponse:
    form = WithoutForm(request.POST, auto_id="without_%s")
    return step(request, person, "without_form", form, "write-without", _("The plan says so now."))


@signed_in
@require_POST
def submit(request: HttpRequest, person: str) -> HttpResponse:
    """Hands the plan in."""
    form = HandInForm(request.POST, auto_id="hand_in_%s")
    return step(request, person, "hand_in_form", form, "submit-plan", _("The plan is handed in."))


@signed_in
@require_POST
def put_right(request: HttpRequest, person: str, reason: str) -> HttpResponse:
    try:
        change(request, "answer-return", returnReasonId=reason)
    except Refused as refused:
        messages.info(request, refused.message)
    return redirect("person_review", person=person)
