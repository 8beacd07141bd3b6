from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from leavingwell.themes.portal.access import signed_in
from leavingwell.themes.portal.api import Refused, ask, change, one
from leavingwell.themes.portal.forms.staff import DecisionForm
from leavingwell.themes.portal.reading.plan import plan_context
from leavingwell.themes.portal.reading.sign_off import changes, worth_a_look
from leavingwell.themes.portal.reading.todo import nodes


@signed_in
@require_safe
def queue(request: HttpRequest) -> HttpResponse:
    """The plans that wait; the one that has waited longest is open beside them."""
    waiting = nodes(ask(request, "sign-off-queue")["signOffQueue"])
    if waiting:
        return page(request, waiting, waiting[0]["id"], DecisionForm())
    return render(request, "portal/sign_off.html", {"waiting": []})


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def sign_off(request: HttpRequest, plan: str) -> HttpResponse:
    waiting = nodes(ask(request, "sign-off-queue")["signOffQueue"])
    if request.method != "POST":
        return page(request, waiting, plan, DecisionForm())
    form = DecisionForm(request.POST)
    if form.is_valid() and decided(request, plan, form):
        return redirect("sign_off")
    return page(request, waiting, plan, form, status=422)


def decided(request: HttpRequest, plan: str, form: DecisionForm) -> bool:
    """Whether the decision was taken; what is in the way stands in the form."""
    decision = form.cleaned_data["decision"]
    if not decision:
        form.add_error("decision", _("Choose one of the two."))
        return False
    try:
        if decision == "sign":
            change(request, "authorise-plan", planId=plan)
            messages.success(request, _("Signed off. The plan is in force."))
        else:
            change(request, "return-plan", planId=plan, reason=form.cleaned_data["reason"])
            messages.success(request, _("Sent back, with what you wrote."))
    except Refused as refused:
        form.take(refused)
        return False
    return True


def page(
    request: HttpRequest, waiting: list[dict[str, Any]], plan: str, form: DecisionForm, status: int = 200
) -> HttpResponse:
    found = one(ask(request, "sign-off", plan=plan)["plan"])
    context = {
        **plan_context(found),
        "waiting": waiting,
        "plan": found,
        "person": found["youngPerson"],
        "form": form,
        "changes": changes(found),
        "worth_a_look": worth_a_look(found),
    }
    return render(request, "portal/sign_off.html", context, status=status)
