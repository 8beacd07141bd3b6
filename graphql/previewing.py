"""Where a request carries a preview's token."""

from django.http import HttpRequest

HEADER = "X-Preview-Token"
LONGEST = 2000  # characters


def token_in(request: HttpRequest) -> str:
    """The portal puts the token of its address in `preview_token`; other front ends send it in the header."""
    found: str = getattr(request, "preview_token", "") or request.headers.get(HEADER, "")
    return found[:LONGEST]
