"""All that is a young person's own to set or to take along, in one place."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from leavingwell.themes.portal import words
from leavingwell.themes.portal.access import own_id, signed_in
from leavingwell.themes.portal.api import ask, one
from leavingwell.themes.portal.devices import SHARED, is_own, is_shared, remember_or_forget
from leavingwell.themes.portal.reading.todo import nodes


@signed_in
@require_safe
def me(request: HttpRequest) -> HttpResponse:
    found = ask(request, "me", youngPerson=own_id(request))
    person = one(found["youngPerson"])
    choices = found["viewer"]["noticeChoices"]
    context = {
        "person": person,
        "chosen_language": chosen_language(found),
        "reading": words.READINGS_OWN.get(person["reading"]),
        "let_in": [supporter["person"]["name"] for supporter in person["supporters"]],
        "last_look": next(iter(nodes(found["accessLog"])), None),
        "finished": sum(response["complete"] for response in person["responses"]),
        "by_email": sum(choice["byEmail"] for choice in choices),
        "kinds": len(choices),
        "shared": is_shared(request) or not is_own(request),
    }
    return render(request, "portal/me.html", context)


def chosen_language(found: dict[str, Any]) -> dict[str, Any] | None:
    """The language that they chose for letters and pages."""
    return next((one for one in found["languages"] if one["code"] == found["viewer"]["language"]), None)


@signed_in
@require_POST
def share_device(request: HttpRequest) -> HttpResponse:
    """From now on this device forgets them. The other way round needs a new sign-in: somebody else may hold it."""
    own_id(request)
    if request.POST.get("device") == SHARED:
        remember_or_forget(me, request)
        told = _(
            "This device forgets you when you close the browser, or after 20 minutes without use. "
            "To change that, sign out and sign in again."
        )
        messages.success(request, told)
    return redirect("me")
