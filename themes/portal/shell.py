"""What stands round every page: the council, its look, and who is signed in. Asked for once a request."""

import json
from functools import lru_cache
from hashlib import sha256
from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from leavingwell.themes.portal.api import ask
from leavingwell.themes.tokens import stylesheet

Shell = dict[str, Any]
NO_COUNCIL: Shell = {"council": None, "viewer": None, "sheet": ""}  # the nation's host, where staff sign in


def shell(request: HttpRequest) -> Shell:
    kept: Shell | None = getattr(request, "portal_shell", None)
    if kept is None:
        kept = of_the_council(request) if getattr(request, "council", None) else dict(NO_COUNCIL)
        request.portal_shell = kept  # type: ignore[attr-defined]
    return kept


def of_the_council(request: HttpRequest) -> Shell:
    found = ask(request, "shell")
    return {**found, "sheet": sheet_address(found["council"]["theme"]["tokens"])}


def viewer_of(request: HttpRequest) -> Any:
    """Whoever is signed in, as the API shows them; None for a visitor."""
    return shell(request)["viewer"]


def hand_on(request: HttpRequest, plan: dict[str, Any]) -> None:
    """For the menu, from a page that has read the viewer's own plan: it need not ask again."""
    viewer_of(request)["plan"] = plan


def sheet_address(tokens: dict[str, Any]) -> str:
    """The address changes with the sheet, so that browsers may keep it for ever."""
    return reverse("theme", args=[fingerprint_of_look(json.dumps(tokens))])


@lru_cache(maxsize=256)
def fingerprint_of_look(tokens: str) -> str:
    """Worked out once for each look, not for each page."""
    return fingerprint(stylesheet(json.loads(tokens)))


def fingerprint(sheet: str) -> str:
    return sha256(sheet.encode()).hexdigest()[:16]
