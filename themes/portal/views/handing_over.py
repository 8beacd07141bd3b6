"""Handing the screen to the young person, and taking it back."""

from allauth.account.adapter import get_adapter
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from leavingwell.themes.portal import handing_over
from leavingwell.themes.portal.access import signed_in
from leavingwell.themes.portal.api import ask, one
from leavingwell.themes.portal.whose import whose


@signed_in
@require_POST
def hand_over(request: HttpRequest, person: str) -> HttpResponse:
    place = whose(request, person, "together")
    found = one(ask(request, "sitting", youngPerson=person)["youngPerson"])
    if "SAVE_ANSWERS" not in one(found["plan"])["permissions"]:
        raise PermissionDenied
    handing_over.hand_over(request, person, found["language"])
    return redirect(place.address("checklist"))


@signed_in
@require_safe
def handed_back(request: HttpRequest) -> HttpResponse:
    """Whoever cannot prove here who they are signs out: then the screen shows nothing of theirs either."""
    handed = handing_over.handed_over(request)
    if handed is None:
        return redirect("home")
    if handing_over.is_proved(request):
        return with_the_worker(request)
    if not get_adapter(request).get_reauthentication_methods(request.user):
        return redirect("account_logout")
    return redirect(f"{reverse('account_reauthenticate')}?{urlencode({'next': reverse('handed_back')})}")


def with_the_worker(request: HttpRequest) -> HttpResponse:
    handed = handing_over.take_back(request)
    if handed["told"]:
        messages.warning(request, _("An answer needs you today."))
    return redirect("person", person=handed["young_person"])
