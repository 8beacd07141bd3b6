"""What the young person reads of being in touch, and the answer to "the door is open"."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from leavingwell.themes.portal.access import own_id, signed_in
from leavingwell.themes.portal.api import Refused, ask, change, one
from leavingwell.themes.portal.case_words import ANSWERS
from leavingwell.themes.portal.reading.in_touch import contact_rows, crisis_rows, offer_rows


@signed_in
@require_safe
def my_contacts(request: HttpRequest) -> HttpResponse:
    after = request.GET.get("after") or None
    found: dict[str, Any] = one(ask(request, "my-contacts", youngPerson=own_id(request), after=after)["youngPerson"])
    context = {
        "contacts": contact_rows(found["contacts"]),
        "page": found["contacts"]["pageInfo"],
        "crises": crisis_rows(found["crises"]),
        "offers": offer_rows(found["yearlyOffers"]),
    }
    return render(request, "portal/my_contacts.html", context)


@signed_in
@require_POST
def answer_offer(request: HttpRequest, offer: str) -> HttpResponse:
    answer = request.POST.get("answer")
    if answer not in ANSWERS:
        messages.warning(request, _("Choose one of the two."))
        return redirect("home")
    try:
        change(request, "answer-offer", offerId=offer, answer=answer)
    except Refused as refused:
        messages.error(request, refused.message)
    else:
        messages.success(request, thanks(answer))
    return redirect("home")


def thanks(answer: str) -> str:
    if answer == "WANTS_SUPPORT":
        return _("Thank you. Somebody from your council will be in touch.")
    return _("That is fine. You can change your mind at any time until you turn 25.")
