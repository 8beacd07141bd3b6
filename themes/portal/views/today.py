"""What staff note about what needs them today."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from leavingwell.themes.portal.access import signed_in
from leavingwell.themes.portal.api import Refused, change
from leavingwell.themes.portal.returning import place_to_return


@signed_in
@require_POST
def seen(request: HttpRequest, notice: str) -> HttpResponse:
    return noted(request, "see-safety-notice", _("Noted that you have seen it. They can see that too."), notice)


@signed_in
@require_POST
def call_made(request: HttpRequest, check_in: str) -> HttpResponse:
    return noted(request, "record-call", _("Noted that you called. They can see that too."), check_in)


NAMES = {"see-safety-notice": "safetyNoticeId", "record-call": "checkInId"}


def noted(request: HttpRequest, mutation: str, thanks: str, given: str) -> HttpResponse:
    """Whoever was slower than a colleague is told so, and goes on."""
    try:
        change(request, mutation, **{NAMES[mutation]: given})
    except Refused as refused:
        messages.warning(request, refused.message)
    else:
        messages.success(request, thanks)
    return redirect(place_to_return(request))
