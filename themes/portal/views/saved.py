"""What a young person saved of what they can get."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from leavingwell.themes.portal.access import own_id, signed_in
from leavingwell.themes.portal.api import Refused, ask, change, one
from leavingwell.themes.portal.reading.todo import offers_on_the_list
from leavingwell.themes.portal.returning import place_to_return


@signed_in
@require_safe
def saved(request: HttpRequest) -> HttpResponse:
    person = one(ask(request, "saved-offers", youngPerson=own_id(request))["youngPerson"])
    found = person["savedOffers"]
    context = {
        "me": person,
        "asked_about": offers_on_the_list(person),
        "offers": [one["offer"] for one in found if one["offer"]],
        "gone": [one for one in found if not one["offer"]],
    }
    return render(request, "portal/saved_offers.html", context)


@signed_in
@require_POST
def save(request: HttpRequest, slug: str) -> HttpResponse:
    """The star: saves it, or lets it go with `saved=no`."""
    offer = one(ask(request, "offer", slug=slug)["offer"])
    return sent(request, offer["id"], wanted=request.POST.get("saved") != "no")


@signed_in
@require_POST
def let_go(request: HttpRequest, offer: str) -> HttpResponse:
    """Also of what is no longer offered."""
    return sent(request, offer, wanted=False)


def sent(request: HttpRequest, offer: str, *, wanted: bool) -> HttpResponse:
    try:
        change(request, "save-offer", youngPersonId=own_id(request), offerId=offer, saved=wanted)
    except Refused as refused:
        messages.error(request, refused.message)
    else:
        messages.success(
            request, _("Saved. You find it under “What I saved”.") if wanted else _("Taken off your list.")
        )
    return redirect(place_to_return(request))
