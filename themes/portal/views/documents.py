from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from leavingwell.themes.portal.access import signed_in
from leavingwell.themes.portal.api import ask, one

NOT_YET = ("WAITING", "RENDERING")
SECONDS = 3


@signed_in
@require_safe
def plan_document(request: HttpRequest, document: str) -> HttpResponse:
    """Waits for a document: the page looks again by itself, without any script, until it is there."""
    found = one(ask(request, "document", id=document)["document"])
    response = render(request, "portal/document.html", {"document": found, "waiting": found["status"] in NOT_YET})
    if found["status"] in NOT_YET:
        response["Refresh"] = str(SECONDS)
    return response
