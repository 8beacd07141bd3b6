"""A young person as the case team sees them."""

from typing import Any

from django.http import Http404, HttpRequest

from leavingwell.themes.portal.api import ask, one


def case_of(request: HttpRequest, person: str, document: str) -> dict[str, Any]:
    """What the document asks of them. Raises `Http404` for a supporter or the young person: they have other pages."""
    found: dict[str, Any] = one(ask(request, document, youngPerson=person)["youngPerson"])
    if found["state"] is None:
        raise Http404
    return found
