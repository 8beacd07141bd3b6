"""A few agreed plans of a month, drawn by lot, to see how good they are; and what somebody found who read one."""

from datetime import date
from typing import Any
from urllib.parse import urlencode
from uuid import uuid4

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from leavingwell.themes.portal.access import signed_in
from leavingwell.themes.portal.api import Refused, ask, change, one
from leavingwell.themes.portal.forms.judging import JudgementForm
from leavingwell.themes.portal.reading.quality import findings, side_by_side, told_of, weakest

HIGHEST = 10_000


def asked(request: HttpRequest) -> dict[str, Any]:
    """A faulty month is last month, a faulty draw the first."""
    try:
        month = date.fromisoformat(f"{request.GET.get('month', '')}-01").isoformat()
    except ValueError:
        month = None
    draw = request.GET.get("draw", "")
    seed = int(draw) if draw.isascii() and draw.isdigit() and len(draw) <= len(str(HIGHEST)) else 1
    return {"month": month, "seed": min(max(seed, 1), HIGHEST)}


def the_draw(month: str, seed: int) -> str:
    """Of an address: what shows the same plans again."""
    return urlencode({"month": month[:7], "draw": seed})


@signed_in
@require_safe
def sample(request: HttpRequest) -> HttpResponse:
    found = ask(request, "quality-sample", **asked(request))["qualitySample"]
    rows = side_by_side(found["plans"])
    context = {
        "sample": found,
        "rows": rows,
        "weakest": weakest(rows, len(found["plans"])),
        "findings": findings(found["plans"]),
        "read": sum(plan["judgement"] is not None for plan in found["plans"]),
        "judged": found["good"] + found["needsWork"],
        "next": found["seed"] % HIGHEST + 1,
        "month": found["month"][:7],
        "draw": the_draw(found["month"], found["seed"]),
    }
    return render(request, "portal/quality_sample.html", context)


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def judge(request: HttpRequest, review: str) -> HttpResponse:
    """What is kept is what one finds who has read the plan."""
    plan = one(ask(request, "sampled-plan", review=review)["sampledPlan"])
    if not plan["mayJudge"]:
        raise PermissionDenied
    form = JudgementForm(request.POST or None, points=plan["points"], initial={"request_id": uuid4()})
    draw = asked(request)
    way = the_draw(draw["month"] or plan["authorisedAt"], draw["seed"])
    if request.method == "POST" and kept(request, review, form):
        messages.success(request, _("Kept. What was found before stays as it was."))
        return redirect(f"{reverse('quality_sample')}?{way}")
    context = {"plan": plan, "form": form, "draw": way, "before": told_of(plan["judgement"])}
    return render(request, "portal/judge_quality.html", context, status=422 if form.errors else 200)


def kept(request: HttpRequest, review: str, form: JudgementForm) -> bool:
    if not form.is_valid():
        return False
    try:
        change(request, "judge-quality", reviewId=review, **form.api_input())
    except Refused as refused:
        form.take(refused)
        return False
    return True
