from urllib.parse import urlsplit

from django.contrib import messages
from django.core import signing
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from leavingwell.themes.portal.access import signed_in
from leavingwell.themes.portal.tags.sure import SALT

LASTS = 60 * 60  # seconds


@signed_in
@require_POST
def sure(request: HttpRequest) -> HttpResponse:
    """The dialog as a page. It is posted to: what it asks about stands in no address."""
    try:
        act = signing.loads(request.POST.get("act", ""), salt=SALT, max_age=LASTS)
    except signing.SignatureExpired:
        messages.info(request, _("This page was open for too long, or in two places. Nothing was changed."))
        return redirect(came_from(request))
    except signing.BadSignature as wrong:
        raise BadRequest from wrong
    return render(request, "portal/sure.html", {"act": act, "back": came_from(request)})


def came_from(request: HttpRequest) -> str:
    """The path of the page with the dialog; the first page where the browser does not say, or says nonsense."""
    try:
        found = urlsplit(request.headers.get("Referer", ""))
    except ValueError:
        return reverse("home")
    is_ours = found.netloc == request.get_host() and found.path and not found.path.startswith("//")
    return found.path if is_ours else reverse("home")
