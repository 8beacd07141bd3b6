"""Pressed twice, sent twice on a slow line: what a form adds is added once."""

from collections.abc import Mapping
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from django.http import HttpRequest

MARK = "kept_by"  # the hidden field that says, signed, whose form it is and when the page was made
ADDING = {  # the documents that would leave the same thing standing twice
    *("add-action", "add-care-period", "add-comment", "add-goal", "add-supporter", "assess-suitability"),
    *("give-copy", "record-attempt", "record-call", "record-contact", "record-crisis", "record-move", "record-offer"),
    *("redact", "remark-on-question", "request-document", "request-my-data", "request-review", "save-home-views"),
    "start-duty-cover",
}


def once(request: HttpRequest, name: str, given: Mapping[str, Any]) -> dict[str, Any]:
    """The input of a mutation, under a key of its own: the same words from the same page are the same request."""
    page = request.POST.get(MARK, "")
    if name not in ADDING or not page or given.get("requestId"):
        return dict(given)
    return {**given, "requestId": str(uuid5(NAMESPACE_URL, f"{page} {name} {sorted(given.items())!r}"))}
