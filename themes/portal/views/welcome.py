from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from leavingwell.themes.portal.access import own_id, signed_in
from leavingwell.themes.portal.api import change

STEPS = 3


@signed_in
@require_safe
def welcome(request: HttpRequest, step: int = 1) -> HttpResponse:
    """What the plan is, who sees what, and what happens with answers: three short steps, to be read again any time."""
    own_id(request)
    if not 1 <= step <= STEPS:
        raise Http404
    return render(request, "portal/welcome.html", {"step": step, "steps": STEPS, "next": step + 1, "before": step - 1})


@signed_in
@require_POST
def done(request: HttpRequest) -> HttpResponse:
    change(request, "mark-welcomed", youngPersonId=own_id(request))
    return redirect("home")
