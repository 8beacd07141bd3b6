from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from leavingwell.themes.portal.kept import keep, kept_for, let_go
from leavingwell.themes.portal.shell import viewer_of

FOR_WORK = ("/people/", "/caseload/", "/sign-off/", "/quality-check/", "/team/", "/insight/", "/emergency/")


class SendAgain(HttpResponseRedirect):
    """307: the browser sends the same form on to where it was going."""

    status_code = 307


@require_http_methods(["GET", "POST"])
def kept(request: HttpRequest) -> HttpResponse:
    """What was typed before the session ended: to be sent now, or thrown away."""
    found = kept_for(request)
    if found is None:
        return redirect("home")
    if request.method == "GET":
        return render(request, "portal/kept.html", {"found": found})
    let_go(request)
    return SendAgain(found.path)


@require_POST
def throw_away(request: HttpRequest) -> HttpResponse:
    let_go(request)
    return redirect("home")


def session_over(request: HttpRequest) -> HttpResponse:
    """A form came in after the session had ended, or from a page that was open when somebody signed in or out."""
    stored = keep(request)
    if stored and viewer_of(request):
        return redirect("kept")
    context = {"kept": stored, "for_work": request.path.startswith(FOR_WORK)}
    return render(request, "portal/session_over.html", context, status=403)
