from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from leavingwell.themes.portal.kept import WHICH, Kept, keep, kept_for, let_go
from leavingwell.themes.portal.shell import viewer_of

FOR_WORK = ("/people/", "/caseload/", "/sign-off/", "/quality-check/", "/team/", "/insight/", "/emergency/")


class SendAgain(HttpResponseRedirect):
    """307: the browser sends the same form on to where it was going."""

    status_code = 307


@require_http_methods(["GET", "POST"])
def kept(request: HttpRequest) -> HttpResponse:
    """What was typed before the session ended, form by form: to be sent now, or thrown away."""
    if request.method == "POST" and viewer_of(request) is None:
        return session_over(request)  # once more
    found = kept_for(request)
    if not found:
        return redirect("home")
    form = meant(request, found)
    if form is None:
        newest = {one.path: one.key for one in reversed(found)}
        return render(request, "portal/kept.html", {"forms": found, "newest": set(newest.values())})
    if let_go(request, form):
        messages.info(request, more_waits())
    return SendAgain(form.path)


@require_POST
def throw_away(request: HttpRequest) -> HttpResponse:
    form = meant(request, kept_for(request))
    if form and let_go(request, form):
        return redirect("kept")
    return redirect("home")


def meant(request: HttpRequest, forms: list[Kept]) -> Kept | None:
    """Which of them is to be sent or thrown away; None for one that is gone by now."""
    return next((one for one in forms if one.key == request.POST.get(WHICH)), None)


def more_waits() -> SafeString:
    told, opens = _("Something else that you wrote is still waiting."), _("Look at it")
    return format_html('{} <a href="{}">{}</a>', told, reverse("kept"), opens)


def session_over(request: HttpRequest) -> HttpResponse:
    """A form came in after the session had ended, or from a page that was open when somebody signed in or out."""
    stored = keep(request)
    if stored and viewer_of(request):
        return redirect("kept")
    context = {"kept": stored, "for_work": request.path.startswith(FOR_WORK)}
    return render(request, "portal/session_over.html", context, status=403)
