"""The plans that wait: for a manager's signature, and for a practice supervisor's look at their quality."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from leavingwell.themes.portal import words
from leavingwell.themes.portal.access import signed_in
from leavingwell.themes.portal.api import Refused, ask, change, one
from leavingwell.themes.portal.forms.base import with_new_version
from leavingwell.themes.portal.forms.review import Choices, DecisionForm, rows_asked_for
from leavingwell.themes.portal.reading.matters import matters_of
from leavingwell.themes.portal.reading.plan import last_agreed, plan_context
from leavingwell.themes.portal.reading.quality import points_of
from leavingwell.themes.portal.reading.review import with_titles
from leavingwell.themes.portal.reading.sign_off import changes, more_to_do, not_ready, worth_a_look
from leavingwell.themes.portal.reading.todo import nodes


@dataclass(frozen=True)
class Desk:
    """Where plans wait for one kind of decision. `queue` is a document, `plans` its list; `permission` who decides."""

    name: str
    queue: str
    plans: str
    permission: str
    title: str | Promise
    yes: str | Promise
    done: str | Promise


SIGN_OFF = Desk(
    "sign_off",
    "sign-off-queue",
    "signOffQueue",
    "AUTHORISE_PLAN",
    gettext_lazy("Plans waiting for you"),
    gettext_lazy("Sign off this plan"),
    gettext_lazy("Signed off. The plan is in force."),
)
QUALITY = Desk(
    "quality_check",
    "quality-check-queue",
    "qualityCheckQueue",
    "CHECK_QUALITY",
    gettext_lazy("Plans to check"),
    gettext_lazy("Pass it on to the manager"),
    gettext_lazy("Passed on. The plan is with the manager."),
)


@signed_in
@require_safe
def queue(request: HttpRequest) -> HttpResponse:
    return first_of(request, SIGN_OFF)


@signed_in
@require_safe
def quality_queue(request: HttpRequest) -> HttpResponse:
    return first_of(request, QUALITY)


def first_of(request: HttpRequest, desk: Desk) -> HttpResponse:
    """The plans that wait; the one that has waited longest is open beside them."""
    waiting = nodes(ask(request, desk.queue)[desk.plans])
    if waiting:
        return page(request, desk, waiting, waiting[0]["id"])
    return render(request, "portal/sign_off.html", {"waiting": [], "desk": desk})


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def sign_off(request: HttpRequest, plan: str) -> HttpResponse:
    return decide(request, SIGN_OFF, plan)


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def quality_check(request: HttpRequest, plan: str) -> HttpResponse:
    return decide(request, QUALITY, plan)


def decide(request: HttpRequest, desk: Desk, plan: str) -> HttpResponse:
    waiting = nodes(ask(request, desk.queue)[desk.plans])
    if request.method != "POST":
        return page(request, desk, waiting, plan)
    form = DecisionForm(request.POST, sections=sections_of(request, plan), rows=rows_asked_for(request.POST))
    if "more" in request.POST:
        return page(request, desk, waiting, plan, form)
    if form.is_valid() and decided(request, desk, plan, form):
        return redirect(desk.name)
    return page(request, desk, waiting, plan, form, status=422)


def decided(request: HttpRequest, desk: Desk, plan: str, form: DecisionForm) -> bool:
    """Whether there is nothing left to say here: it was decided, by whomever, and nothing that was typed went nowhere.

    What is in the way stands in the form.
    """
    decision = form.cleaned_data["decision"]
    if not decision:
        form.add_error("decision", _("Choose one of the two."))
        return False
    if decision == "sign" and would_be_dropped(desk, form):
        form.add_error("decision", _("You wrote what would make it right. Send it back, or take those words out."))
        return False
    try:
        take(request, desk, plan, form, signs=decision == "sign")
    except Refused as refused:
        if any(problem["code"] == "WRONG_STATE" for problem in refused.problems):  # somebody else was quicker
            messages.info(request, refused.message)
            return not form.typed
        form.take(refused)
        return False
    messages.success(request, str(desk.done) if decision == "sign" else _("Sent back, with what you wrote."))
    return True


def would_be_dropped(desk: Desk, form: DecisionForm) -> bool:
    """Words that a signature would not take along; a practice supervisor's own go on to the manager."""
    return bool(form.sections()) or (desk is SIGN_OFF and bool(form.cleaned_data["reason"].strip()))


def take(request: HttpRequest, desk: Desk, plan: str, form: DecisionForm, *, signs: bool) -> None:
    read = form.cleaned_data["version"] if form["version"].value() else None  # a page without it read none
    given: dict[str, Any] = {"planId": plan, "expectedVersion": read}
    sections = [{name: one[name] for name in ("section", "reason")} for one in form.sections()]
    reason = form.cleaned_data["reason"]
    if desk is QUALITY:
        change(request, "check-quality", **given, passOn=signs, words=reason, sections=[] if signs else sections)
    elif signs:
        change(request, "authorise-plan", **given)
    else:
        change(request, "return-plan", **given, reason=reason, sections=sections)


def choices_of(data: dict[str, Any]) -> Choices:
    """The sections under the names of their groups: an area of life and one of the ten matters can be called alike."""
    found = [one for one in data["planSections"] if one["code"]]
    return [
        (str(word), [(one["code"], one["title"]) for one in found if one["group"] == group])
        for group, word in words.SECTION_GROUPS.items()
    ]


def sections_of(request: HttpRequest, plan: str) -> Choices:
    return choices_of(ask(request, "sign-off", plan=plan, quality=False))


def page(
    request: HttpRequest,
    desk: Desk,
    waiting: list[dict[str, Any]],
    plan: str,
    form: DecisionForm | None = None,
    status: int = 200,
) -> HttpResponse:
    data = ask(request, "sign-off", plan=plan, quality=desk is QUALITY)
    found = one(data["plan"])
    if form is not None:
        form = with_new_version(form, found["review"]["version"])  # what has changed is told beside it
    context = {
        **plan_context(found),
        "desk": desk,
        "waiting": waiting,
        "plan": found,
        "person": found["youngPerson"],
        "matters": matters_of(found["youngPerson"], found),
        "form": form or DecisionForm(sections=choices_of(data), initial={"version": found["review"]["version"]}),
        "decides": desk.permission in found["permissions"] and is_here(desk, found),
        "returns": returns(desk, found),
        "why_not": why_not(desk, found),
        "without_goal": more_to_do(nodes(found["actions"])),
        "changes": changes(found, told_since(request, plan, found)),
        "not_ready": not_ready(found),
        "worth_a_look": worth_a_look(found),
        "points": points_of(data.get("planQuality", [])),
        "reasons": with_titles(found["review"]["returnReasons"], data["planSections"]),
    }
    return render(request, "portal/sign_off.html", context, status=status)


def told_since(request: HttpRequest, plan: str, found: dict[str, Any]) -> dict[str, Any] | None:
    """What changed since the plan was last agreed; None for one that never was."""
    agreed = last_agreed(found)
    if agreed is None:
        return None
    asked = {"plan": plan, "from": agreed["number"], "to": None}
    told: dict[str, Any] = one(ask(request, "review-differences", **asked)["reviewDifferences"])
    return told


def is_here(desk: Desk, plan: dict[str, Any]) -> bool:
    return bool(plan["review"]["state"] == ("QUALITY_CHECK" if desk is QUALITY else "SUBMITTED"))


def returns(desk: Desk, plan: dict[str, Any]) -> bool:
    wanted = "CHECK_QUALITY" if desk is QUALITY else "RETURN_PLAN"
    return wanted in plan["permissions"] and is_here(desk, plan)


def why_not(desk: Desk, plan: dict[str, Any]) -> str:
    """Why the viewer does not decide on a plan that waits here, in a sentence; empty where they do."""
    found = (one["message"] for one in plan["whyNot"] if one["operation"] == desk.permission)
    return next(found, "") if is_here(desk, plan) else ""
